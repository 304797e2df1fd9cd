import { constants, fstatSync, openSync } from "node:fs";

/** A stream as it is written to. */
export interface StreamFile {
  readonly fd: number;
  /** Whether several processes may write there at once, each in pieces. */
  readonly isShared: boolean;
}

/**
 * Opens a stream so that a reader which does not read cannot stop the process in the middle of a call.
 *
 * A pipe is opened a second time, so that others who write to it notice nothing. Where the system cannot do that, and
 * for a socket, Node's own stream for it is made: it has the system answer at once, as it does wherever the application
 * writes to `process.stdout`.
 */
export function openStream(fd: number): StreamFile {
  let isPipe = false;
  try {
    const stat = fstatSync(fd);
    isPipe = stat.isFIFO();
    if (!isPipe && !stat.isSocket()) return { fd, isShared: false };
    if (isPipe) {
      const again = openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK);
      return { fd: again, isShared: true };
    }
  } catch {
    // One that is not open at all says so when it is written to.
    if (!isPipe) return { fd, isShared: false };
  }
  makeNodeStream(fd);
  return { fd, isShared: true };
}

function makeNodeStream(fd: number): void {
  try {
    if (fd === 1) void process.stdout.fd;
    else if (fd === 2) void process.stderr.fd;
  } catch {
    // It stays as it was.
  }
}
