import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "agora-node-"));
const bundled = join(import.meta.dirname, "..", "dist", "bundle", "node.js");

afterAll(() => {
  rmSync(folder, { recursive: true });
});

interface Entry {
  readonly level: string;
  readonly message: string;
  readonly service: string;
  readonly logger_name?: string;
  readonly context?: Record<string, unknown>;
}

interface RunOptions {
  readonly uid?: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function run(name: string, args: readonly string[] = [], options: RunOptions = {}) {
  const script = join(import.meta.dirname, "fixtures", name);
  const result = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    ...options,
    env: { PATH: process.env["PATH"], ...options.env },
  });
  return { ...result, entries: entriesOf(result.stdout), said: result.stderr.trim().split("\n") };
}

function entriesOf(text: string): Entry[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Entry);
}

const codeOf = ({ context }: Entry): unknown => context?.["code"];

describe("initialize", () => {
  test("neither throws nor stops the log, whatever it is given", () => {
    const { stdout, stderr, status, entries } = run("hostile.mjs");

    expect([status, stderr]).toEqual([0, ""]);
    expect(entries.at(-1)).toMatchObject({ message: "still here", service: "last" });
    const counts = /counts (.*)/.exec(stdout)?.[1]?.split(",").map(Number) ?? [];
    expect(counts).toHaveLength(22);
    // A file that cannot be opened is found out by the first line, and reported then.
    expect(counts.filter((count) => count === 0)).toHaveLength(1);
    const own = entries.filter(({ logger_name }) => logger_name === "agora");
    expect(own.length).toBeGreaterThan(25);
    for (const entry of own) {
      if (codeOf(entry) !== "AGORA_CONFIG") continue;
      expect(Object.keys(entry.context ?? {})).toEqual(["code", "field", "remedy", "source", "value"]);
    }
  });

  test("gives all functions, which say what is in effect", () => {
    const { said, status, entries } = run("api.mjs");

    expect(status).toBe(0);
    const values = said
      .filter((line) => !line.includes('"timestamp"'))
      .map((line) => JSON.parse(line) as unknown);
    expect(values).toEqual([
      [true, "INFO", "DEBUG", { "": "INFO", x: "DEBUG" }],
      [],
      ["boom", null, null],
      ["healthy", true, ["console", "memory"], true],
      { isWritten: false, reason: "it is off (from default)" },
      7,
      ["handlers", "isComplete", "pending"],
      "unhealthy",
      ["ERROR", { source: "overrides" }, "healthy"],
    ]);
    expect(entries.map(codeOf)).toContain("AGORA_LEVEL_CHANGED");
  });

  test("opens the audit log that the configuration describes", () => {
    const path = join(folder, "audit", "auth.log");
    const { said, status } = run("audit.mjs", [], {
      env: { LOG_AUDIT_ENABLED: "true", LOG_AUDIT_FILE_PATH: path, LOG_AUDIT_INCLUDE_IP_ADDRESS: "false" },
    });

    expect(status).toBe(0);
    expect(JSON.parse(said.at(-1) as string)).toEqual({ isWritten: true, seq: 1, same: true, problems: 0 });
    const [entry] = entriesOf(readFileSync(path, "utf8"));
    expect(entry).toMatchObject({
      message: "User login",
      service: "auth",
      user_id: "u1",
      logger_name: "audit",
    });
    expect(JSON.stringify(entry)).not.toContain("10.0.0.1");
  });

  test("is warned on standard error when no output is left on", () => {
    const { stdout, said, status } = run("nowhere.mjs");

    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ ok: false, fields: ["console.enabled"], status: "degraded" });
    expect(said.map((line) => JSON.parse(line) as Entry)).toMatchObject([
      { level: "WARNING", context: { code: "AGORA_CONFIG", field: "console.enabled" } },
    ]);
  });

  test("takes up what changes in the file, as a whole or not at all", () => {
    const { entries, said, status } = run("reload.mjs", [join(folder, "logging.yaml")]);

    expect(status).toBe(0);
    expect(
      entries.map((entry) => [
        codeOf(entry) ?? entry.message,
        entry.context?.["changed"] ?? entry.context?.["iban"],
      ]),
    ).toEqual([
      ["AGORA_RELOADED", ["level", "levels", "redact.fields", "sampling.rates"]],
      ["2 on", "[REDACTED]"],
      ["AGORA_CONFIG", undefined],
      ["3 still on", "[REDACTED]"],
      ["AGORA_CONFIG", undefined],
      ["4 still hidden", "[REDACTED]"],
      ["AGORA_LEVEL_CHANGED", undefined],
      ["AGORA_RELOADED", ["level", "levels", "redact.fields", "sampling.rates"]],
      ["5 on", "DE02"],
      ["AGORA_DROPPED", undefined],
    ]);
    expect(entries[0]?.context?.["needs_initialize"]).toEqual(["file.maxSizeMb"]);
    expect(entries[2]?.message).toMatch(/cannot be used: .*; the settings stay as they are$/);
    expect(entries[4]?.message).toMatch(/level: "LOUD" .*; the settings stay as they are$/);
    expect(JSON.parse(said.at(-1) ?? "")).toEqual({ "": "DEBUG", a: "ERROR" });
  });

  test.skipIf(process.getuid?.() !== 0)(
    "leaves the console alone where the default file cannot be written",
    () => {
      const { entries, said, status } = run("no-rights.mjs", [], { uid: 65_534, cwd: "/" });

      expect(status).toBe(0);
      expect(entries.map((entry) => [codeOf(entry), entry.level, entry.message.slice(0, 60)])).toEqual([
        ["AGORA_CONFIG", "WARNING", 'file.path: "/var/log/agora/no-rights.log" (from default) can'],
        [undefined, "INFO", "on the console"],
      ]);
      expect(JSON.parse(said.join(""))).toMatchObject({
        ok: false,
        path: "/var/log/agora/no-rights.log",
        status: "degraded",
        reasons: [expect.stringContaining("cannot be written")],
      });
    },
  );

  test.skipIf(process.getuid?.() !== 0)(
    "tries a file that it may not write again and again, beside the console",
    () => {
      const { stdout, stderr, status, entries } = run("denied.mjs", ["/denied/a.log"], {
        uid: 65_534,
        cwd: "/",
      });

      expect(status).toBe(0);
      expect(entries.filter(({ message }) => message.startsWith("line "))).toHaveLength(20);
      expect(JSON.parse(/^health (.*)$/m.exec(stdout)?.[1] ?? "")).toMatchObject({
        ok: true,
        status: "degraded",
        reasons: [expect.stringMatching(/^file: .*EACCES/)],
      });
      // The console has every line: the fallback says only what is wrong, and that once.
      expect(
        [...entriesOf(stderr), ...entries].filter((entry) => codeOf(entry) === "AGORA_HANDLER_IO"),
      ).toHaveLength(1);
      expect(stderr).not.toContain("line ");
    },
  );

  test("takes effect while shutdown is under way", () => {
    const path = join(folder, "again.log");
    const { stderr, status } = run("again.mjs", [path]);

    expect([stderr, status]).toEqual(["true", 3]);
    const messages = (name: string): string[] =>
      entriesOf(readFileSync(name, "utf8")).map(({ message, service }) => `${service} ${message}`);
    expect(messages(`${path}.1`)).toEqual(["one before"]);
    expect(messages(`${path}.2`)).toEqual(["two meanwhile", "two after"]);
  });
});

describe("one state for a process", () => {
  test("is shared by require and import", () => {
    const { entries, stderr } = run("require.cjs");

    expect(stderr.replace(/^.*Warning.*$/gm, "").trim()).toBe("true");
    expect(entries.map(({ service, message }) => [service, message])).toEqual([
      ["required", "from require"],
      ["required", "from import"],
    ]);
  });

  test("is not shared by worker threads, which may share a file", () => {
    const path = join(folder, "threads.log");
    const { status, stderr } = run("threads.mjs", [path]);

    expect([status, stderr]).toEqual([0, ""]);
    const seen = new Map<string, number[]>();
    for (const { logger_name = "", context } of entriesOf(readFileSync(path, "utf8"))) {
      seen.set(logger_name, [...(seen.get(logger_name) ?? []), context?.["n"] as number]);
    }
    const all = Array.from({ length: 500 }, (_, n) => n);
    expect(Object.fromEntries(seen)).toEqual({ main: all, worker1: all, worker2: all, worker3: all });
  });

  test.each([
    ["same", ["hello", "hello again"], ["first", "first"]],
    ["version", ["AGORA_CONFIG", "hello", "hello again"], ["first", "first", "first"]],
    [
      "junk",
      ["AGORA_NOT_INITIALIZED", "hello", "hello again"],
      ["unknown_service", "unknown_service", "unknown_service"],
    ],
    [
      "frozen",
      ["AGORA_NOT_INITIALIZED", "hello", "hello again"],
      ["unknown_service", "unknown_service", "unknown_service"],
    ],
  ])("holds for two copies where what stands there is: %s", (kind, messages, services) => {
    const { entries, stderr, status } = run("versions.mjs", [kind, bundled]);

    expect([stderr, status]).toEqual(["", 0]);
    expect(entries.map((entry) => codeOf(entry) ?? entry.message)).toEqual(messages);
    expect(entries.map(({ service }) => service)).toEqual(services);
  });
});
