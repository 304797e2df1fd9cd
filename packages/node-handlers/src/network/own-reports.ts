import type { ErrorCode, HandlerHost, Level, OwnReport } from "@agora/core";

/** A report about a number of things of one kind. */
interface Kind {
  readonly level: Level;
  readonly code: ErrorCode;
  readonly message: string;
  /** Member of the context that holds the number. */
  readonly member: string;
}

type KindName = "failed" | "waiting" | "recovered" | "refused" | "rejected" | "overflow";

const KINDS: Readonly<Record<KindName, Kind>> = {
  failed: {
    level: "ERROR",
    code: "AGORA_HANDLER_IO",
    message: "A handler could not write; its lines go to standard error",
    member: "failures",
  },
  waiting: {
    level: "ERROR",
    code: "AGORA_HANDLER_IO",
    message: "A handler could not write; its lines wait",
    member: "failures",
  },
  recovered: {
    level: "WARNING",
    code: "AGORA_HANDLER_RECOVERED",
    message: "A handler writes again",
    member: "failures",
  },
  refused: {
    level: "WARNING",
    code: "AGORA_REFUSED",
    message: "A receiver refused entries; they go to standard error",
    member: "refused",
  },
  rejected: {
    level: "WARNING",
    code: "AGORA_REFUSED",
    message: "A receiver rejected entries of a request that it took",
    member: "refused",
  },
  overflow: {
    level: "WARNING",
    code: "AGORA_DROPPED",
    message: "Entries were dropped",
    member: "dropped",
  },
};

/** What was not reported yet. */
interface Pending {
  count: number;
  context: object;
  error: unknown;
  reportedAt: number;
}

/** A report of one kind is repeated after this time at the earliest, with the sum of what came meanwhile. */
const INTERVAL_MS = 10_000;

/** What a handler says about itself, each kind at once and then at most once in 10 seconds. */
export class OwnReports {
  readonly #handler: string;
  readonly #url: string;
  readonly #pending = new Map<KindName, Pending>();

  constructor(handler: string, url: string) {
    this.#handler = handler;
    this.#url = url;
  }

  /** Adds to the sum of a kind. */
  add(kind: KindName, count: number, context: object = {}, error?: unknown): void {
    const before = this.#pending.get(kind);
    const { count: sum = 0, reportedAt = -Infinity } = before ?? {};
    this.#pending.set(kind, { count: sum + count, context, error, reportedAt });
  }

  /**
   * Makes the lines of what is due.
   *
   * @param isLast also of what would have to wait.
   */
  take(host: HandlerHost, now: number, isLast = false): { isFailure: boolean; line: string }[] {
    const taken: { isFailure: boolean; line: string }[] = [];
    for (const [name, pending] of this.#pending) {
      const { count, context, error, reportedAt } = pending;
      if (count === 0 || (!isLast && now - reportedAt < INTERVAL_MS)) continue;
      const { level, code, message, member } = KINDS[name];
      const report: OwnReport = {
        level,
        code,
        message,
        context: { handler: this.#handler, url: this.#url, [member]: count, ...context },
        error: error === undefined ? undefined : failure(String(error)),
      };
      this.#pending.set(name, { count: 0, context: {}, error: undefined, reportedAt: now });
      const line = host.reportLine(report);
      if (line !== "") taken.push({ isFailure: code === "AGORA_HANDLER_IO", line });
    }
    return taken;
  }
}

/** An error without a stack: where in this package it was made helps nobody. */
function failure(text: string): Error {
  const error = new Error(text);
  delete error.stack;
  return error;
}
