import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const packageRoot = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "agora-logger-"));
const copy = mkdtempSync(join(packageRoot, "node_modules", ".copy-"));

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(copy, { recursive: true });
});

interface Entry {
  readonly level: string;
  readonly message: string;
  readonly service: string;
  readonly logger_name?: string;
  readonly context?: Record<string, unknown>;
}

function run(name: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const result = spawnSync(process.execPath, [join(import.meta.dirname, "fixtures", name), ...args], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], ...env },
  });
  return { ...result, entries: (text: string) => entriesOf(text) };
}

function entriesOf(text: string): Entry[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Entry);
}

const inFile = (path: string): Entry[] => entriesOf(readFileSync(path, "utf8"));

describe("a process that logs", () => {
  test("needs three lines", () => {
    const { stdout, stderr, status } = run("three-lines.mjs");

    expect([status, stderr]).toEqual([0, ""]);
    expect(entriesOf(stdout)).toMatchObject([
      {
        level: "INFO",
        message: "hello",
        service: "three",
        file: "three-lines.mjs",
        line: 3,
        function: "<module>",
        environment: "development",
        version: "0.0.0",
        logger_name: "a.b",
        context: { n: 1 },
      },
    ]);
  });

  test("says host and microseconds", () => {
    const [entry] = entriesOf(run("three-lines.mjs").stdout) as (Entry & {
      host: string;
      timestamp: string;
    })[];

    expect(entry?.host).not.toBe("");
    expect(entry?.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(Math.abs(Date.parse(entry?.timestamp ?? "") - Date.now())).toBeLessThan(10_000);
  });

  test("can log before initialize, be initialized twice, and log after shutdown", () => {
    const path = join(folder, "life.log");
    const { stdout, stderr, status } = run("life.mjs", [path], { SERVICE_NAME: "" });

    expect(status).toBe(0);
    expect(entriesOf(stdout).map(({ level, message, service }) => [level, message, service])).toEqual([
      ["WARNING", "A logger is used before initialize: entries go to the console only", "unknown_service"],
      ["INFO", "early", "unknown_service"],
      ["INFO", "early too", "unknown_service"],
    ]);
    expect(inFile(`${path}.1`)).toMatchObject([
      { message: "one", service: "first", context: { child: true } },
    ]);
    expect(inFile(`${path}.2`)).toMatchObject([
      { message: "two", service: "second", context: { child: true } },
      { message: "three", context: { request: 7 } },
    ]);
    expect(entriesOf(stderr)).toMatchObject([{ context: { code: "AGORA_CLOSED" } }, { message: "late" }]);
    expect(statSync(`${path}.1`).mode & 0o777).toBe(0o640);
  });

  test("says at its end how many entries came after shutdown", () => {
    const { stdout, stderr, status } = run("late.mjs");

    expect([status, stdout]).toEqual([0, ""]);
    expect(entriesOf(stderr).map(({ context }) => context)).toMatchObject([
      { code: "AGORA_CLOSED" },
      { code: "AGORA_DROPPED", reason: "closed", dropped: 3 },
    ]);
  });

  test("takes the service from the environment before initialize, and its level", () => {
    const { stdout } = run("life.mjs", [join(folder, "env.log")], {
      SERVICE_NAME: "from-env",
      LOG_LEVEL: "warn",
    });

    expect(entriesOf(stdout)).toEqual([]);
    expect(existsSync(join(folder, "env.log.1"))).toBe(false);
    expect(inFile(join(folder, "env.log.2"))[0]?.service).toBe("from-env");
  });

  test("is not stopped by the environment, and says what is wrong in it", () => {
    const { stdout, status } = run("three-lines.mjs", [], { LOG_MAX_ENTRY_BYTES: "12", LOG_LEVLE: "DEBUG" });

    expect(status).toBe(0);
    expect(
      entriesOf(stdout).map(({ level, logger_name, context, message }) => [
        level,
        logger_name,
        context?.["field"] ?? message,
      ]),
    ).toEqual([
      ["WARNING", "agora", "LOG_LEVLE"],
      ["WARNING", "agora", "maxEntryBytes"],
      ["INFO", "a.b", "hello"],
    ]);
    expect(entriesOf(stdout)[1]?.context).toEqual({
      code: "AGORA_CONFIG",
      field: "maxEntryBytes",
      source: "environment variable LOG_MAX_ENTRY_BYTES",
      remedy: "use a number in this range",
      value: '"12"',
    });
  });

  test("is not stopped by a configuration in code that is wrong, and is told so in the result and in the log", () => {
    const { stdout, stderr, status } = run("bad-config.mjs");

    expect(status).toBe(0);
    expect(stderr).toBe(
      "false 2 INFO\nconsle: object (from code) is no field of the configuration; use console\n",
    );
    expect(entriesOf(stdout).map(({ message, context }) => context?.["code"] ?? message)).toEqual([
      "AGORA_CONFIG",
      "AGORA_CONFIG",
      "still works",
    ]);
  });

  test("has one runtime, however many copies of the package there are", () => {
    cpSync(join(packageRoot, "dist", "bundle"), copy, { recursive: true });
    const path = join(folder, "shared.log");
    const urls = [join(packageRoot, "dist", "bundle", "node.js"), join(copy, "node.js")].map(
      (file) => pathToFileURL(file).href,
    );
    const { stdout, stderr } = run("two-copies.mjs", [...urls, path]);

    expect([stdout, stderr]).toEqual(["true", ""]);
    expect(inFile(path).map(({ message, service }) => [message, service])).toEqual([
      ["from the other copy", "shared"],
      ["from this one", "shared"],
    ]);
  });
});
