import { createReadStream } from "node:fs";

/** A line of a file: its bytes without the line feed. */
export interface RawLine {
  readonly bytes: Buffer;
  /** False for what stands behind the last line feed. */
  readonly isWhole: boolean;
}

const LINE_FEED = 0x0a;
/** More than any entry may have; what is longer is given in pieces, none of which is an entry. */
const MOST_BYTES = 1_048_576;

/** Reads the lines of a file, of any size. */
export async function* readLines(path: string): AsyncGenerator<RawLine, void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let feed = bytes.indexOf(LINE_FEED); feed >= 0; feed = bytes.indexOf(LINE_FEED)) {
      yield { bytes: bytes.subarray(0, feed), isWhole: true };
      bytes = bytes.subarray(feed + 1);
    }
    if (bytes.length > MOST_BYTES) {
      yield { bytes, isWhole: false };
      bytes = Buffer.alloc(0);
    }
    rest = bytes;
  }
  if (rest.length > 0) yield { bytes: rest, isWhole: false };
}
