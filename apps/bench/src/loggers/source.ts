import type { CallKind } from "./workloads.ts";

/** Call sites of a generated program: a service has many, and each of them may be warm or not. */
const SITES = 16;

/** How a logger is called. */
export interface CallStyle {
  /**
   * The text of one call on `log`.
   *
   * @param message the literal
   * @param context the literal of the context; undefined where there is none
   * @param error the expression of the error; undefined where there is none
   * @param byHand the inside of a template literal for the context; empty where there is none
   */
  call(
    level: "debug" | "info" | "error",
    message: string,
    context: string | undefined,
    error: string | undefined,
    byHand: string,
  ): string;
}

/**
 * The program of one contender and workload: `run(log, records, from, count)` makes `count` calls, taking records and
 * call sites in turn. It is source text, so that build steps see it as they see a user's code.
 *
 * @param isTyped whether `log` is declared as a logger of ours, so that a build step knows it
 */
export function programSource(kind: CallKind, style: CallStyle, isTyped: boolean): string {
  const level = kind.isDisabled ? "debug" : kind.error === undefined ? "info" : "error";
  const members = Object.entries(kind.context).map(([key, expression]) => `${key}: ${expression}`);
  const context = members.length > 0 ? `{ ${members.join(", ")} }` : undefined;
  const cases = Array.from({ length: SITES }, (_, site) => {
    const message = JSON.stringify(`order was placed at venue ${site}`);
    return `      case ${site}: ${style.call(level, message, context, kind.error, kind.byHand)}; break;`;
  });
  return [
    ...(isTyped ? ['import type { Logger } from "@agora/core";'] : []),
    `export function run(${isTyped ? "log: Logger, records: any[], from: number, count: number" : "log, records, from, count"}) {`,
    "  for (let i = from; i < from + count; i++) {",
    "    const r = records[i & 63];",
    `    switch (i % ${SITES}) {`,
    ...cases,
    "    }",
    "  }",
    "}",
    "",
  ].join("\n");
}

/** `log.info(message, context, error)`: ours, and some others'. */
export const messageFirst: CallStyle = {
  call: (level, message, context, error) =>
    `log.${level}(${[message, context, error].filter((part) => part !== undefined).join(", ")})`,
};

/** `log.info({ ...context, err }, message)`: pino's and its relatives'. */
export const objectFirst: CallStyle = {
  call: (level, message, context, error) => {
    const object = withError(context, error);
    return `log.${level}(${object === undefined ? "" : `${object}, `}${message})`;
  },
};

/** A context literal with the error as its member `err`. */
export function withError(context: string | undefined, error: string | undefined): string | undefined {
  if (error === undefined) return context;
  return context === undefined ? `{ err: ${error} }` : `${context.slice(0, -2)}, err: ${error} }`;
}
