import { fstatSync } from "node:fs";
import { writeAll, WriteFailure } from "../write-all.ts";
import { missingEnd } from "./open-file.ts";
import type { OpenFile } from "./open-file.ts";

const PATIENCE_MS = 1_000;
const LINE_FEED = 0x0a;

/**
 * Appends lines to a file, in one write call where the system takes them at once. A line of which it took only a part
 * is finished before the next one, or ended where another process has written behind it.
 *
 * @param bytes whole lines; only the first `length` bytes of it count.
 * @throws {WriteFailure} `written` is how many bytes of whole lines are in the file.
 */
export function append(file: OpenFile, bytes: Uint8Array, length: number): void {
  const { before } = file;
  if (before.length > 0) return appendBehind(file, bytes.subarray(0, length));
  try {
    writeAll(file.fd, bytes, PATIENCE_MS, length);
  } catch (error) {
    throw keepRest(file, bytes.subarray(0, length), 0, error);
  }
  file.size += length;
}

function appendBehind(file: OpenFile, lines: Uint8Array): void {
  if (file.sizeThen >= 0 && fstatSync(file.fd).size !== file.sizeThen) file.before = missingEnd(file.fd);
  const { before } = file;
  const bytes = Buffer.concat([before, lines]);
  try {
    writeAll(file.fd, bytes, PATIENCE_MS);
  } catch (error) {
    throw keepRest(file, bytes, before.length, error);
  }
  file.before = new Uint8Array(0);
  file.sizeThen = -1;
  file.size += bytes.length;
}

/** Notes what is needed to end the line that was cut, and makes the error that says which lines are in the file. */
function keepRest(file: OpenFile, bytes: Uint8Array, front: number, error: unknown): unknown {
  if (!(error instanceof WriteFailure)) return error;
  const { written } = error;
  if (written === 0) return error;
  file.size += written;
  const end = bytes.indexOf(LINE_FEED, written) + 1;
  const start = bytes.lastIndexOf(LINE_FEED, written - 1) + 1;
  const isCut = start < written;
  // Copied: the bytes belong to a buffer that is used again.
  file.before =
    written < front ? bytes.slice(written, front) : isCut ? bytes.slice(written, end) : new Uint8Array(0);
  file.sizeThen = file.before.length > 0 ? fstatSync(file.fd).size : -1;
  return new WriteFailure(error.cause, Math.max(0, start - front), written > front && isCut);
}
