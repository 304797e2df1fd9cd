/** A kind of call that the loggers are timed with. */
export interface CallKind {
  /** One letter, as everywhere in the benchmarks. */
  readonly id: "a" | "b" | "c" | "d" | "e" | "f" | "g";
  readonly title: string;
  /** Members of the call's context, in the order of the source, with the expression of each over the record `r`. */
  readonly context: Readonly<Record<string, string>>;
  /** The same as the inside of a template literal, keys sorted: what a hand would write that knows all values. */
  readonly byHand: string;
  /** The expression of the call's error; undefined where it has none. */
  readonly error?: string;
  /** Whether the logger is a child with {@link BOUND}. */
  readonly isChild: boolean;
  /** Whether the level of the call is below the logger's. */
  readonly isDisabled: boolean;
}

const FOUR_FIELDS = { symbol: "r.symbol", quantity: "r.quantity", price: "r.price", urgent: "r.urgent" };

const FOUR_BY_HAND =
  '"price":${r.price},"quantity":${r.quantity},"symbol":"${r.symbol}","urgent":${r.urgent}';

const NESTED_FIELDS = {
  order: '{ id: r.id, symbol: r.symbol, side: "buy", quantity: r.quantity, price: r.price }',
  request: '{ method: "POST", path: r.path, status: 504, retries: r.retries }',
  venue: "{ name: r.venue, session: { open: r.urgent, latency_ms: r.latency } }",
};

const NESTED_BY_HAND = [
  '"order":{"id":"${r.id}","price":${r.price},"quantity":${r.quantity},"side":"buy","symbol":"${r.symbol}"}',
  '"request":{"method":"POST","path":"${r.path}","retries":[${r.retries}],"status":504}',
  '"venue":{"name":"${r.venue}","session":{"latency_ms":${r.latency},"open":${r.urgent}}}',
].join(",");

const plain = { isChild: false, isDisabled: false };

/** The workloads of the loggers. */
export const CALL_KINDS: readonly CallKind[] = [
  { ...plain, id: "a", title: "message only", context: {}, byHand: "" },
  { ...plain, id: "b", title: "message and 4 fields", context: FOUR_FIELDS, byHand: FOUR_BY_HAND },
  {
    ...plain,
    id: "c",
    title: "message, 12 nested fields and an error",
    context: NESTED_FIELDS,
    byHand: NESTED_BY_HAND,
    error: "r.error",
  },
  {
    ...plain,
    id: "d",
    title: "child with 6 fields bound, 2 in the call",
    context: { attempt: "r.attempt", elapsed: "r.latency" },
    byHand: '"attempt":${r.attempt},"elapsed":${r.latency}',
    isChild: true,
  },
  {
    ...plain,
    id: "e",
    title: "disabled level, 4 fields",
    context: FOUR_FIELDS,
    byHand: "",
    isDisabled: true,
  },
  {
    ...plain,
    id: "f",
    title: "6 fields, 2 of them secrets",
    context: { ...FOUR_FIELDS, api_key: "r.apiKey", password: "r.password" },
    byHand: `"api_key":"[REDACTED]","password":"[REDACTED]",${FOUR_BY_HAND}`,
  },
  {
    ...plain,
    id: "g",
    title: "as c, an error that nobody has seen",
    context: NESTED_FIELDS,
    byHand: NESTED_BY_HAND,
    error: "r.newError()",
  },
];

/** What a child logger is bound to. */
export const BOUND = {
  symbol: "MAPLE",
  quantity: 1200,
  price: 41.25,
  urgent: false,
  account: "ACC-1000",
  venue: "XGRV",
} as const;

/** What all entries share; every contender that can, writes it. */
export const SHARED_FIELDS = {
  service: "bench",
  environment: "production",
  version: "1.2.3",
  host: "node-1",
  logger_name: "bench.orders",
} as const;

/** What the calls of one entry read. */
export interface CallRecord {
  readonly id: string;
  readonly symbol: string;
  readonly quantity: number;
  readonly price: number;
  readonly urgent: boolean;
  readonly path: string;
  readonly retries: readonly number[];
  readonly venue: string;
  readonly latency: number;
  readonly attempt: number;
  readonly apiKey: string;
  readonly password: string;
  /** An error, the same one whenever this record's turn comes. */
  readonly error: Error;
  /** A new error with the stack of a real one. */
  readonly newError: () => Error;
}

const VARIETY = 64;

/** The records, always the same; they are taken in turn. */
export function makeRecords(): CallRecord[] {
  return Array.from({ length: VARIETY }, (_, i) => ({
    ...errorsOf(`venue ${i} did not answer within 250 ms`),
    id: `FLOOR-${i}`,
    symbol: ["MAPLE", "CEDAR", "ROWAN"][i % 3] as string,
    quantity: i * 25,
    price: 41.25 + i / 16,
    urgent: i % 2 === 0,
    path: `/orders/${i}`,
    retries: [50, 100, 200],
    venue: "Größter Platz",
    latency: 0.125 * i,
    attempt: i % 5,
    apiKey: `sk_live_${i}`,
    password: `hunter${i}`,
  }));
}

/** Walking the stack would cost each contender the same, and more than most of them. So new errors share its text. */
function errorsOf(message: string): Pick<CallRecord, "error" | "newError"> {
  const first = deep(9, message);
  const { stack = "" } = first;
  const newError = (): Error => {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    const error = new TypeError(message);
    Error.stackTraceLimit = stackTraceLimit;
    Object.defineProperty(error, "stack", { value: stack });
    return error;
  };
  return { error: first, newError };
}

function deep(frames: number, message: string): Error {
  return frames === 0 ? new TypeError(message) : deep(frames - 1, message);
}
