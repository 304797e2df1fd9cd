import { showBytes } from "./show-text.ts";

/** Where two byte strings part. */
export interface ByteDifference {
  /** Offset of the first byte that differs, or of the end of the shorter one. */
  readonly offset: number;
  readonly expectedLength: number;
  readonly actualLength: number;
  /** Several lines for a person: hex with a caret, and the text around it with named controls. */
  readonly text: string;
}

const ROW = 16;
const AROUND = 32;

/** Compares two byte strings; `undefined` when they are equal. */
export function compareBytes(expected: Uint8Array, actual: Uint8Array): ByteDifference | undefined {
  const shorter = Math.min(expected.length, actual.length);
  let offset = 0;
  while (offset < shorter && expected[offset] === actual[offset]) offset += 1;
  if (offset === expected.length && offset === actual.length) return undefined;
  return {
    offset,
    expectedLength: expected.length,
    actualLength: actual.length,
    text: renderDifference(expected, actual, offset),
  };
}

function renderDifference(expected: Uint8Array, actual: Uint8Array, offset: number): string {
  const row = offset - (offset % ROW);
  const caret = " ".repeat("expected ".length + 10 + (offset - row) * 3) + "^^";
  return [
    `first difference at byte ${offset}; expected ${expected.length} bytes, got ${actual.length}`,
    `expected ${hexRow(expected, row)}`,
    `got      ${hexRow(actual, row)}`,
    caret,
    `expected ${around(expected, offset)}`,
    `got      ${around(actual, offset)}`,
  ].join("\n");
}

function hexRow(bytes: Uint8Array, row: number): string {
  const hex = [...bytes.subarray(row, row + ROW)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  return `${row.toString(16).padStart(8, "0")}  ${hex}`;
}

/** The text around an offset, cut between UTF-8 sequences, with `>>>` at the offset. */
function around(bytes: Uint8Array, offset: number): string {
  const from = Math.max(0, backToBoundary(bytes, offset - AROUND));
  const here = backToBoundary(bytes, Math.min(offset, bytes.length));
  const to = backToBoundary(bytes, Math.min(bytes.length, offset + AROUND));
  const cutLeft = from > 0 ? "…" : "";
  const cutRight = to < bytes.length ? "…" : "";
  return `${cutLeft}${showBytes(bytes.subarray(from, here))} >>> ${showBytes(bytes.subarray(here, to))}${cutRight}`;
}

function backToBoundary(bytes: Uint8Array, at: number): number {
  let index = at;
  while (index > 0 && index < bytes.length && ((bytes[index] ?? 0) & 0xc0) === 0x80) index -= 1;
  return index;
}
