// Does scenarios with @agora/core and @agora/node-handlers: ATP/1 on standard input and output.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import manifest from "@agora/node-handlers/package.json" with { type: "json" };
import facts from "./hello.json" with { type: "json" };
import { audit, open_audit, verify_audit } from "./audit.mjs";
import {
  close_file,
  flush_file,
  open_file,
  open_queue,
  release,
  reopen_file,
  taken,
  write,
} from "./files.mjs";
import * as runtime from "./runtime.mjs";
import { format_text, parse_level, resolve_config } from "./values.mjs";

const { open, log, set_level, get_level, reset_level, is_enabled, all_levels, advance, lines } = runtime;
const operations = {
  parse_level,
  format_text,
  resolve_config,
  open_file,
  open_queue,
  write,
  release,
  taken,
  flush: flush_file,
  close: close_file,
  reopen: reopen_file,
  open,
  log,
  lines,
  set_level,
  get_level,
  reset_level,
  is_enabled,
  all_levels,
  advance,
  open_audit,
  audit,
  verify_audit,
};

let state = {};

async function perform({ kind, folder, steps }) {
  if (kind !== "scenario") return { unsupported: { capability: "encode" } };
  const answers = [];
  for (const { op, ...step } of steps) {
    const operation = operations[op];
    if (operation === undefined) return { unsupported: { capability: op } };
    // oxlint-disable-next-line no-await-in-loop -- steps are done in order
    answers.push((await operation(state, step, folder)) ?? null);
  }
  return { observed: { answers } };
}

async function answer({ cmd, case: run }) {
  try {
    if (cmd === "hello") return { hello: hello() };
    if (cmd === "run") return { outcome: await perform(run) };
    state = {};
    return { outcome: { observed: {} } };
  } catch ({ code, message, stack }) {
    return { outcome: code ? { rejected: { code, message } } : { error: { message, trace: stack ?? "" } } };
  }
}

function hello() {
  const hash = createHash("sha256");
  for (const name of ["@agora/core", "@agora/node-handlers"]) {
    const built = new URL(".", import.meta.resolve(name));
    for (const file of readdirSync(built, { recursive: true, encoding: "utf8" }).sort())
      if (file.endsWith(".js")) hash.update(readFileSync(new URL(file, built)));
  }
  const [version, runtimeName] = [manifest.version, `node ${process.version}`];
  return {
    ...facts,
    version,
    runtime: runtimeName,
    artifact: hash.digest("hex"),
    source_root: import.meta.dirname,
  };
}

process.on("SIGTERM", () => process.exit(0));
const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
for await (const line of createInterface({ input: process.stdin })) {
  const { seq, ...request } = JSON.parse(line);
  const json = JSON.stringify({ seq, ...(await answer(request)) });
  process.stdout.write(`@agora1 ${json.replace(/[\x7f-\uffff]/g, escape)}\n`);
  if (request.cmd === "stop") break;
}
process.exit(0);
