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

/** Nearly always what is right, at times what is not. */
function near(right: fc.Arbitrary<unknown>, bad: fc.Arbitrary<unknown> = text): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 60, arbitrary: right },
    { weight: 1, arbitrary: wrong },
    { weight: 1, arbitrary: bad },
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

function anyValue(depth: number): fc.Arbitrary<unknown> {
  const inner = depth === 0 ? leaf : anyValue(depth - 1);
  return fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 1, arbitrary: big },
    { weight: 2, arbitrary: fc.array(inner, { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.dictionary(fc.oneof(text, fc.constant("stacktrace")), inner, { maxKeys: 3 }) },
  );
}

const losses = fc.record(
  {
    dropped: near(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(0, 1_000_000)),
    truncated: near(
      fc.constantFrom(["message"], ["context", "exception"]),
      fc.constantFrom([], ["host"], ["file", "file"]),
    ),
  },
  { requiredKeys: [] },
);

const context = fc.oneof(
  { weight: 8, arbitrary: fc.dictionary(text, anyValue(2), { maxKeys: 5 }) },
  { weight: 2, arbitrary: fc.record({ _agora: near(losses), err: anyValue(2) }) },
  { weight: 1, arbitrary: big },
);

function exception(depth: number): fc.Arbitrary<unknown> {
  const inner = depth === 0 ? wrong : exception(depth - 1);
  return fc.record(
    {
      type: near(fc.constantFrom("Error", "E".repeat(256)), fc.constant("E".repeat(257))),
      message: near(text),
      stacktrace: near(fc.constantFrom("x", "x".repeat(16_384)), long),
      properties: near(context),
      cause: near(inner),
      errors: near(
        fc.oneof({ weight: 9, arbitrary: fc.array(inner, { maxLength: 2 }) }, { weight: 1, arbitrary: many }),
      ),
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

const shortName = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });

const entry = fc.record(
  {
    timestamp: near(
      fc.constantFrom("2026-11-20T10:00:00.123456Z", "2024-02-29T23:59:59.999999Z"),
      fc.constantFrom(
        "2023-02-29T00:00:00.000000Z",
        "2024-02-29T24:00:00.000000Z",
        "2024-02-29T23:00:00.000Z",
      ),
    ),
    level: near(fc.constantFrom("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"), fc.constant("debug")),
    message: near(text),
    service: near(shortName),
    file: near(fc.constantFrom("a.ts", "a/b.ts", "ä.ts"), fc.constantFrom("/a", "a//b", "a\\b", "a?b")),
    line: near(fc.constantFrom(0, 1, 4_294_967_295), fc.constantFrom(4_294_967_296, 1.5)),
    function: near(shortName),
    environment: near(fc.constantFrom("development", "production")),
    version: near(fc.constantFrom("1.2.3", "1.2.3-rc.1+b"), fc.constantFrom("01.2.3", "1.2", "1.2.3-")),
    host: near(shortName),
    correlation_id: near(uuid),
    user_id: near(shortName),
    trace_id: near(hexDigits(32), fc.oneof(hexDigits(31), fc.constant("0".repeat(32)))),
    span_id: near(hexDigits(16)),
    entry_id: near(fc.constant("01980c1e-9f00-7a3b-8c4d-5e6f708192a3"), uuid),
    schema_version: near(fc.constantFrom("1.0", "1.12"), fc.constantFrom("2.0", "1.01")),
    sampling: near(
      fc.record({ rate: near(fc.constantFrom(0.1, 5e-324), fc.double({ min: -1, max: 2, noNaN: true })) }),
    ),
    duration_ms: near(
      fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      fc.double({ max: 0, noNaN: true, noDefaultInfinity: true }),
    ),
    context: near(context),
    exception: near(fc.oneof({ weight: 5, arbitrary: exception(2) }, { weight: 1, arbitrary: chain })),
  },
  { requiredKeys: ["timestamp", "level", "message", "service", "file", "line", "function"] },
);

/** Entries that lack members or have one too many. */
const odd = fc
  .tuple(entry, fc.constantFrom("level", "service", "un/known~"), wrong)
  .map(([whole, name, value]) => ({ ...whole, [name]: name === "un/known~" ? value : undefined }));

/** Entries as JSON texts hold them: most are nearly valid, so that every rule is met and broken now and then. */
export const nearlyEntries: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 20, arbitrary: entry },
  { weight: 4, arbitrary: odd },
  { weight: 1, arbitrary: fc.jsonValue() },
);
