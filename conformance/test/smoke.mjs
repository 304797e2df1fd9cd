// Runs against the installed package, on any Node that it supports.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { loadVectors } from "@agora/conformance";

assert.ok(loadVectors().length > 1_200);

const manifest = createRequire(import.meta.url).resolve("@agora/conformance/package.json");
const cli = join(dirname(manifest), "dist", "cli.js");
const run = (...args) =>
  spawnSync(process.execPath, [cli, ...args], { encoding: "utf8", input: "not json\n" });

const validated = run("validate", "-");
assert.equal(validated.status, 1, validated.stderr);
assert.match(validated.stdout, /^-:1:1: error json\.syntax/);

const judged = run("run", "--profile", "V");
assert.equal(judged.status, 0, judged.stdout + judged.stderr);
assert.match(judged.stdout, /^validator: \d+ cases, \d+ ok/);

assert.equal(run("run", "--profile", "V", "--only", "c.num").status, 4);
