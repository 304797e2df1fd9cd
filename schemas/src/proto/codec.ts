import protobuf from "protobufjs/minimal.js";
import type { LogEntry as Entry } from "../../gen/entry-types.ts";
import { LogBatch, LogEntry } from "../../gen/proto-codec.ts";
import type { LogEntryMessage } from "../../gen/proto-types.ts";
import { fromMessage, toMessage } from "./convert.ts";
import { ProtoError } from "./proto-error.ts";
import type { ByteWriter } from "./value-messages.ts";

/**
 * Encodes an entry as agora.log.v1.LogEntry. Equal entries give equal bytes.
 *
 * @throws ProtoError where a member cannot be that of an entry
 */
export function encodeEntry(entry: Entry): Uint8Array {
  return encodeMessage(toMessage(entry));
}

/**
 * Decodes an entry from agora.log.v1.LogEntry. Fields that this version does not know are left out; a relay that must
 * keep them passes the message on instead ({@link decodeMessage}, {@link encodeMessage}).
 *
 * @throws ProtoError where the bytes are no such message
 */
export function decodeEntry(bytes: Uint8Array): Entry {
  return fromMessage(decodeMessage(bytes));
}

/**
 * Encodes a message with its fields in ascending order, those that were kept although they are unknown at its end.
 *
 * @throws ProtoError where it is nested too deep
 */
export function encodeMessage(message: LogEntryMessage): Uint8Array {
  return bytesOf(guard(() => LogEntry.encode(message)));
}

/**
 * Decodes a message and keeps the fields that this version does not know.
 *
 * @throws ProtoError where the bytes are no such message
 */
export function decodeMessage(bytes: Uint8Array): LogEntryMessage {
  return guard(() => LogEntry.decode(keepingReader(bytes)));
}

/** Encodes an entry with its length as a varint in front, as files and streams hold it. */
export function encodeDelimited(entry: Entry): Uint8Array {
  const message = toMessage(entry);
  return bytesOf(guard(() => LogEntry.encodeDelimited(message)));
}

/**
 * Decodes entries that each have their length in front, one after another.
 *
 * @throws ProtoError at the first that is cut or no such message; those before it have been given
 */
export function* decodeDelimited(bytes: Uint8Array): Generator<Entry, void, void> {
  const reader = keepingReader(bytes);
  while (reader.pos < reader.len) {
    const message = guard(() => LogEntry.decodeDelimited(reader));
    yield fromMessage(message);
  }
}

/** Encodes several entries as agora.log.v1.LogBatch. */
export function encodeBatch(entries: readonly Entry[]): Uint8Array {
  const batch = { entries: entries.map(toMessage) };
  return bytesOf(guard(() => LogBatch.encode(batch)));
}

/**
 * Decodes agora.log.v1.LogBatch.
 *
 * @throws ProtoError where the bytes are no such message
 */
export function decodeBatch(bytes: Uint8Array): Entry[] {
  return guard(() => LogBatch.decode(keepingReader(bytes))).entries?.map(fromMessage) ?? [];
}

function keepingReader(bytes: Uint8Array): protobuf.Reader {
  const reader = protobuf.Reader.create(bytes);
  reader.discardUnknown = false;
  return reader;
}

/** What the codec throws becomes an error of ours. */
function guard<T>(run: () => T): T {
  try {
    return run();
  } catch (reason) {
    const problem = reason instanceof Error ? reason.message : String(reason);
    throw new ProtoError(`not an agora.log.v1 message: ${problem}`, { cause: reason });
  }
}

/** A copy: the writer's own bytes may lie in a buffer that others share. */
function bytesOf(writer: ByteWriter): Uint8Array {
  return new Uint8Array(writer.finish());
}
