import { WriteFailure } from "../write-all.ts";

/** Some lines of a batch. */
interface Part {
  readonly text: string;
  readonly lines: number;
  readonly bytes: number;
}

/** Cuts a batch, between its lines, into parts that are not larger than a file may be, unless one line is. */
function partsOf(batch: string, maxBytes: number): Part[] {
  const parts: Part[] = [];
  let part = { text: "", lines: 0, bytes: 0 };
  for (let start = 0; start < batch.length;) {
    const end = batch.indexOf("\n", start) + 1 || batch.length;
    const line = batch.slice(start, end);
    const bytes = Buffer.byteLength(line);
    if (part.lines > 0 && part.bytes + bytes > maxBytes) {
      parts.push(part);
      part = { text: "", lines: 0, bytes: 0 };
    }
    part = { text: part.text + line, lines: part.lines + 1, bytes: part.bytes + bytes };
    start = end;
  }
  if (part.lines > 0) parts.push(part);
  return parts;
}

/**
 * Writes a batch part by part.
 *
 * @throws {WriteFailure} where a part was not written: `written` counts from the start of the batch.
 */
export function writeParts(
  batch: string,
  maxBytes: number,
  put: (text: string, lines: number) => void,
): void {
  let written = 0;
  for (const part of partsOf(batch, maxBytes)) {
    try {
      put(part.text, part.lines);
    } catch (error) {
      if (error instanceof WriteFailure)
        throw new WriteFailure(error.cause, written + error.written, error.isCut);
      throw written === 0 ? error : new WriteFailure(error, written);
    }
    written += part.bytes;
  }
}
