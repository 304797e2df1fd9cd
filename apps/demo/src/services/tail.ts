import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

const LINES = 15;
const LINE_LENGTH = 300;

/**
 * Remembers the last 15 lines of a stream, each cut to 300 characters.
 *
 * @returns what is remembered so far
 */
export function tailOf(stream: Readable): () => string[] {
  const lines: string[] = [];
  createInterface(stream).on("line", (line) => {
    lines.push(line.length > LINE_LENGTH ? `${line.slice(0, LINE_LENGTH)}…` : line);
    if (lines.length > LINES) lines.shift();
  });
  return () => [...lines];
}
