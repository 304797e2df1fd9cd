import { isatty } from "node:tty";
import type { Handler } from "@agora/core";
import { formatText } from "@agora/core/text";
import { createLineWriter } from "./line-writer.ts";

const STANDARD_OUTPUT = 1;

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
  const write = createLineWriter(fd, PATIENCE_MS);
  const finish = (): void => write("");

  return {
    name: "console",
    isConsole: true,
    write: asText ? (line) => write(formatText(line, { colors: inColor })) : write,
    flush: finish,
    close: finish,
  };
}
