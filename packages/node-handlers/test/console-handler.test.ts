import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createConsoleHandler } from "../src/index.ts";
import { entriesOf, runChild } from "./run-child.ts";

interface Numbered {
  readonly message: string;
  readonly context: { readonly n: number; readonly code?: string };
}

const numbersOf = (text: string): number[] => entriesOf<Numbered>(text).map(({ context }) => context.n);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

describe("the console", () => {
  const folder = mkdtempSync(join(tmpdir(), "agora-console-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const writtenTo = (options: object, line: string): string => {
    const path = join(folder, "out");
    const fd = openSync(path, "w");
    const handler = createConsoleHandler({ ...options, fd });
    handler.write(line, "INFO");
    closeSync(fd);
    return readFileSync(path, "utf8");
  };
  const line =
    '{"timestamp":"2023-11-14T22:13:20.123456Z","level":"INFO","message":"m","service":"s","file":"a","line":1,"function":"f"}\n';

  test("writes entries as they are where it is no terminal, and for people where asked to", () => {
    expect(writtenTo({}, line)).toBe(line);
    expect(writtenTo({ format: "text" }, line)).toBe("2023-11-14 22:13:20.123 INFO     s m  a:1 f\n");
  });

  test.each([
    ["exit", 3, null],
    ["throw", 1, null],
    ["kill", null, "SIGKILL"],
  ])("has every line out before the process ends by %s", async (end, code, signal) => {
    const ended = await runChild("console.mjs", ["5000", "50", end]);

    expect([ended.code, ended.signal]).toEqual([code, signal]);
    expect(numbersOf(ended.out)).toEqual(upTo(5000));
  });

  test("waits for a reader that is slow, and tears no line", async () => {
    const ended = await runChild("console.mjs", ["2000", "1000", "touch-stdout"], {
      onStart(child) {
        child.stdout?.pause();
        setTimeout(() => child.stdout?.resume(), 400);
        return true;
      },
    });

    expect(ended.code).toBe(0);
    expect(ended.err).toBe("");
    expect(numbersOf(ended.out)).toEqual(upTo(2000));
  });

  test("does not stop the application for a reader that never reads: lines go to standard error", async () => {
    const start = performance.now();
    const ended = await runChild("console.mjs", ["2000", "1000", "touch-stdout"], { onStart: () => false });

    expect(ended.code).toBe(0);
    expect(performance.now() - start).toBeLessThan(8_000);
    const reports = entriesOf<Numbered>(ended.err).filter(
      ({ context }) => context.code === "AGORA_HANDLER_IO",
    );
    expect(reports).toHaveLength(1);
    expect(entriesOf<Numbered>(ended.err).at(-1)?.context.n).toBe(1999);
  });

  test("does not stop the application when nobody reads standard error either", async () => {
    const start = performance.now();
    const ended = await runChild("console.mjs", ["3000", "1000", "touch-stdout", "touch-stderr"], {
      onStart(child) {
        child.stderr?.pause();
        return false;
      },
    });

    expect(ended.code).toBe(0);
    expect(performance.now() - start).toBeLessThan(8_000);
  });

  test("survives a reader that goes away", async () => {
    const ended = await runChild("console.mjs", ["500", "100", "wait"], {
      onStart(child) {
        child.stdout?.destroy();
        return false;
      },
    });

    expect([ended.code, ended.signal]).toEqual([0, null]);
    expect(entriesOf<Numbered>(ended.err).filter(({ context }) => context.code === undefined)).toHaveLength(
      500,
    );
    expect(ended.err).toContain("EPIPE");
  });

  test.skipIf(spawnSync("script", ["--version"]).status !== 0)(
    "is coloured text on a terminal, unless NO_COLOR is set",
    () => {
      const code = `import { createConsoleHandler } from "@agora/node-handlers"; createConsoleHandler().write(${JSON.stringify(line)}, "INFO")`;
      const onTerminal = (env: object): string =>
        spawnSync("script", ["-qec", `'${process.execPath}' --input-type=module -e '${code}'`, "/dev/null"], {
          cwd: import.meta.dirname,
          encoding: "utf8",
          env: { PATH: process.env["PATH"], TERM: "xterm", ...env },
        }).stdout.trimEnd();

      expect(onTerminal({})).toBe("2023-11-14 22:13:20.123 \x1b[32mINFO    \x1b[0m s m  a:1 f");
      expect(onTerminal({ NO_COLOR: "1" })).toBe("2023-11-14 22:13:20.123 INFO     s m  a:1 f");
    },
  );
});
