import type { ErrorCode, Level } from "@agora/schema/tables";

/** Why lines did not arrive. */
export type DropReason =
  /** A full queue or spool made room, or could not. */
  | "overflow"
  /** They came after `shutdown` or `close`. */
  | "closed"
  /** Sampling left them out. */
  | "sampled"
  /** The rate limit left them out. */
  | "rate_limited"
  /** Too large for where they were to go. */
  | "size"
  /** The sink failed, and there was no fallback that took them. */
  | "failed"
  /** A handler or a getter logged while it was asked to write. */
  | "recursion";

/** An entry of the library about itself. */
export interface OwnReport {
  readonly level: Level;
  /** Stable code; the error reference lists it. Written as `context.code`. */
  readonly code: ErrorCode;
  readonly message: string;
  readonly context?: object | undefined;
  readonly error?: unknown;
}

/** What a runtime offers to the handlers that it has opened. */
export interface HandlerHost {
  /** The wall clock: whole microseconds since 1970. */
  readonly clock: () => number;
  /** Makes the line of a report, for the handler to write in its place among the others. Never throws. */
  readonly reportLine: (report: OwnReport) => string;
  /**
   * Takes lines, each with its line feed, to standard error: those that a handler accepted and cannot bring to its
   * sink. Lines that a console shows anyway are not written twice. Never throws.
   *
   * @param count how many lines they are; they count as dropped (`failed`) where the fallback fails as well.
   */
  readonly fallback: (lines: string, count: number) => void;
}

/** How a handler fares. */
export interface HandlerStatus {
  /** Whether the last attempt to write went well. */
  readonly isHealthy: boolean;
  /** What went wrong last, while it is not healthy. */
  readonly error?: string | undefined;
  /** Lines that were accepted and are not at the sink yet. */
  readonly pending?: number | undefined;
  /** How many lines may be pending. */
  readonly capacity?: number | undefined;
  /** Lines that did not arrive, by reason, since the handler was made. */
  readonly dropped?: Readonly<Partial<Record<DropReason, number>>> | undefined;
  /** How often the sink has failed. */
  readonly errors?: number | undefined;
  /** The file that is written now. */
  readonly file?: { readonly path: string; readonly bytes: number; readonly rotations: number } | undefined;
}

/**
 * Takes finished lines somewhere: a console, a file, a network. What applications and packages implement.
 *
 * - `write` is called once for each entry, in the order of the calls, and gets the whole line with its line feed. It
 *   must not keep the call waiting longer than the sink takes, and must not log.
 * - Whatever a method throws, or a promise that it returns rejects with, never reaches the application: the line goes
 *   to the fallback of the runtime (standard error), a report follows at once and then at most one in 10 seconds, and
 *   the handler is asked again with the next line.
 * - `flush` and `close` may take their time. After `close` nothing is written any more; it is called once.
 */
export interface Handler {
  /** Name in reports and in the health report, such as `file`. */
  readonly name: string;
  /** Whether the lines can be seen where the fallback writes to, so that a failure elsewhere need not repeat them. */
  readonly isConsole?: boolean;
  /** Whether what it takes stays in the process, so that it is no proof that anybody can read it. */
  readonly isVolatile?: boolean;
  /** Whether it may send an entry twice, so that entries must have an `entry_id`. All entries of the process have it. */
  readonly needsEntryId?: boolean;
  /** Called once, before the first line. */
  open?(host: HandlerHost): void;
  /** Writes one line. `level` is the level of the entry. */
  write(line: string, level: Level): void;
  /** Writes several lines at once, given as one text of `count` lines. Without it, `write` is called for each. */
  writeMany?(lines: string, count: number): void;
  /** Brings what was written to where it survives the process. */
  flush(): void | Promise<void>;
  /**
   * The part of `flush` that needs no waiting: the last call when a process ends, where no promise can be kept. What
   * has it has nothing under way when it returns; without it, lines whose promise is not settled at the end of the
   * process go to the fallback.
   */
  flushSync?(): void;
  /** Flushes and gives everything back. */
  close(): void | Promise<void>;
  /** Opens its file anew: somebody has renamed it. */
  reopen?(): void;
  /** How it fares now; cheap enough to be asked each second. */
  status?(): HandlerStatus;
}

/** A handler that gets only a part of the entries. */
export interface Route {
  readonly handler: Handler;
  /**
   * Patterns for logger names: segments between dots, `*` for exactly one segment, `#` for any number of them, none
   * included. An entry matches when one of them does. Default: all names.
   */
  readonly loggers?: readonly string[] | undefined;
  /** Lowest level. Default: what the logger writes. */
  readonly level?: Level | undefined;
  /** Routes with a higher number get an entry first. Default: 0; of equal ones the order of the list counts. */
  readonly priority?: number | undefined;
}
