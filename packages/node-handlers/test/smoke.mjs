// Runs against the installed package, on any Node that it supports.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRuntime } from "@agora/core";
import { createFileHandler, createNodePorts, createRuntimeConfig, resolveConfig } from "@agora/node-handlers";

const folder = mkdtempSync(join(tmpdir(), "agora-smoke-"));
const path = join(folder, "logs", "smoke.log");
const resolution = resolveConfig({
  code: { serviceName: "smoke", console: { enabled: false }, file: { path } },
  environment: { LOG_LEVEL: "debug" },
});
assert.deepEqual(resolution.sources.level, { source: "environment", name: "LOG_LEVEL" });

const runtime = createRuntime(createRuntimeConfig(resolution).runtime, createNodePorts());
runtime.runWithContext({ user_id: "u" }, () =>
  setTimeout(() => runtime.getLogger("a").debug("hello", { n: 1 }), 1),
);
await new Promise((resolve) => setTimeout(resolve, 20));
await runtime.shutdown();

const entry = JSON.parse(readFileSync(path, "utf8"));
assert.equal(entry.user_id, "u");
assert.deepEqual([entry.level, entry.file, entry.context], ["DEBUG", "smoke.mjs", { n: 1 }]);
assert.ok(Math.abs(Date.parse(entry.timestamp) - Date.now()) < 5000);

// A rotation, segments, and compression, which use what differs between versions.
const rotated = join(folder, "rotated.log");
for (const layout of ["backups", "segments"]) {
  const handler = createFileHandler({
    path: rotated,
    layout,
    maxBytes: 10,
    minRotationIntervalMs: 0,
    compress: true,
  });
  for (const line of ["123456789\n", "abcdefghi\n", "next\n"]) handler.write(line, "INFO");
  await handler.flush();
  await handler.close();
}
assert.deepEqual(
  readdirSync(folder)
    .filter((name) => name.startsWith("rotated"))
    .sort(),
  [
    "rotated.000001.log",
    "rotated.000002.log",
    "rotated.000003.log",
    "rotated.log",
    "rotated.log.1",
    "rotated.log.2",
  ],
);
assert.equal(readFileSync(`${rotated}.2`, "utf8"), "123456789\n");
rmSync(folder, { recursive: true });
