import type { LogEntryMessage } from "../../gen/proto-types.ts";

/** A 64-bit integer in two's complement, as two halves. */
export interface Long64 {
  readonly low: number;
  readonly high: number;
  readonly unsigned: boolean;
}

/** A value of any kind: at most one field is set; none is null. */
export interface AnyValueMessage {
  string_value?: string | null;
  bool_value?: boolean | null;
  int_value?: Long64 | number | null;
  double_value?: number | null;
  array_value?: ArrayValueMessage | null;
  kvlist_value?: KeyValueListMessage | null;
  bytes_value?: Uint8Array | null;
}

/** A named value. */
export interface KeyValueMessage {
  key: string;
  value?: AnyValueMessage | null;
}

/** A list of values. */
export interface ArrayValueMessage {
  values?: AnyValueMessage[];
}

/** An object. */
export interface KeyValueListMessage {
  values?: KeyValueMessage[];
}

/** Several entries. */
export interface LogBatchMessage {
  entries?: LogEntryMessage[];
}

/** Writes bytes; what protobufjs' Writer has of it. */
export interface ByteWriter {
  finish(): Uint8Array;
}

/** Encodes and decodes one kind of message. */
export interface MessageCodec<Message> {
  encode(message: Message): ByteWriter;
  encodeDelimited(message: Message): ByteWriter;
  decode(reader: unknown): Message;
  decodeDelimited(reader: unknown): Message;
}
