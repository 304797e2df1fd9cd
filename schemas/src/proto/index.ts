/**
 * The protobuf form of entries: agora.log.v1, whose text is `@agora/schema/log_entry.proto`.
 *
 * @module
 */
export type { ExceptionMessage, LogEntryMessage, SamplingMessage } from "../../gen/proto-types.ts";
export { toCanonicalLine } from "./canonical.ts";
export {
  decodeBatch,
  decodeDelimited,
  decodeEntry,
  decodeMessage,
  encodeBatch,
  encodeDelimited,
  encodeEntry,
  encodeMessage,
} from "./codec.ts";
export { fromMessage, toMessage } from "./convert.ts";
export { ProtoError } from "./proto-error.ts";
export type {
  AnyValueMessage,
  ArrayValueMessage,
  KeyValueListMessage,
  KeyValueMessage,
  Long64,
} from "./value-messages.ts";
