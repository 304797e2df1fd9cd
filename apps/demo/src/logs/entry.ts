import type { ServiceName } from "../orders/outcomes.ts";

/** An error as an entry carries it. */
export interface LoggedException {
  readonly type: string;
  readonly message: string;
  readonly stacktrace?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly cause?: LoggedException;
}

/** The members of an entry that the report speaks of. */
export interface LoggedEntry {
  readonly timestamp: string;
  readonly level: string;
  readonly message: string;
  readonly service: ServiceName;
  readonly file: string;
  readonly line: number;
  readonly function: string;
  readonly correlation_id?: string;
  readonly trace_id?: string;
  readonly duration_ms?: number;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly exception?: LoggedException;
}

/** An error and its causes, outermost first. */
export function chainOf(exception: LoggedException | undefined): LoggedException[] {
  const chain: LoggedException[] = [];
  for (let link = exception; link !== undefined; link = link.cause) chain.push(link);
  return chain;
}
