// Bits for what `_agora.truncated` names, in its order.
export const CUT_CONTEXT = 1;
export const CUT_EXCEPTION = 2;
export const CUT_FILE = 4;
export const CUT_FUNCTION = 8;
export const CUT_LOGGER_NAME = 16;
export const CUT_MESSAGE = 32;
export const CUT_USER_ID = 64;
