// Runs against the installed package, on any Node that it supports.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { flush, getLogger, initialize, shutdown } from "@agora/logger";

const folder = mkdtempSync(join(tmpdir(), "agora-smoke-"));
const path = join(folder, "smoke.log");
initialize({ serviceName: "smoke", console: { enabled: false }, file: { path } });
getLogger("smoke").info("hello", { n: 1 });
await flush();
await shutdown();

const entry = JSON.parse(readFileSync(path, "utf8"));
assert.deepEqual(
  [entry.service, entry.message, entry.file, entry.context],
  ["smoke", "hello", "smoke.mjs", { n: 1 }],
);
rmSync(folder, { recursive: true });
