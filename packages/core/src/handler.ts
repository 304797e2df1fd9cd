import type { Level } from "@agora/schema/tables";

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
  /** Name in reports, such as `file`. */
  readonly name: string;
  /** Whether the lines can be seen where the fallback writes to, so that a failure elsewhere need not repeat them. */
  readonly isConsole?: boolean;
  /** Writes one line. `level` is the level of the entry. */
  write(line: string, level: Level): void;
  /** Brings what was written to where it survives the process. */
  flush(): void | Promise<void>;
  /** Flushes and gives everything back. */
  close(): void | Promise<void>;
}
