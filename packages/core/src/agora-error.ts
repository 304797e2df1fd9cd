import type { ErrorCode } from "@agora/schema/tables";

/**
 * The error that every public function of Agora Log throws. Its message begins with the code in brackets, quotes the
 * value that was wrong and ends with what to do. A log call never throws it, nor anything else.
 */
export class AgoraError extends Error {
  /** One of the codes that the error reference lists; stable, unlike the message. */
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(`[${code}] ${message}`, options);
    this.name = "AgoraError";
    this.code = code;
  }
}
