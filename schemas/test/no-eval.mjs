// Run by a test in a process that cannot make code from text. A module file has no `require`, as in a browser.
import { strict as assert } from "node:assert";

// oxlint-disable-next-line typescript/no-implied-eval -- proves that the process refuses it
assert.throws(() => new Function("return 1"), /Code generation from strings disallowed/);
assert.equal(typeof require, "undefined");
assert.equal(globalThis.require, undefined);

const { validateEntry } = await import("@agora/schema");
const { validateConfig } = await import("@agora/schema/config");
const { validateLine } = await import("@agora/schema/lossless");
const { decodeEntry, encodeEntry } = await import("@agora/schema/proto");
const { LEVELS } = await import("@agora/schema/tables");

const entry = {
  timestamp: "2026-11-20T10:00:00.123456Z",
  level: LEVELS[1],
  message: "m",
  service: "s",
  file: "a.ts",
  line: 1,
  function: "f",
  context: { a: ["x", 1] },
};
assert.deepEqual(validateEntry(entry), []);
assert.equal(validateEntry({ ...entry, service: "s".repeat(129) })[0].rule, "entry.max_length");
assert.equal(validateEntry({ ...entry, context: { _agora: { truncated: ["host", "host"] } } }).length, 3);
assert.deepEqual(validateLine(new TextEncoder().encode(JSON.stringify(entry))), []);
assert.deepEqual(validateConfig({ serviceName: "s" }), []);
assert.deepEqual(decodeEntry(encodeEntry(entry)), entry);
process.stdout.write("fine\n");
