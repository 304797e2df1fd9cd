import { writeAll, WriteFailure } from "./write-all.ts";

/**
 * Makes a function that writes lines to a stream, such as a pipe. A line of which the stream took only a part is
 * finished before the next one, so that none is torn; called with no text, it does just that.
 *
 * @param patience milliseconds that a reader which does not keep up is waited for. Once it was too slow, no line waits
 * until it reads again.
 * @returns it throws {@link WriteFailure} when the stream did not take all of the line.
 */
export function createLineWriter(fd: number, patience: number): (text: string) => void {
  let rest: Uint8Array = new Uint8Array(0);
  let isPatient = true;

  return (text) => {
    const line = Buffer.from(text);
    const bytes = rest.length === 0 ? line : Buffer.concat([rest, line]);
    try {
      writeAll(fd, bytes, isPatient ? patience : 0);
      rest = new Uint8Array(0);
      isPatient = true;
    } catch (error) {
      isPatient = false;
      const written = error instanceof WriteFailure ? error.written : 0;
      // Nothing of this line is out: the caller writes it elsewhere, and only what was begun before is left.
      rest = written <= rest.length ? rest.subarray(written) : bytes.subarray(written);
      throw error;
    }
  };
}
