import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { MAX_MESSAGE_BYTES, REPLY_PREFIX } from "../protocol/messages.ts";
import { LineSplitter } from "./line-splitter.ts";

/** How much of a testee's stderr is kept, in bytes from its end. */
export const STDERR_TAIL_BYTES: number = 8 * 1024;

/** How many stray lines of stdout are kept in full. */
const STRAY_LINES_KEPT = 20;

/** Longest part of a stray line that is kept, in characters. */
const STRAY_LINE_LENGTH = 200;

/** Which program to start, and where. */
export interface TesteeCommand {
  /** Program and arguments. */
  readonly words: readonly string[];
  readonly cwd: string;
  /** Environment variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How a process ended. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Set when the process could not be started at all. */
  readonly startError?: string;
}

/** What the owner of a {@link TesteeProcess} is told. */
export interface ProcessEvents {
  /** The JSON of a protocol line, without prefix. */
  reply(json: string): void;
  /** The process is gone and all of its output has been read. */
  ended(end: ProcessEnd): void;
}

/** Output on stdout that is not part of the protocol. */
export interface StrayOutput {
  readonly count: number;
  readonly lines: readonly string[];
}

/**
 * A running testee: its pipes, nothing of the protocol's meaning. Stray stdout and the end of stderr are kept.
 */
export class TesteeProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly stray: string[] = [];
  private strayCount = 0;
  private stderr: Buffer = Buffer.alloc(0);
  private startError: string | undefined;

  /** Starts the program. A start that fails is reported through `ended`. */
  constructor({ words, cwd, env }: TesteeCommand, events: ProcessEvents) {
    const [command = "", ...args] = words;
    this.child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["pipe", "pipe", "pipe"],
      windowsHide: true,
    });
    const splitter = new LineSplitter(
      { line: (bytes) => this.takeLine(bytes, events) },
      MAX_MESSAGE_BYTES + REPLY_PREFIX.length,
    );
    this.child.stdout.on("data", (chunk: Buffer) => splitter.push(chunk));
    this.child.stderr.on("data", (chunk: Buffer) => this.keepStderr(chunk));
    // A testee that dies while it is written to: its end is reported by `close`, not by EPIPE.
    this.child.stdin.on("error", () => undefined);
    this.child.on("error", (error) => (this.startError = error.message));
    this.child.on("close", (code, signal) => {
      splitter.end();
      events.ended({
        code,
        signal,
        ...(this.startError === undefined ? {} : { startError: this.startError }),
      });
    });
  }

  /** Writes one line; back-pressure is the pipe's, and at most one request is under way. */
  send(line: string): void {
    this.child.stdin.write(`${line}\n`);
  }

  /** Closes stdin: the testee is to end by itself. */
  closeInput(): void {
    this.child.stdin.end();
  }

  /** Ends the process at once. */
  kill(): void {
    this.child.kill("SIGKILL");
  }

  /** The last bytes of stderr as text. */
  stderrTail(): string {
    return this.stderr.toString("utf8");
  }

  /** What stood on stdout outside the protocol. */
  strayOutput(): StrayOutput {
    return { count: this.strayCount, lines: this.stray };
  }

  private takeLine(bytes: Buffer, events: ProcessEvents): void {
    const text = bytes.toString("utf8").replace(/\r$/, "");
    if (text.startsWith(REPLY_PREFIX)) {
      events.reply(text.slice(REPLY_PREFIX.length));
      return;
    }
    this.strayCount += 1;
    if (this.stray.length < STRAY_LINES_KEPT) this.stray.push(text.slice(0, STRAY_LINE_LENGTH));
  }

  private keepStderr(chunk: Buffer): void {
    const all = Buffer.concat([this.stderr, chunk]);
    this.stderr = all.length > STDERR_TAIL_BYTES ? Buffer.from(all.subarray(-STDERR_TAIL_BYTES)) : all;
  }
}
