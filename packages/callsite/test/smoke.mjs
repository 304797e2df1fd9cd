// Runs against the installed package, on any Node that it supports.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CallsiteConfigError, transform } from "@agora/callsite";
import esbuild from "@agora/callsite/esbuild";
import rolldown from "@agora/callsite/rolldown";
import rollup from "@agora/callsite/rollup";
import rspack from "@agora/callsite/rspack";
import vite from "@agora/callsite/vite";
import webpack from "@agora/callsite/webpack";

const result = transform('\nfunction f() { log.info("m") }', "/app/src/a.ts", { root: "/app" });
assert.match(result.code, /file:"src\/a\.ts".*__agora_site\(2,"f","m"\)/);
assert.equal(result.map.sources[0], "/app/src/a.ts");
assert.throws(() => transform("", "/a.ts", { root: 1 }), CallsiteConfigError);
for (const plugin of [esbuild, rolldown, rollup, vite]) assert.equal(plugin().name, "agora-callsite");
for (const plugin of [rspack, webpack]) assert.equal(typeof plugin().apply, "function");

const folder = mkdtempSync(join(tmpdir(), "callsite-smoke-"));
try {
  // A logger as ours is seen from outside; its text must not look like ours, which the hook leaves alone.
  const ours =
    'const k = Symbol.for("agora.a" + "t.1"); const say = (s) => ({ info: () => console.log(s.file, s.line) }); ' +
    "const r = { log: { [k]: Object.assign(say, { [k]: true }) } };";
  for (const name of ["a.mjs", "b.cjs"]) {
    writeFileSync(join(folder, name), `${ours}\n\nr.log.info("m");\n`);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", import.meta.resolve("@agora/callsite/register"), join(folder, name)],
      { encoding: "utf8", env: { ...process.env, AGORA_CALLSITE_ROOT: folder } },
    );
    assert.deepEqual([stdout, stderr], [`${name} 3\n`, ""]);
  }
} finally {
  rmSync(folder, { recursive: true });
}
