import type * as prom from "prom-client";
import { AgoraError } from "@agora/core";
import type { Handler, Runtime, RuntimeState } from "@agora/core";
import { createTimedHandler } from "./timed-handler.ts";

/** Where metrics go, and what of. */
export interface MetricsOptions {
  /** The module `prom-client`, version 15 or later. */
  readonly client: Pick<typeof prom, "Counter" | "Gauge" | "Histogram" | "register">;
  /** Default: the client's own. */
  readonly registry?: prom.Registry | undefined;
  /** Value of the label `service`. */
  readonly service: string;
  /** What is measured: asked at each scrape, and never on the way of an entry. */
  readonly runtime: Pick<Runtime, "inspect">;
}

/** Metrics that are registered. */
export interface Metrics {
  /**
   * Wraps a handler so that its writes are in `agora_log_entry_duration_seconds`, under its name. Costs about 1 µs a
   * write.
   */
  timed(handler: Handler): Handler;
  /** Takes all of them out of the registry. */
  remove(): void;
}

type Labels = Readonly<Record<string, string>>;
/** Adds to the value of a set of labels. */
type Add = (labels: Labels, value: number) => void;

interface Kind {
  readonly type: "Counter" | "Gauge";
  readonly help: string;
  readonly labels: readonly string[];
  readonly collect: (state: RuntimeState, add: Add, service: string) => void;
}

const MOST_LOGGERS = 100;
const OTHER = "other";
const ROOT = "root";
const BUCKETS = [0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05];
const DURATION = "agora_log_entry_duration_seconds";
/** Counted by metrics of their own. */
const LEFT_OUT = new Set(["sampled", "rate_limited"]);

const KINDS: Readonly<Record<string, Kind>> = {
  agora_log_queue_size: {
    type: "Gauge",
    help: "Entries that handlers accepted and have not brought to their sink yet",
    labels: ["service"],
    collect: ({ handlers }, add, service) =>
      add({ service }, sum(handlers.map(({ status }) => status.pending ?? 0))),
  },
  agora_log_queue_dropped_total: {
    type: "Counter",
    help: "Entries that handlers accepted and did not bring to their sink",
    labels: ["service"],
    collect: ({ handlers }, add, service) =>
      add({ service }, sum(handlers.flatMap(({ status }) => Object.values(status.dropped ?? {})))),
  },
  agora_log_handler_queue_size: {
    type: "Gauge",
    help: "Entries that a handler accepted and has not brought to its sink yet",
    labels: ["service", "handler"],
    collect: ({ handlers }, add, service) => {
      for (const { name, status } of handlers) {
        if (status.pending !== undefined) add({ service, handler: name }, status.pending);
      }
    },
  },
  agora_log_handler_dropped_total: {
    type: "Counter",
    help: "Entries that a handler accepted and did not bring to its sink, by reason",
    labels: ["service", "handler", "reason"],
    collect: ({ handlers }, add, service) => {
      for (const { name, status } of handlers) {
        for (const [reason, count] of Object.entries(status.dropped ?? {})) {
          add({ service, handler: name, reason }, count);
        }
      }
    },
  },
  agora_log_handler_errors_total: {
    type: "Counter",
    help: "How often a handler failed",
    labels: ["service", "handler"],
    collect: ({ handlers }, add, service) => {
      for (const { name, status } of handlers) add({ service, handler: name }, status.errors ?? 0);
    },
  },
  agora_log_dropped_total: {
    type: "Counter",
    help: "Entries that no handler was given, by reason",
    labels: ["service", "reason"],
    collect: ({ dropped }, add, service) => {
      for (const [reason, count] of Object.entries(dropped)) {
        if (!LEFT_OUT.has(reason)) add({ service, reason }, count);
      }
    },
  },
  agora_log_sampled_total: {
    type: "Counter",
    help: "Entries that sampling left out",
    labels: ["service"],
    collect: ({ dropped }, add, service) => add({ service }, dropped.sampled ?? 0),
  },
  agora_log_rate_limited_total: {
    type: "Counter",
    help: "Entries that the rate limit left out",
    labels: ["service"],
    collect: ({ dropped }, add, service) => add({ service }, dropped.rate_limited ?? 0),
  },
  agora_log_file_rotations_total: {
    type: "Counter",
    help: "How often a log file was rotated",
    labels: ["service", "file_path"],
    collect: ({ handlers }, add, service) => {
      for (const { status } of handlers) {
        if (status.file !== undefined) add({ service, file_path: status.file.path }, status.file.rotations);
      }
    },
  },
  agora_log_file_size_bytes: {
    type: "Gauge",
    help: "Size of the log file that is written",
    labels: ["service", "file_path"],
    collect: ({ handlers }, add, service) => {
      for (const { status } of handlers) {
        if (status.file !== undefined) add({ service, file_path: status.file.path }, status.file.bytes);
      }
    },
  },
};

/**
 * Registers the metrics of a process's logging with prom-client. They are read when somebody scrapes; the way of an
 * entry is not touched. Every entry is counted once, however many handlers there are. The label `logger` has at most
 * 100 values, the first ones, and `other`.
 *
 * @throws {AgoraError} `AGORA_CONFIG` when a metric of such a name is registered already.
 *
 * @example
 * ```ts
 * import * as client from "prom-client";
 * registerMetrics({ client, service: "market-data", runtime });
 * ```
 */
export function registerMetrics(options: MetricsOptions): Metrics {
  const { client, service, runtime } = options;
  const registry = options.registry ?? client.register;
  const names = ["agora_log_entries_total", DURATION, ...Object.keys(KINDS)];
  const taken = names.find((name) => registry.getSingleMetric(name) !== undefined);
  if (taken !== undefined) {
    throw new AgoraError(
      "AGORA_CONFIG",
      `registry: ${taken} is registered already; remove it, or give another registry`,
    );
  }
  const read = createReader(runtime);
  const loggerLabel = createCap();
  const kinds: Readonly<Record<string, Kind>> = {
    agora_log_entries_total: {
      type: "Counter",
      help: "Entries that were written, each counted once",
      labels: ["service", "level", "logger"],
      collect: ({ entries }, add) => {
        for (const { logger, level, count } of entries)
          add({ service, level, logger: loggerLabel(logger) }, count);
      },
    },
    ...KINDS,
  };
  for (const [name, { type, help, labels, collect }] of Object.entries(kinds)) {
    const metric: prom.Counter | prom.Gauge = new client[type]({
      name,
      help,
      labelNames: [...labels],
      registers: [registry],
      collect() {
        metric.reset();
        collect(read(), (set, value) => metric.inc({ ...set }, value), service);
      },
    });
  }
  const duration = new client.Histogram({
    name: DURATION,
    help: "Seconds that a handler takes for a write",
    labelNames: ["handler"],
    buckets: BUCKETS,
    registers: [registry],
  });
  return {
    timed: (handler) =>
      createTimedHandler(handler, (seconds) => duration.observe({ handler: handler.name }, seconds)),
    remove() {
      for (const name of names) registry.removeSingleMetric(name);
    },
  };
}

/** One snapshot for all metrics of a scrape, which asks them in one go. */
function createReader(runtime: Pick<Runtime, "inspect">): () => RuntimeState {
  let state: RuntimeState | undefined;
  return () => {
    if (state === undefined) {
      state = runtime.inspect();
      queueMicrotask(() => (state = undefined));
    }
    return state;
  };
}

/** A name for the logger without one, and one for all that come after the first hundred. */
function createCap(): (logger: string) => string {
  const known = new Set<string>();
  return (logger) => {
    if (known.size < MOST_LOGGERS) known.add(logger);
    return known.has(logger) ? logger || ROOT : OTHER;
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
