// Runs against the installed package, on any Node that it supports.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRuntime } from "@agora/core";
import { createNodePorts, createRuntimeConfig, resolveConfig } from "@agora/node-handlers";

const folder = mkdtempSync(join(tmpdir(), "agora-smoke-"));
const path = join(folder, "logs", "smoke.log");
const { config, sources } = resolveConfig(
  { serviceName: "smoke", console: { enabled: false }, file: { path } },
  { LOG_LEVEL: "debug" },
);
assert.equal(sources.level, "environment");

const runtime = createRuntime(createRuntimeConfig(config), createNodePorts());
runtime.runWithContext({ user_id: "u" }, () =>
  setTimeout(() => runtime.getLogger("a").debug("hello", { n: 1 }), 1),
);
await new Promise((resolve) => setTimeout(resolve, 20));
await runtime.shutdown();

const entry = JSON.parse(readFileSync(path, "utf8"));
assert.equal(entry.user_id, "u");
assert.deepEqual([entry.level, entry.file, entry.context], ["DEBUG", "smoke.mjs", { n: 1 }]);
assert.ok(Math.abs(Date.parse(entry.timestamp) - Date.now()) < 5000);
rmSync(folder, { recursive: true });
