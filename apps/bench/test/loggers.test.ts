import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { validateStream } from "@agora/schema/lossless";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startLineProcess } from "../src/hosts/line-process.ts";
import { CONTENDERS } from "../src/loggers/contenders/index.ts";
import { buildHost, buildProgram } from "../src/loggers/program.ts";
import { CALL_KINDS } from "../src/loggers/workloads.ts";

const packageRoot = join(import.meta.dirname, "..");
const main = join(packageRoot, "src", "main.ts");
let folder: string;
let host: string;

beforeAll(async () => {
  mkdirSync(join(packageRoot, "dist"), { recursive: true });
  folder = mkdtempSync(join(packageRoot, "dist", "test-"));
  host = await buildHost();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function linesOf(name: string, kindId: string): Promise<readonly string[]> {
  const contender = await CONTENDERS[name]?.();
  const kind = CALL_KINDS.find(({ id }) => id === kindId);
  if (contender === undefined || kind === undefined) throw new Error(`no ${name} or ${kindId}`);
  const program = join(folder, `${name.replaceAll(/\W+/g, "-")}-${kindId}.mjs`);
  writeFileSync(program, await buildProgram(kind, contender, program));
  const args = [host, name, kindId, "null", join(folder, "unused"), program];
  const process_ = startLineProcess({ command: process.execPath, args });
  try {
    await process_.ask("");
    return (await process_.ask<{ lines: readonly string[] }>("lines")).lines;
  } finally {
    process_.close();
  }
}

describe.each(Object.keys(CONTENDERS))("%s", (name) => {
  test.each(["a", "b", "c", "d", "f", "g"])("writes an entry for each call of workload %s", async (kind) => {
    if (name === "OpenTelemetry") return expect((await linesOf(name, kind))[3]).toContain("venue 3");
    const lines = await linesOf(name, kind);

    expect(lines).toHaveLength(64);
    for (const [i, line] of lines.entries()) {
      const text = JSON.stringify(JSON.parse(line));
      expect(text).toContain(`order was placed at venue ${i % 16}`);
      const hasError = kind === "c" || kind === "g";
      if (kind !== "a")
        expect(text).toContain(kind === "d" ? '"elapsed"' : hasError ? '"status"' : '"urgent"');
      if (hasError) expect(text).toContain(`venue ${i} did not answer`);
    }
  });
});

test.each(["agora", "agora, no shapes", "agora, no build step"])(
  "%s writes canonical entries with their place, and no secret",
  async (name) => {
    for (const kind of ["a", "b", "c", "d", "f"]) {
      const text = (await linesOf(name, kind)).join("");
      const problems: string[] = [];
      await validateStream([Buffer.from(text)], {
        profile: "canonical",
        onFinding: ({ rule }) => problems.push(rule),
      });
      expect(problems).toEqual([]);
      expect(text).toMatch(/"file":"agora[\w-]*\.(?:ts|mjs)","line":\d+,"function":"run"/);
      expect(text).not.toMatch(/sk_live_|hunter/);
    }
  },
);

test("a run with tiny samples has a row for each contender and a column for each workload", () => {
  const args = ["--only", "loggers", "--rounds", "1", "--sample-ms", "0.2", "--kinds", "a,e"];
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...args], { encoding: "utf8" });

  expect({ status, stderr: stderr.replaceAll(/^ {2}Node.*\n/gm, "") }).toEqual({ status: 0, stderr: "" });
  const rows = stdout.split("\n").filter((line) => line.startsWith("| "));
  for (const name of Object.keys(CONTENDERS)) expect(rows.some((row) => row.includes(name))).toBe(true);
  expect(stdout).toContain("| **pino full**");
  expect(stdout).not.toContain("not measured");
});

test("what is no part, workload or number is refused", () => {
  const run = (...args: string[]): [number | null, string] => {
    const { status, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: "utf8" });
    return [status, stderr];
  };

  expect(run("--only", "nothing")).toEqual([
    1,
    expect.stringContaining("--only takes one of encoders, loggers"),
  ]);
  expect(run("--only", "loggers", "--kinds", "z")).toEqual([1, expect.stringContaining("--kinds of a,b")]);
  expect(run("--only", "faults", "--peers", "nobody")).toEqual([
    1,
    expect.stringContaining("nobody is none of"),
  ]);
});
