import { createEncoder, createLayer, createSite } from "../src/index.ts";
import { splitObject } from "../src/json-split.ts";
import type { EncoderSettings, EntryInput } from "../src/index.ts";

/** 2023-11-14T22:13:20.123456Z */
export const TIME = { time: 1_700_000_000_123, micros: 456 } as const;

// One for all, so that what an entry leaves behind would show in the next.
const plain = createEncoder({ service: "svc" });

/** The line of one entry; what is not given has a fixed value. */
export function encodeOne(entry: Partial<EntryInput>, settings: Partial<EncoderSettings> = {}): string {
  const encode = Object.keys(settings).length === 0 ? plain : createEncoder({ service: "svc", ...settings });
  return encode({ ...TIME, level: "INFO", message: "m", site: createSite("a.ts", 1, "f"), ...entry });
}

/** The line of an entry with these layers of context, the last of them that of the call. */
export function encodeLayers(...layers: unknown[]): string {
  const call = layers.pop();
  return encodeOne({ bound: layers.map(createLayer), context: call });
}

/** The text of `context`; empty where there is none. */
export function contextText(context: unknown, settings: Partial<EncoderSettings> = {}): string {
  return memberText(encodeOne({ context }, settings), "context");
}

/** The text of the member `v` of a context. */
export function valueText(value: unknown): string {
  return splitObject(contextText({ v: value }))?.find(({ key }) => key === "v")?.json ?? "";
}

/** The JSON text of a member of an entry; empty where there is none. */
export function memberText(line: string, name: string): string {
  return splitObject(line.trimEnd())?.find(({ key }) => key === name)?.json ?? "";
}

/** Size in UTF-8. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

/** An error with a stack that does not change from machine to machine; without one by default. */
export function plainError(message: string, members: object = {}, stack?: string): Error {
  const error = Object.assign(new Error(message), members);
  Object.defineProperty(error, "stack", { value: stack, configurable: true });
  return error;
}
