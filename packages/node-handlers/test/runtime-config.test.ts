import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createRuntime, getHealthStatus } from "@agora/core";
import type { Handler, Runtime } from "@agora/core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createNodePorts, createRuntimeConfig, resolveConfig } from "../src/index.ts";
import type { ConfigInput } from "../src/index.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-parts-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A runtime as the configuration wants it, without a console. */
function open(code: ConfigInput): { runtime: Runtime; problems: string[] } {
  const config = { serviceName: "parts", host: "h", console: { enabled: false }, ...code };
  const resolution = resolveConfig({ code: config });
  const { runtime, problems } = createRuntimeConfig(resolution, config);
  return {
    runtime: createRuntime(runtime, createNodePorts()),
    problems: [...resolution.problems, ...problems].map(({ text }) => text),
  };
}

const messagesIn = (path: string): string[] =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { message: string }).message);

/** Writes each level with each logger. */
function writeAll(runtime: Runtime, names: readonly string[]): void {
  for (const name of names) {
    const log = runtime.getLogger(name);
    for (const level of ["debug", "info", "warning", "error"] as const) log[level](`${name} ${level}`);
  }
}

describe("a configuration", () => {
  test("gives an output what its routes let through, once, and one without routes everything", async () => {
    const mine: string[] = [];
    const own: Handler = {
      name: "own",
      write: (line) => void mine.push(line),
      flush: () => {},
      close: () => {},
    };
    const { runtime, problems } = open({
      level: "DEBUG",
      file: { path: join(folder, "main.log") },
      routes: [
        { handler: "file", loggers: ["a.#"], level: "WARNING" },
        { handler: "file", loggers: ["a.b"], level: "ERROR" },
        { handler: "file", path: join(folder, "only-c.log"), loggers: ["c"] },
      ],
      handlers: [own],
    });
    writeAll(runtime, ["a", "a.b", "c"]);
    await runtime.shutdown();

    expect(problems).toEqual([]);
    expect(messagesIn(join(folder, "main.log"))).toEqual([
      "a warning",
      "a error",
      "a.b warning",
      "a.b error",
    ]);
    expect(messagesIn(join(folder, "only-c.log"))).toEqual(["c debug", "c info", "c warning", "c error"]);
    expect(mine).toHaveLength(12);
  });

  test("that leaves no output on is said to be wrong, and makes the health report degraded", async () => {
    const { runtime, problems } = open({});
    const { status, reasons } = getHealthStatus(runtime);
    await runtime.shutdown();

    expect(problems).toEqual([
      "console.enabled: false (from code) leaves no output, so that no entry is kept; switch an output on, such as console or file, or give a handler",
    ]);
    expect([status, reasons]).toEqual(["degraded", problems]);
  });

  test("gives all that a file can be told to the file", async () => {
    const { runtime, problems } = open({
      file: {
        path: join(folder, "a.log"),
        maxSizeMb: 0.001,
        maxBackupCount: 2,
        minRotationIntervalMs: 0,
        fsync: "never",
      },
      async: { enabled: false },
    });
    for (let n = 0; n < 40; n++) runtime.getLogger().info(`line ${n}`);
    await runtime.shutdown();

    expect(problems).toEqual([]);
    const files = readdirSync(folder).filter((name) => /^a\.log(\.\d+)?$/.test(name));
    expect(files.sort()).toEqual(["a.log", "a.log.1", "a.log.2"]);
    expect(messagesIn(join(folder, "a.log")).at(-1)).toBe("line 39");
  });

  test("sends entries over the network, from the level of that output on, with ids", async () => {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      const parts: Uint8Array[] = [];
      request.on("data", (part: Uint8Array) => parts.push(part));
      request.on("end", () => {
        const body = Buffer.concat(parts);
        const isCompressed = request.headers["content-encoding"] === "gzip";
        bodies.push((isCompressed ? gunzipSync(body) : body).toString());
        response.end();
      });
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const { port } = server.address() as AddressInfo;
    const { runtime, problems } = open({
      http: {
        url: `http://127.0.0.1:${port}/x`,
        level: "WARNING",
        headers: { "x-key": "k" },
        flushIntervalMs: 5,
      },
    });
    writeAll(runtime, ["a"]);
    await runtime.shutdown();
    server.close();

    expect(problems).toEqual([]);
    const entries = bodies
      .join("")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { message: string; entry_id?: string });
    expect(entries.map(({ message }) => message)).toEqual(["a warning", "a error"]);
    expect(entries.every(({ entry_id }) => entry_id !== undefined)).toBe(true);
  });

  test("leaves out the output that cannot be made, says so, and has the others", async () => {
    const { runtime, problems } = open({
      file: { path: join(folder, "a.log") },
      http: { url: "http://127.0.0.1:1/", headers: { "bad name": "x" } },
      handlers: [{ name: "no handler" } as unknown as Handler],
    });
    runtime.getLogger().info("kept");
    const { status, reasons } = getHealthStatus(runtime);
    await runtime.shutdown();

    expect(problems).toEqual([
      expect.stringMatching(/^http: its options .* cannot be used: .*bad name/),
      expect.stringMatching(/^handlers\[0\]: .* is not a handler; use an object/),
    ]);
    expect([status, reasons.length]).toEqual(["degraded", 1]);
    expect(messagesIn(join(folder, "a.log"))).toEqual(["kept"]);
  });

  test("samples, limits and hides as it says", async () => {
    const { runtime } = open({
      level: "DEBUG",
      file: { path: join(folder, "a.log") },
      sampling: { rates: { DEBUG: 0 }, alwaysLogPatterns: ["^start", "(("] },
      rateLimit: { messagesPerSecond: 1, burstSize: 2 },
      redact: { patterns: { account: { pattern: "ACC-\\d+" } }, masks: { card: { showLast: 2 } } },
    });
    const log = runtime.getLogger("a");
    log.debug("left out");
    log.debug("START of ACC-17", { card: "123456" });
    log.info("second");
    log.info("over the limit");
    log.error("never limited");
    await runtime.shutdown();

    const text = readFileSync(join(folder, "a.log"), "utf8");
    expect(
      messagesIn(join(folder, "a.log")).filter((message) => !message.startsWith("Entries were")),
    ).toEqual(["START of [REDACTED]", "second", "never limited"]);
    expect(text).toContain('"card":"****56"');
    expect(text).toContain('"reason":"rate_limited"');
  });

  test("opens nothing before the first entry", () => {
    open({ file: { path: join(folder, "never", "a.log") } });
    expect(existsSync(join(folder, "never"))).toBe(false);
  });
});
