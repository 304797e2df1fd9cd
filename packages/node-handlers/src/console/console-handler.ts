import { fstatSync, statSync } from "node:fs";
import { devNull } from "node:os";
import { isatty } from "node:tty";
import type { Handler } from "@agora/core";
import { formatText } from "@agora/core/text";
import { keepsLines } from "../busy.ts";
import { createLineWriter } from "../line-writer.ts";
import type { LineWriter } from "../line-writer.ts";
import { describeError } from "../safe/describe-error.ts";
import { WriteFailure } from "../write-all.ts";
import { hasColors } from "./color.ts";

const STANDARD_OUTPUT = 1;

const PATIENCE_MS = 1_000;

/** How the console shows entries. */
export interface ConsoleOptions {
  /** `json` as they are, `text` for people, `auto` text on a terminal and JSON elsewhere. Default: `auto`. */
  readonly format?: "json" | "text" | "auto";
  /**
   * Colours in the text form: on a terminal, unless NO_COLOR is set; elsewhere only where FORCE_COLOR is. Default: true.
   */
  readonly colors?: boolean;
  /** File descriptor. Default: 1, standard output. */
  readonly fd?: number;
}

/**
 * Makes a handler that writes every line to standard output at once, past the stream of `process.stdout`: the line is
 * out when the call returns. What a reader took half of is finished before the next line, so that no line is torn; to
 * a pipe that several processes share, lines of up to 4 KiB go in one piece.
 *
 * A reader that is slow is waited for, up to a second; within `createAsyncHandler` the queue waits instead of the call.
 * When the reader has gone, nothing is written any more and the lines go to the fallback.
 */
export function createConsoleHandler(options: ConsoleOptions = {}): Handler {
  const { format = "auto", colors = true, fd = STANDARD_OUTPUT } = options;
  const onTerminal = isatty(fd);
  const asText = format === "text" || (format === "auto" && onTerminal);
  const inColor = colors && hasColors(process.env, onTerminal);
  const writer = createLineWriter(fd);
  let waits = true;
  const write = (lines: string): void => put(writer, lines, waits);
  const finish = (): void => put(writer, "", waits);

  return {
    name: "console",
    isConsole: !isNullDevice(fd),
    open(host) {
      // What a busy sink has taken of an entry could not be told from lines of text.
      waits = asText || !keepsLines(host);
    },
    ...(asText
      ? { write: (line) => putText(writer, formatText(line, { colors: inColor })) }
      : { write, writeMany: write }),
    flush: finish,
    flushSync: finish,
    close() {
      try {
        finish();
      } finally {
        writer.close();
      }
    },
    status: () => ({
      isHealthy: writer.error === undefined,
      error: writer.error === undefined ? undefined : describeError(writer.error),
    }),
  };
}

function put(writer: LineWriter, text: string, waits: boolean): void {
  if (waits) writer.write(text, PATIENCE_MS);
  else writer.tryWrite(text);
}

function putText(writer: LineWriter, text: string): void {
  try {
    writer.write(text, PATIENCE_MS);
  } catch (error) {
    // It is bytes of the text that were written, not of the entry: all of that goes elsewhere.
    throw error instanceof WriteFailure ? new WriteFailure(error.cause, 0) : error;
  }
}

/**
 * Whether nobody can see what is written. Node opens the null device where standard output was closed, which cannot be
 * told from one that was redirected there.
 */
function isNullDevice(fd: number): boolean {
  try {
    const { rdev } = statSync(devNull);
    return rdev !== 0 && fstatSync(fd).rdev === rdev;
  } catch {
    return false;
  }
}
