// Runs against the installed package, on any Node that it supports.
import assert from "node:assert/strict";
import {
  createEncoder,
  createRateLimiter,
  createRuntime,
  createSampler,
  createSite,
  getHealthStatus,
} from "@agora/core";
import { captureSite } from "@agora/core/callsite";
import { createTestSink, matchesEntry } from "@agora/core/testing";
import { formatText } from "@agora/core/text";

const encode = createEncoder({ service: "smoke" });
const line = encode({
  time: 1_700_000_000_123,
  micros: 456,
  level: "INFO",
  message: "hello",
  site: createSite("a.ts", 1, "f"),
  context: { b: 2n ** 64n, a: "\ud800" },
});
assert.equal(
  line,
  '{"timestamp":"2023-11-14T22:13:20.123456Z","level":"INFO","message":"hello","service":"smoke","file":"a.ts","line":1,' +
    '"function":"f","context":{"a":"\ufffd","b":"18446744073709551616"}}\n',
);
assert.match(
  formatText(line),
  /^2023-11-14 22:13:20\.123 INFO     smoke hello  a=\ufffd b=18446744073709551616  a\.ts:1 f\n$/,
);

const lines = [];
const handler = { name: "list", write: (text) => lines.push(text), flush() {}, close() {} };
const runtime = createRuntime(
  { service: "smoke", handlers: [handler] },
  { clock: () => 0, stack: captureSite },
);
runtime.getLogger("smoke").error("failed", new Error("boom"));
const entry = JSON.parse(lines[0]);
assert.equal(entry.exception.message, "boom");
assert.deepEqual([entry.file, entry.function], ["smoke.mjs", "<module>"]);
await runtime.shutdown();

const sink = createTestSink();
{
  const other = createRuntime(
    {
      service: "smoke",
      handlers: [{ handler: sink, loggers: ["a.#", "agora"] }],
      sampler: createSampler({ rates: { INFO: 0 } }),
      rateLimiter: createRateLimiter({ burstSize: 1 }),
    },
    { clock: () => 0 },
  );
  other.setLevel("DEBUG", "a");
  other.getLogger("a.b").debug("one");
  other.getLogger("a.b").debug("limited");
  other.getLogger("a.b").info("sampled");
  other.getLogger("b").error("elsewhere");
  assert.deepEqual(other.dropped, { rate_limited: 1, sampled: 1 });
  assert.deepEqual(
    [getHealthStatus(other).is_healthy, getHealthStatus(other).metrics.entries_total],
    [true, 3],
  );
  assert.equal(typeof Symbol.asyncDispose, "symbol");
  await other[Symbol.asyncDispose]();
}
assert.deepEqual(
  sink.entries().map(({ message, context }) => context?.reason ?? message),
  ["A level was changed", "one", "rate_limited", "sampled"],
);
assert.ok(matchesEntry(sink.entries()[1], { level: "debug", logger_name: "a.b" }));
