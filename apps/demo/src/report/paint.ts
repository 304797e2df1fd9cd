import { styleText } from "node:util";
import type { WriteStream } from "node:tty";

/** Marks a text up for a terminal, or leaves it plain. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  accent(text: string): string;
  /** In the colour of a level. */
  level(level: string, text: string): string;
}

type Style = Parameters<typeof styleText>[0];

const LEVEL_STYLES: Readonly<Record<string, Style>> = {
  DEBUG: "gray",
  INFO: "green",
  WARNING: "yellow",
  ERROR: "red",
  CRITICAL: ["bold", "red"],
};

/** Paints, or where `enabled` is false returns every text as it is. */
export function createPaint(enabled: boolean): Paint {
  const as = (style: Style, text: string): string =>
    enabled && text !== "" ? styleText(style, text, { validateStream: false }) : text;
  return {
    bold: (text) => as("bold", text),
    dim: (text) => as("dim", text),
    good: (text) => as("green", text),
    bad: (text) => as("red", text),
    accent: (text) => as("cyan", text),
    level: (level, text) => as(LEVEL_STYLES[level] ?? "reset", text),
  };
}

/** Whether a stream is a terminal that shows colours and is not asked to leave them (`NO_COLOR`), or `FORCE_COLOR` is set. */
export function wantsColours(stream: Partial<WriteStream>, environment: NodeJS.ProcessEnv): boolean {
  if (stream.isTTY === true) return stream.hasColors?.() ?? false;
  const forced = environment["FORCE_COLOR"];
  return (
    forced !== undefined && forced !== "0" && forced !== "false" && environment["NO_COLOR"] === undefined
  );
}
