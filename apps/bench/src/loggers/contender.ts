import type { CallStyle } from "./source.ts";

/** Where the lines of a contender go. */
export type SinkKind = "null" | "file" | "buffered";

/** An open sink. */
export interface Sink {
  readonly kind: SinkKind;
  /** The file, for the sinks that write to one. */
  readonly path: string;
  /** Takes a line, for the null sink: it is encoded into memory and forgotten. */
  readonly take: (line: string) => void;
}

/** A logger that is open. */
export interface OpenLogger {
  readonly log: unknown;
  /** A child of it with a context of its own. */
  readonly child: (bound: object) => unknown;
  /** Waits until what was written is at the sink. */
  readonly drain: () => void | Promise<void>;
}

/** What a module under `contenders/` exports as `contender`. */
export interface LoggerContender {
  readonly name: string;
  readonly version: string;
  /** What its figure means, where that is not obvious. */
  readonly note?: string;
  readonly style: CallStyle;
  readonly sinks: readonly SinkKind[];
  /** What the build writes into its calls. */
  readonly build?: "sites" | "shapes";
  /** Opens it with the fields that all contenders carry. Level: INFO. */
  open(sink: Sink): OpenLogger | Promise<OpenLogger>;
}
