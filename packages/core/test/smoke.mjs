// Runs against the installed package, on any Node that it supports.
import assert from "node:assert/strict";
import { createEncoder, createRuntime, createSite } from "@agora/core";
import { captureSite } from "@agora/core/callsite";
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
