/** What an error of a workload says; each language raises one of its own with it. */
export interface WorkloadError {
  readonly type: string;
  readonly message: string;
}

/** One entry to be encoded, as plain JSON, so that every language reads the same. */
export interface WorkloadEntry {
  readonly level: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly function: string;
  /** Context bound to the logger; empty where there is none. */
  readonly bound: Readonly<Record<string, unknown>>;
  /** Context of the call. */
  readonly context: Readonly<Record<string, unknown>>;
  readonly error: WorkloadError | null;
}

/** A kind of entry, in some variety. */
export interface Workload {
  /** One letter. */
  readonly id: string;
  readonly title: string;
  /** 64 entries, taken in turn, so that no contender sees the same one twice in a row. */
  readonly entries: readonly WorkloadEntry[];
}

/** What all entries of the benchmark share. */
export const SHARED = {
  service: "bench",
  environment: "production",
  version: "1.2.3",
  host: "node-1",
  logger_name: "bench.orders",
  /** Microseconds since 1970: the time of the first entry; each later one is 1,000 µs later. */
  first_time_us: 1_780_000_000_000_123,
} as const;

const VARIETY = 64;

type EntryParts = Pick<WorkloadEntry, "bound" | "context" | "error">;

/** The workloads, always the same. */
export function makeWorkloads(): Workload[] {
  return [
    workload("a", "message only", () => ({ bound: {}, context: {}, error: null })),
    workload("b", "message and 4 fields", (i) => ({ bound: {}, context: fourFields(i), error: null })),
    workload("c", "message, 12 nested fields and an error", (i) => ({
      bound: {},
      context: nestedFields(i),
      error: { type: "TimeoutError", message: `venue ${i} did not answer within 250 ms` },
    })),
    workload("d", "child with 6 fields bound, 2 in the call", (i) => ({
      bound: sixFields(0),
      context: { attempt: i % 5, elapsed: i / 8 },
      error: null,
    })),
    workload("f", "6 fields, 2 of them secrets", (i) => ({
      bound: {},
      context: { ...fourFields(i), api_key: `sk_live_${i}`, password: `hunter${i}` },
      error: null,
    })),
  ];
}

function workload(id: string, title: string, parts: (i: number) => EntryParts): Workload {
  const entries = Array.from({ length: VARIETY }, (_, i) => ({
    level: i % 8 === 7 ? "WARNING" : "INFO",
    message: `order ${100_000 + i * 37} was placed at the venue`,
    file: "orders.ts",
    line: 20 + i,
    function: "placeOrder",
    ...parts(i),
  }));
  return { id, title, entries };
}

function fourFields(i: number): Record<string, unknown> {
  return {
    symbol: ["MAPLE", "CEDAR", "ROWAN"][i % 3],
    quantity: i * 25,
    price: 41.25 + i / 16,
    urgent: i % 2 === 0,
  };
}

function sixFields(i: number): Record<string, unknown> {
  return { ...fourFields(i), account: `ACC-${1000 + i}`, venue: "XGRV" };
}

function nestedFields(i: number): Record<string, unknown> {
  return {
    order: { id: `FLOOR-${i}`, symbol: "MAPLE", side: "buy", quantity: i * 25, price: 41.25 + i / 16 },
    request: { method: "POST", path: `/orders/${i}`, status: 504, retries: [50, 100, 200] },
    venue: { name: "Größter Platz", session: { open: true, latency_ms: 0.125 * i } },
  };
}
