import { isatty } from "node:tty";
import type { Handler } from "@agora/core";
import { formatText } from "@agora/core/text";
import { writeAll, WriteFailure } from "./write-all.ts";

const STANDARD_OUTPUT = 1;

/** How long a reader that does not keep up is waited for. Once it was too slow, no line waits until it reads again. */
const PATIENCE_MS = 1_000;

/** How the console shows entries. */
export interface ConsoleOptions {
  /** `json` as they are, `text` for people, `auto` text on a terminal and JSON elsewhere. Default: `auto`. */
  readonly format?: "json" | "text" | "auto";
  /** Colours in the text form, on a terminal only and never where NO_COLOR is set. Default: true. */
  readonly colors?: boolean;
  /** File descriptor. Default: 1, standard output. */
  readonly fd?: number;
}

/**
 * Makes a handler that writes every line to standard output at once, past the stream of `process.stdout`: the line is
 * out when the call returns. A reader that is slow is waited for, up to a second; what it took half of is finished
 * before the next line, so that no line is torn.
 */
export function createConsoleHandler(options: ConsoleOptions = {}): Handler {
  const { format = "auto", colors = true, fd = STANDARD_OUTPUT } = options;
  const onTerminal = isatty(fd);
  const asText = format === "text" || (format === "auto" && onTerminal);
  const inColor = colors && onTerminal && (process.env["NO_COLOR"] ?? "") === "";
  let rest: Uint8Array = new Uint8Array(0);
  let patience = PATIENCE_MS;

  const write = (text: string): void => {
    const line = Buffer.from(text);
    const bytes = rest.length === 0 ? line : Buffer.concat([rest, line]);
    try {
      writeAll(fd, bytes, patience);
      rest = new Uint8Array(0);
      patience = PATIENCE_MS;
    } catch (error) {
      patience = 0;
      const written = error instanceof WriteFailure ? error.written : 0;
      // Of what was left before: finish it first. Of this line: what is out already must be finished as well.
      rest = written <= rest.length ? rest.subarray(written) : bytes.subarray(written);
      throw error;
    }
  };

  return {
    name: "console",
    isConsole: true,
    write: asText ? (line) => write(formatText(line, { colors: inColor })) : write,
    flush() {
      if (rest.length > 0) write("");
    },
    close() {
      if (rest.length > 0) write("");
    },
  };
}
