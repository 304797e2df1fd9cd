// Proves that the packed package works where it was installed. Takes nothing from the repository.
import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { validateEntry } from "@agora/schema";
import { validateConfig } from "@agora/schema/config";
import { StreamValidator, validateLine } from "@agora/schema/lossless";
import { decodeEntry, encodeEntry, toCanonicalLine } from "@agora/schema/proto";
import { ENTRY_MEMBERS, LEVELS, SCHEMA_VERSION } from "@agora/schema/tables";

const entry = {
  timestamp: "2026-11-20T10:00:00.123456Z",
  level: "INFO",
  message: "smoke",
  service: "s",
  file: "smoke.mjs",
  line: 1,
  function: "<module>",
  trace_id: "4bf92f3577b34da6a3ce929d0e0e4736",
  context: { 10: null, 9: [1, "é"] },
};
const line = toCanonicalLine(entry);
const bytes = new TextEncoder().encode(line);

assert.equal(LEVELS.length, 5);
assert.equal(SCHEMA_VERSION, "1.0");
assert.deepEqual(validateEntry(entry), []);
assert.equal(validateEntry({ ...entry, level: "LOUD" })[0].rule, "entry.enum");
assert.deepEqual(validateLine(bytes, { profile: "canonical" }), []);
assert.deepEqual(decodeEntry(encodeEntry(entry)), entry);
assert.match(validateConfig({})[0].sentence, /serviceName/);
const stream = new StreamValidator();
stream.push(bytes);
assert.equal(stream.end().valid, 1);

const read = (name) => readFileSync(fileURLToPath(import.meta.resolve(`@agora/schema/${name}`)), "utf8");
for (const name of ["writer.schema.json", "reader.schema.json", "log-entry.schema.json"]) {
  assert.deepEqual(Object.keys(JSON.parse(read(name)).properties), [...ENTRY_MEMBERS]);
}
assert.ok(JSON.parse(read("log-config.schema.json")).properties.service_name);
assert.match(read("log_entry.proto"), /package agora\.log\.v1;/);

// The folder must lie where the package can be found by its name.
const home = mkdtempSync(join(process.cwd(), "agora-smoke-"));
try {
  const schema = join(home, "my-context.schema.json");
  writeFileSync(
    schema,
    JSON.stringify({ type: "object", required: ["id"], properties: { id: { type: "string" } } }),
  );
  const manifest = fileURLToPath(import.meta.resolve("@agora/schema/package.json"));
  const bin = join(dirname(manifest), createRequire(import.meta.url)(manifest).bin["agora-schema"]);
  execFileSync(process.execPath, [bin, "generate", "--context", schema], { stdio: "inherit" });
  const { validateMyContext } = await import(pathToFileURL(join(home, "my.context.js")).href);
  assert.equal(validateMyContext({})[0].pointer, "/id");
} finally {
  rmSync(home, { recursive: true });
}
process.stdout.write("@agora/schema works\n");
