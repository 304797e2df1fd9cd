import * as fc from "fast-check";

const hexDigits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });

const uuid = fc
  .tuple(hexDigits(8), hexDigits(4), hexDigits(4), hexDigits(4), hexDigits(12))
  .map((parts) => parts.join("-"));

/** Texts whose size in bytes is around a limit. */
const long = fc
  .tuple(
    fc.constantFrom("x", "é", "\u{1F602}", "\n", "\u0001"),
    fc.constantFrom(128, 256, 256, 8192, 16_384),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([unit, limit, more]) =>
    unit.repeat(Math.floor(limit / (Buffer.byteLength(JSON.stringify(unit)) - 2)) + more),
  );

const text = fc.oneof(
  { weight: 10, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  {
    weight: 10,
    arbitrary: fc.string({
      unit: fc.constantFrom("\n", "\0", '"', "é", "\u{1F602}", "\ud800", "/", "~", "a"),
      maxLength: 6,
    }),
  },
  { weight: 1, arbitrary: long },
);

const wrong = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1.5,
  "",
  "x",
  [],
  {},
  [null],
  { a: 1 },
  9_007_199_254_740_992,
);

/** Mostly what is right, at times what is not. */
function near(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: right },
    { weight: 1, arbitrary: wrong },
    { weight: 1, arbitrary: text },
  );
}

function members(count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]));
}

const leaf = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  text,
);

const big = fc.oneof(
  fc.constantFrom(255, 256, 257).map((count) => Array.from({ length: count }, () => 1)),
  fc.constantFrom(127, 128, 129, 130).map(members),
  fc
    .integer({ min: 13, max: 18 })
    .map((depth) => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`) as unknown),
);

function value(depth: number): fc.Arbitrary<unknown> {
  const inner = depth === 0 ? leaf : value(depth - 1);
  return fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 1, arbitrary: big },
    { weight: 2, arbitrary: fc.array(inner, { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.dictionary(fc.oneof(text, fc.constant("stacktrace")), inner, { maxKeys: 3 }) },
  );
}

const losses = fc.record(
  {
    dropped: near(fc.integer({ min: 0, max: 1_000_000 })),
    truncated: near(fc.array(fc.constantFrom("message", "context", "host"), { maxLength: 4 })),
  },
  { requiredKeys: [] },
);

const context = fc.oneof(
  { weight: 8, arbitrary: fc.dictionary(text, value(2), { maxKeys: 5 }) },
  { weight: 2, arbitrary: fc.record({ _agora: near(losses), err: value(2) }) },
  { weight: 1, arbitrary: big },
);

function exception(depth: number): fc.Arbitrary<unknown> {
  const inner = depth === 0 ? wrong : exception(depth - 1);
  return fc.record(
    {
      type: near(fc.constantFrom("Error", "E".repeat(256), "E".repeat(257))),
      message: near(text),
      stacktrace: near(text),
      properties: near(context),
      cause: near(inner),
      errors: near(
        fc.oneof({ weight: 9, arbitrary: fc.array(inner, { maxLength: 2 }) }, { weight: 1, arbitrary: many }),
      ),
      more: wrong,
    },
    { requiredKeys: ["type", "message"] },
  );
}

const many = fc
  .constantFrom(16, 17)
  .map((count) => Array.from({ length: count }, () => ({ type: "E", message: "" })));

/** A chain of so many causes. */
const chain = fc
  .integer({ min: 6, max: 10 })
  .map((length) =>
    Array.from({ length }).reduce<object | undefined>(
      (cause) => ({ type: "E", message: "", ...(cause && { cause }) }),
      undefined,
    ),
  );

const entry = fc.record(
  {
    timestamp: near(
      fc.constantFrom(
        "2026-11-20T10:00:00.123456Z",
        "2023-02-29T00:00:00.000000Z",
        "2024-02-29T24:00:00.000000Z",
      ),
    ),
    level: near(fc.constantFrom("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL", "debug")),
    message: near(text),
    service: near(text),
    file: near(fc.constantFrom("a.ts", "a/b.ts", "/a", "a//b", "ä.ts")),
    line: near(fc.constantFrom(0, 1, 4_294_967_295, 4_294_967_296, 1.5)),
    function: near(text),
    environment: near(fc.constantFrom("development", "production")),
    version: near(fc.constantFrom("1.2.3", "1.2.3-rc.1+b", "01.2.3", "1.2")),
    host: near(text),
    correlation_id: near(uuid),
    user_id: near(text),
    trace_id: near(fc.oneof(hexDigits(32), hexDigits(31), fc.constant("0".repeat(32)))),
    span_id: near(hexDigits(16)),
    entry_id: near(uuid),
    schema_version: near(fc.constantFrom("1.0", "1.12", "2.0")),
    sampling: near(
      fc.record(
        { rate: near(fc.double({ min: 0, max: 1, noNaN: true })), more: wrong },
        { requiredKeys: [] },
      ),
    ),
    duration_ms: near(fc.double({ noNaN: true, noDefaultInfinity: true })),
    context: near(context),
    exception: near(fc.oneof({ weight: 5, arbitrary: exception(2) }, { weight: 1, arbitrary: chain })),
    "un/known~": wrong,
  },
  { requiredKeys: [] },
);

/** Entries as JSON texts hold them: most are nearly valid, so that every rule is met and broken now and then. */
export const nearlyEntries: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 20, arbitrary: entry },
  { weight: 1, arbitrary: fc.jsonValue() },
);
