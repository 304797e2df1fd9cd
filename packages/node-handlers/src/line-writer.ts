import { closeSync } from "node:fs";
import { SinkBusy } from "./busy.ts";
import { openStream } from "./stream-file.ts";
import type { StreamFile } from "./stream-file.ts";
import { writeAll, WriteFailure } from "./write-all.ts";

const LINE_FEED = 0x0a;
/** A pipe takes so many bytes in one piece (POSIX: at least 512, Linux 4096), whoever else writes to it. */
const PIECE_BYTES = 4_096;
const NONE = new Uint8Array(0);
/** A stream may be busy for so long before that is a failure. */
const MOMENT_MS = 1_000;

/** Writes lines to a stream, such as a pipe, so that none is torn. */
export interface LineWriter {
  /**
   * Writes whole lines. One of which the stream took only a part is finished before the next one; called with no text,
   * it does just that.
   *
   * @param patience milliseconds that a reader which does not keep up is waited for. Once it was too slow, no line
   * waits until it reads again.
   * @throws {WriteFailure} when the stream did not take all: `written` is how many bytes of whole lines it has.
   */
  write(text: string, patience: number): void;
  /**
   * The same without waiting.
   *
   * @throws {SinkBusy} when the stream takes no more just now; {@link WriteFailure} when it never will.
   */
  tryWrite(text: string): void;
  /** Why the last call failed; undefined when it did not, or when the stream has just been busy for a moment. */
  readonly error: unknown;
  /** Gives back what was opened. Whoever writes later opens it again. */
  close(): void;
}

/** Makes a writer of lines. To a pipe, or a socket, which processes may share, it writes whole lines in one piece. */
export function createLineWriter(fd: number): LineWriter {
  return new StreamWriter(fd);
}

class StreamWriter implements LineWriter {
  #failure: WriteFailure | undefined;
  #busySince = 0;
  readonly #fd: number;
  #stream: StreamFile | undefined;
  #rest: Uint8Array = NONE;
  #isPatient = true;
  #isGone = false;

  constructor(fd: number) {
    this.#fd = fd;
  }

  get error(): unknown {
    const isMoment = this.#busySince > 0 && performance.now() - this.#busySince < MOMENT_MS;
    return isMoment ? undefined : this.#failure;
  }

  write(text: string, patience: number): void {
    try {
      this.#write(text, this.#isPatient ? patience : 0);
      this.#isPatient = true;
    } catch (error) {
      this.#isPatient = false;
      throw error;
    }
  }

  tryWrite(text: string): void {
    try {
      this.#write(text, 0);
    } catch (error) {
      if (!(error instanceof WriteFailure) || codeOf(error) !== "EAGAIN") throw error;
      if (this.#busySince === 0) this.#busySince = performance.now();
      throw new SinkBusy(linesIn(text, error.written) + (this.#rest === NONE ? 0 : 1), { cause: error });
    }
  }

  #write(text: string, patience: number): void {
    // Nobody who has gone comes back to the other end of a pipe.
    if (this.#isGone) throw new WriteFailure(this.#failure?.cause, 0);
    const { fd, isShared } = (this.#stream ??= openStream(this.#fd));
    const most = isShared ? PIECE_BYTES : Number.POSITIVE_INFINITY;
    const line = Buffer.from(text);
    const front = this.#rest.length;
    const bytes = front === 0 ? line : Buffer.concat([this.#rest, line]);
    let start = 0;
    try {
      while (start < bytes.length) {
        const end = endOfPiece(bytes, start, most);
        writeAll(fd, bytes.subarray(start, end), patience);
        start = end;
      }
      this.#rest = NONE;
      this.#failure = undefined;
      this.#busySince = 0;
    } catch (error) {
      this.#failure = this.#keepRest(bytes, front, start, error);
      throw this.#failure;
    }
  }

  close(): void {
    const { fd = this.#fd } = this.#stream ?? {};
    this.#stream = undefined;
    if (fd !== this.#fd) closeSync(fd);
  }

  #keepRest(bytes: Uint8Array, front: number, start: number, error: unknown): WriteFailure {
    if (!(error instanceof WriteFailure)) return new WriteFailure(error, 0);
    const code = codeOf(error);
    this.#isGone = code === "EPIPE" || code === "EBADF";
    const written = start + error.written;
    const lineStart = written === 0 ? 0 : bytes.lastIndexOf(LINE_FEED, written - 1) + 1;
    if (written < front) {
      this.#rest = bytes.slice(written, front);
    } else {
      const isCut = lineStart < written && written > front;
      this.#rest = isCut ? bytes.slice(written, bytes.indexOf(LINE_FEED, written) + 1 || bytes.length) : NONE;
    }
    return new WriteFailure(error.cause, Math.max(0, lineStart - front), this.#rest !== NONE);
  }
}

function codeOf({ cause }: WriteFailure): string | undefined {
  return (cause as NodeJS.ErrnoException | undefined)?.code;
}

/** Where a piece ends that is written at once: behind a whole line, if one fits. */
function endOfPiece(bytes: Uint8Array, start: number, most: number): number {
  if (bytes.length - start <= most) return bytes.length;
  const end = bytes.lastIndexOf(LINE_FEED, start + most - 1) + 1;
  return end > start ? end : bytes.indexOf(LINE_FEED, start) + 1 || bytes.length;
}

/** How many lines the first bytes of a text are. */
function linesIn(text: string, bytes: number): number {
  const end = Buffer.from(text).subarray(0, bytes);
  let lines = 0;
  for (let at = end.indexOf(LINE_FEED); at >= 0; at = end.indexOf(LINE_FEED, at + 1)) lines++;
  return lines;
}
