import type { HandlerHost } from "@agora/core";

// Every copy of this package in the process knows it, whichever made the handler and whichever the queue. The error is
// told by its members for the same reason.
const KEEPS_LINES = Symbol.for("agora.keeps-lines.1");

/** Raised by a sink that takes no more just now (EAGAIN), to a caller that keeps the lines and comes again. */
export class SinkBusy extends Error {
  /** Lines of the call that the sink has taken, one that it has only begun included: it finishes that itself. */
  readonly linesTaken: number;
  readonly isSinkBusy = true;

  constructor(linesTaken: number, options?: { cause?: unknown }) {
    super("the sink takes no more just now", options);
    this.name = "SinkBusy";
    this.linesTaken = linesTaken;
  }
}

/** How many lines a sink took that is busy now; undefined for any other error. */
export function linesTakenByBusy(error: unknown): number | undefined {
  const { isSinkBusy, linesTaken } = (error ?? {}) as Partial<SinkBusy>;
  return isSinkBusy === true ? linesTaken : undefined;
}

/** A host for handlers whose caller keeps the lines when they raise {@link SinkBusy}. */
export function hostThatKeepsLines(host: HandlerHost): HandlerHost {
  const keeping = {
    clock: () => host.clock(),
    reportLine: (report: Parameters<HandlerHost["reportLine"]>[0]) => host.reportLine(report),
    fallback: (lines: string, count: number) => host.fallback(lines, count),
    [KEEPS_LINES]: true,
  };
  return keeping;
}

/** Whether whoever calls a handler keeps the lines that it does not take. */
export function keepsLines(host: HandlerHost): boolean {
  return (host as { readonly [KEEPS_LINES]?: boolean })[KEEPS_LINES] === true;
}
