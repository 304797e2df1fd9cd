import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "agora-portable-"));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const APPLICATION = `
  import { flush, getHealthStatus, getLogger, getRecentLogs, initialize, runWithContext, shutdown } from "@agora/logger";
  const log = getLogger("a.b");
  const result = initialize({ serviceName: "edge", level: "DEBUG", version: "1.2.3", defaultContext: { region: "eu" } });
  function handle() {
    log.debug("d", { n: 1 });
    log.info("i", { password: "hidden", when: new Date(0), big: 10n });
    log.warning("w\\n", { path: "/ü" });
    log.error("e", new TypeError("bad"));
    log.critical("c");
  }
  handle();
  const returned = runWithContext({ request: 1 }, () => "value");
  globalThis.outcome = {
    ok: result.ok,
    problems: result.problems.map(({ text }) => text),
    recent: getRecentLogs({ level: "ERROR" }).length,
    health: getHealthStatus().is_healthy ?? getHealthStatus().status,
    returned,
    flushed: flush().then((result) => result.isComplete),
    closed: () => shutdown().then((result) => result.isComplete),
    lacking: () => initialize({ serviceName: "edge", file: { path: "/x" }, http: { url: "http://h/" } }).problems,
  };
`;

interface Outcome {
  readonly ok: boolean;
  readonly problems: readonly string[];
  readonly recent: number;
  readonly returned: string;
  readonly flushed: Promise<boolean>;
  readonly closed: () => Promise<boolean>;
  readonly lacking: () => readonly { readonly text: string }[];
}

/** The application above as one script, as a bundler for that runtime makes it. */
async function bundle(conditions: readonly string[], format: "iife" | "esm" = "iife"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: APPLICATION, resolveDir: root, sourcefile: "application.js" },
    bundle: true,
    write: false,
    platform: "neutral",
    format,
    conditions: [...conditions],
  });
  return outputFiles[0]?.text ?? "";
}

/** Runs a script where there is JavaScript and what is given, and nothing else. */
function runAlone(script: string, globals: object): { outcome: Outcome; lines: [string, string][] } {
  const lines: [string, string][] = [];
  const method = (name: string) => (line: string) => void lines.push([name, line]);
  const console = {
    debug: method("debug"),
    info: method("info"),
    warn: method("warn"),
    error: method("error"),
  };
  const context = createContext({ console, ...globals });
  runInContext(script, context, { filename: "application.js" });
  return { outcome: (context as { outcome: Outcome }).outcome, lines };
}

const CONDITIONS = [["browser"], ["edge-light"], ["workerd", "worker", "browser"], []];

describe("without Node", () => {
  test.each(CONDITIONS)(
    "a bundle for %o imports nothing of Node, and logs to the console",
    async (...conditions) => {
      const script = await bundle(conditions);
      expect(/(?:from|import)\s*\(?\s*["']node:|\brequire\(|import\.meta/.exec(script)?.[0]).toBe(undefined);

      for (const globals of [{}, { performance, crypto, setTimeout, clearTimeout, queueMicrotask }]) {
        const { outcome, lines } = runAlone(script, globals);
        expect(outcome).toMatchObject({ ok: true, problems: [], recent: 2, returned: "value" });
        expect(await outcome.flushed).toBe(true);
        expect(lines.map(([method]) => method)).toEqual(["debug", "info", "warn", "error", "error"]);
        const entries = lines.map(([, line]) => JSON.parse(line) as Record<string, unknown>);
        expect(entries[1]).toMatchObject({
          level: "INFO",
          service: "edge",
          version: "1.2.3",
          logger_name: "a.b",
          file: "application.js",
          function: "handle",
          context: { region: "eu", password: "[REDACTED]", when: "1970-01-01T00:00:00.000000Z", big: 10 },
        });
        expect(entries[3]).toMatchObject({ message: "e", exception: { type: "TypeError", message: "bad" } });
      }
    },
  );

  test("what is not there is off, with one warning", async () => {
    const { outcome, lines } = runAlone(await bundle(["browser"]), {});

    expect(outcome.lacking().map(({ text }) => text)).toEqual([
      "file, http: what was given (from code) does not exist in this JavaScript runtime and is off; leave it out, or use Node.js, Bun or Deno",
    ]);
    expect(lines.at(-1)?.[0]).toBe("warn");
    expect(await outcome.closed()).toBe(true);
  });

  test("an import alone does nothing, and a bundle that does not use it holds none of it", async () => {
    const { outputFiles } = await build({
      stdin: { contents: 'import { getLogger } from "@agora/logger"; globalThis.x = 1;', resolveDir: root },
      bundle: true,
      write: false,
      platform: "neutral",
      conditions: ["browser"],
      minify: true,
    });
    expect(outputFiles[0]?.text.length).toBeLessThan(200);
  });

  test("the lines are those that Node writes", async () => {
    const script = await bundle(["browser"]);
    const alone = runAlone(script, {}).lines.map(([, line]) => line);
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", APPLICATION], {
      cwd: root,
      encoding: "utf8",
      env: { PATH: process.env["PATH"] },
    });
    const same = (line: string): string =>
      line
        .replace(/"timestamp":"[^"]+"/, "")
        .replace(/"file":.*?"function":"[^"]*",/, "")
        .replace(/"host":"[^"]*",/, "")
        .replace(/"stacktrace":"[^"]*"/, "");
    expect(stdout.trimEnd().split("\n").map(same)).toEqual(alone.map(same));
  });
});

/** The path of a program that is installed on this machine. */
function installed(name: string): string | undefined {
  const folders = [
    ...(process.env["PATH"] ?? "").split(delimiter),
    ...(process.env["AGORA_RUNTIMES"] ?? "").split(delimiter),
  ];
  return folders
    .filter((path) => path !== "")
    .map((path) => join(path, name))
    .find((path) => existsSync(path));
}

describe.each([
  ["bun", ["run"]],
  ["deno", ["run", "--allow-all", "--no-prompt"]],
])("%s", (name, args) => {
  const program = installed(name);

  test.skipIf(program === undefined)("logs to the console and to a file", () => {
    const path = join(folder, `${name}.log`);
    const script = join(root, "test", "fixtures", "runtime.mjs");
    const config = join(folder, `${name}.yaml`);
    writeFileSync(config, "default_context: { from: file }\n");
    const { stdout, stderr, status } = spawnSync(program ?? "", [...args, script, path], {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], LOG_CONFIG_FILE: config },
      timeout: 20_000,
    });

    expect([stderr, status]).toEqual(["", 0]);
    const entries = readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(entries).toMatchObject([
      {
        message: "hello",
        service: "runtime",
        file: "runtime.mjs",
        context: { from: "file", n: 1, request: 7 },
      },
    ]);
    expect(stdout).toBe(readFileSync(path, "utf8"));
  });
});

describe("deno without any permission", () => {
  const program = installed("deno");

  test.skipIf(program === undefined)("is told what it cannot have, and logs", () => {
    const script = join(root, "test", "fixtures", "three-lines.mjs");
    const { stdout, status } = spawnSync(program ?? "", ["run", "--no-prompt", script], { encoding: "utf8" });

    expect(status).toBe(0);
    expect(JSON.parse(stdout.trim().split("\n").at(-1) ?? "")).toMatchObject({
      message: "hello",
      service: "three",
    });
  });
});

describe("workerd", () => {
  const program = installed("workerd");

  test.skipIf(program === undefined)("logs to the console", async () => {
    const script = await bundle(["workerd", "worker", "browser"], "esm");
    writeFileSync(join(folder, "worker.js"), `${script}\nexport default { async test() {} };\n`);
    writeFileSync(join(folder, "config.capnp"), CAPNP);
    const { stdout, stderr, status } = spawnSync(program ?? "", ["test", join(folder, "config.capnp")], {
      encoding: "utf8",
    });

    expect(status).toBe(0);
    expect(stdout + stderr).toContain('"service":"edge"');
  });
});

const CAPNP = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .main)]);
const main :Workerd.Worker = (modules = [(name = "worker", esModule = embed "worker.js")], compatibilityDate = "2026-01-01");
`;
