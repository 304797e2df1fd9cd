import { characters, endOfRun } from "./find.ts";
import type { Span } from "./find.ts";

const BEGIN = "-----BEGIN ";
const END = "-----END ";
const DASHES = "-----";
const LABEL = /* @__PURE__ */ characters("A-Z0-9 ");

/** A private key in PEM, from its first line to the end of its last one; to the end of the text where that is missing. */
export function findPrivateKey(text: string, from: number): Span | undefined {
  for (let start = text.indexOf(BEGIN, from); start >= 0; start = text.indexOf(BEGIN, start + 1)) {
    const label = endOfRun(LABEL, text, start + BEGIN.length);
    if (!text.slice(start, label).includes("PRIVATE KEY") || !text.startsWith(DASHES, label)) continue;
    const last = text.indexOf(END, label + DASHES.length);
    const close = last < 0 ? -1 : text.indexOf(DASHES, last + END.length);
    return { start, end: close < 0 ? text.length : close + DASHES.length };
  }
  return undefined;
}
