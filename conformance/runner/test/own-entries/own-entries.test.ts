import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { repositoryRoot } from "../../src/project/testees.ts";

interface OwnEntry {
  readonly message: string;
  readonly context: { readonly code: string };
}

const ROOT = repositoryRoot();
const LOGGER = pathToFileURL(join(ROOT, "packages/logger/dist/bundle/node.js")).href;
// What every run of them has in common, and two variables that are wrong.
const ENVIRONMENT = {
  SERVICE_NAME: "svc",
  LOG_HOST: "host",
  LOG_CONSOLE_FORMAT: "json",
  LOG_LEVEL: "VERBOSE",
  LOG_LEVLE: "DEBUG",
};

/** Runs a program and returns what the library says about itself, once each, by code and message. */
function ownEntries(program: string, ...args: readonly string[]): readonly OwnEntry[] {
  const path = process.env["PATH"] ?? "";
  const done = spawnSync(program, args, { encoding: "utf8", env: { ...ENVIRONMENT, PATH: path } });
  expect(done.status, done.stderr).toBe(0);
  const entries = (done.stdout + done.stderr)
    .split("\n")
    .filter((line) => line.startsWith("{") && line.includes('"logger_name":"agora"'))
    .map((line) => {
      const { timestamp, exception, ...rest } = JSON.parse(line) as Record<string, unknown>;
      expect(timestamp).toMatch(/Z$/);
      if (exception === undefined) return JSON.stringify(rest);
      const { type, message } = exception as Record<string, unknown>;
      return JSON.stringify({ ...rest, exception: { type, message } });
    });
  return [...new Set(entries)].sort().map((text) => JSON.parse(text) as OwnEntry);
}

test("Python says the same about itself as TypeScript, to the letter", () => {
  const driver = join(import.meta.dirname, "typescript.mjs");
  const typescript = ownEntries(process.execPath, driver, LOGGER);
  const python = ownEntries(
    join(ROOT, "packages/python/.venv/bin/python"),
    join(ROOT, "conformance/testees/python/own_entries.py"),
  );

  expect([...new Set(typescript.map(({ context }) => context.code))].sort()).toEqual([
    "AGORA_CLOSED",
    "AGORA_CONFIG",
    "AGORA_DROPPED",
    "AGORA_HANDLER_IO",
    "AGORA_HANDLER_RECOVERED",
    "AGORA_NOT_INITIALIZED",
  ]);
  expect(python).toEqual(typescript);
});
