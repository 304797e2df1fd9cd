import { writeSync } from "node:fs";

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Raised when a sink took no more: `written` bytes are in it. */
export class WriteFailure extends Error {
  /** Bytes that the sink had taken before it failed. */
  readonly written: number;
  /** Whether a line behind these bytes was begun, and is finished by whoever writes next. */
  readonly isCut: boolean;

  constructor(cause: unknown, written: number, isCut = false) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "WriteFailure";
    this.written = written;
    this.isCut = isCut;
  }
}

/**
 * Writes all bytes to a file descriptor, as one `write` where the system takes them at once. A sink that is not ready
 * (EAGAIN: a pipe that its reader does not empty) is asked again for as long as `patience` says.
 *
 * @param patience milliseconds; counted anew whenever the sink took something.
 * @param length how many of the bytes are meant. Default: all.
 * @throws {WriteFailure} when the system refuses; the system's error is its `cause`.
 */
export function writeAll(
  fd: number,
  bytes: Uint8Array,
  patience: number,
  length: number = bytes.length,
): void {
  let written = 0;
  let refusedSince: number | undefined;
  while (written < length) {
    try {
      written += writeSync(fd, bytes, written, length - written);
      refusedSince = undefined;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EINTR") continue;
      refusedSince ??= performance.now();
      if (code !== "EAGAIN" || performance.now() - refusedSince > patience)
        throw new WriteFailure(error, written);
      Atomics.wait(sleeper, 0, 0, 1);
    }
  }
}
