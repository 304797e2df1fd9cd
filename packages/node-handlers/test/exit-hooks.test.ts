import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { entriesOf, NODE, runChild } from "./run-child.ts";
import type { Ended } from "./run-child.ts";

// A machine that is busy with something else takes its time.
vi.setConfig({ testTimeout: 30_000 });

interface Entry {
  readonly level: string;
  readonly message: string;
  readonly context: { readonly n?: number; readonly code?: string; readonly origin?: string };
  readonly exception?: { readonly type: string; readonly message: string };
}

const COUNT = 10_050;

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-exit-"));
  path = join(folder, "s.log");
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const end = (options: object): Promise<Ended> =>
  runChild("ending.mjs", [JSON.stringify({ path, count: COUNT, ...options })]);
const inFile = (): Entry[] => entriesOf<Entry>(readFileSync(path, "utf8"));
const numbersIn = (entries: readonly Entry[]): (number | undefined)[] =>
  entries.filter(({ context }) => context?.code === undefined).map(({ context }) => context.n);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

const MODES = [
  ["sync", false],
  ["async", true],
] as const;

describe.each(MODES)("a process that logs (%s)", (_mode, isAsync) => {
  test.each([
    ["by itself", { end: "return" }, 0, null],
    ["by process.exit", { end: "exit" }, 3, null],
    ["by an error that nobody catches", { end: "throw" }, 1, null],
    ["by an error in a timer", { end: "throwLater" }, 1, null],
    ["by a rejection that nobody handles", { end: "reject" }, 1, null],
    ["by SIGTERM", { end: "signal", signal: "SIGTERM" }, null, "SIGTERM"],
    ["by SIGINT", { end: "signal", signal: "SIGINT" }, null, "SIGINT"],
    ["by SIGHUP", { end: "signal", signal: "SIGHUP" }, null, "SIGHUP"],
  ])("loses nothing when it ends %s, and keeps its exit code", async (_name, options, code, signal) => {
    const ended = await end({ isAsync, ...options });

    expect([ended.code, ended.signal]).toEqual([code, signal]);
    expect(numbersIn(inFile())).toEqual(upTo(COUNT));
  });

  test("loses nothing that an exit listener logs, whether it is older than the hooks or younger", async () => {
    for (const isLate of [false, true]) {
      rmSync(path, { force: true });
      await end({ isAsync, end: "exit", app: { logAtExit: COUNT, isLate } });

      expect(numbersIn(inFile())).toEqual(upTo(COUNT + 1));
    }
  });
});

describe("SIGKILL", () => {
  test("costs nothing without a queue", async () => {
    const ended = await end({ end: "signal", signal: "SIGKILL" });

    expect(ended.signal).toBe("SIGKILL");
    expect(numbersIn(inFile())).toEqual(upTo(COUNT));
  });

  test("costs less than a batch with a queue: what came last in the turn", async () => {
    const ended = await end({ isAsync: true, end: "signal", signal: "SIGKILL" });
    const numbers = numbersIn(inFile());

    expect(ended.signal).toBe("SIGKILL");
    expect(numbers).toEqual(upTo(numbers.length));
    expect(COUNT - numbers.length).toBeLessThan(100);
  });
});

describe("an uncaught error", () => {
  test.each([
    ["throwLater", "uncaughtException"],
    ["reject", "unhandledRejection"],
  ])("becomes one CRITICAL entry (%s), and is printed by Node as ever", async (how, origin) => {
    const ended = await end({ isAsync: true, end: how, count: 10 });

    expect(inFile().filter(({ level }) => level === "CRITICAL")).toMatchObject([
      {
        message: "Uncaught error",
        context: { code: "AGORA_UNCAUGHT", origin },
        exception: { type: "Error", message: "on purpose" },
      },
    ]);
    expect(ended.err).toContain("Error: on purpose");
  });

  test("becomes none where that is switched off", async () => {
    await end({ isAsync: true, end: "throw", count: 10, hooks: { logUncaught: false } });

    expect(inFile()).toHaveLength(10);
  });

  test("leaves the application's own listener to decide", async () => {
    const ended = await end({ isAsync: true, end: "throwLater", app: { uncaught: true } });

    expect([ended.code, ended.out]).toEqual([5, "caught on purpose\n"]);
    expect(inFile().filter(({ level }) => level === "CRITICAL")).toHaveLength(1);
  });
});

describe("a signal", () => {
  test.each([
    ["older", { isLate: false }],
    ["younger", { isLate: true }],
    ["older and there for one call", { isLate: false, once: true }],
    ["younger and there for one call", { isLate: true, once: true }],
  ])("is left to a listener of the application that is %s than the hooks", async (_name, how) => {
    const ended = await end({
      isAsync: true,
      end: "signal",
      signal: "SIGTERM",
      app: { exitAfter: 50, ...how },
    });

    expect([ended.code, ended.signal, ended.out]).toEqual([7, null, "app\n"]);
    expect(numbersIn(inFile())).toEqual(upTo(COUNT));
  });

  test("is not left to the package signal-exit, which leaves it to us", async () => {
    const ended = await end({ isAsync: true, end: "signal", signal: "SIGTERM", app: { passive: true } });

    expect([ended.signal, ended.out]).toEqual(["SIGTERM", "passive\n"]);
    expect(numbersIn(inFile())).toEqual(upTo(COUNT));
  });

  test.skipIf(spawnSync("unshare", ["--pid", "--fork", "true"]).status !== 0)(
    "ends the first process of a container, which the system would not end by it",
    () => {
      const options = JSON.stringify({ path, count: COUNT, isAsync: true, end: "signal", signal: "SIGTERM" });
      const program = join(import.meta.dirname, "fixtures", "ending.mjs");
      const ended = spawnSync("unshare", ["--pid", "--fork", "--mount-proc", NODE, program, options], {
        timeout: 20_000,
      });

      expect(ended.status).toBe(143);
      expect(numbersIn(inFile())).toEqual(upTo(COUNT));
    },
  );

  test("ends the process although a sink never finishes, when the deadline is over", async () => {
    const start = performance.now();
    const ended = await end({
      isAsync: true,
      end: "signal",
      signal: "SIGTERM",
      sink: "hanging",
      hooks: { deadlineMs: 300 },
    });

    expect(ended.signal).toBe("SIGTERM");
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(numbersIn(inFile())).toEqual(upTo(COUNT));
  });

  test("ends it at once when it comes twice", async () => {
    const start = performance.now();
    const ended = await end({
      end: "signalTwice",
      signal: "SIGINT",
      sink: "hanging",
      hooks: { deadlineMs: 30_000 },
    });

    expect(ended.signal).toBe("SIGINT");
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test.each([
    ["signal", "SIGTERM", null],
    ["exit", null, 3],
    ["return", null, 0],
  ])(
    "or another end (%s) brings to standard error what a sink has and does not settle",
    async (how, signal, code) => {
      const ended = await end({ count: 50, end: how, signal, sink: "stuck", hooks: { deadlineMs: 200 } });

      expect([ended.code, ended.signal]).toEqual([code, signal]);
      expect(numbersIn(inFile())).toEqual(upTo(50));
      expect(numbersIn(entriesOf<Entry>(ended.err))).toEqual(upTo(50));
    },
  );

  test("waits for a sink that needs time", async () => {
    const ended = await end({ count: 3, end: "signal", signal: "SIGTERM", sink: "slow", isAsync: true });

    expect([ended.signal, ended.out]).toEqual(["SIGTERM", "slow:3\n"]);
  });

  test("of a hang-up opens the files anew where that is asked for, and the process goes on", async () => {
    const ended = await end({ count: 10, end: "hangup", isAsync: true, hooks: { reopenOnSighup: true } });

    expect([ended.code, ended.signal]).toEqual([0, null]);
    expect(numbersIn(entriesOf<Entry>(readFileSync(`${path}.old`, "utf8")))).toEqual(upTo(10));
    expect(numbersIn(inFile())).toEqual([10]);
  });

  test("is nothing to the hooks where they are told not to listen", async () => {
    const ended = await end({ end: "listeners", hooks: { handleSignals: false } });

    expect(ended.out).toBe("[0,0,0,1,1]");
  });
});

describe("the hooks", () => {
  test("are one listener for each event, however often they are installed", async () => {
    expect((await end({ end: "listeners" })).out).toBe("[1,1,1,1,1]");
  });

  test("are gone when they are removed", async () => {
    expect((await end({ end: "removed" })).out).toBe("[0,0,0,0,0]");
  });

  test("change nothing when a sink throws whatever it is asked for", async () => {
    const ended = await end({ isAsync: true, end: "exit", sink: "throwing" });

    expect(ended.code).toBe(3);
    expect(numbersIn(inFile())).toEqual(upTo(COUNT));
  });

  test("flush again what comes while the process was about to end", async () => {
    const ended = await end({ isAsync: true, end: "idle" });

    expect(ended.code).toBe(0);
    expect(numbersIn(inFile())).toEqual(upTo(COUNT + 10));
  });

  test("do not keep a process alive that has nothing to do, for a sink that never finishes", async () => {
    const start = performance.now();
    const ended = await end({ end: "return", sink: "hanging", hooks: { deadlineMs: 200 } });

    expect(ended.code).toBe(0);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  test.each(["return", "exit", "throw"])("work in a worker thread that ends by %s", async (how) => {
    const ended = await end({ isAsync: true, inWorker: true, end: how });

    expect(ended.code).toBe(0);
    expect(ended.out).toContain({ return: "exit 0", exit: "exit 3", throw: "error on purpose\nexit 1" }[how]);
    expect(numbersIn(inFile())).toEqual(upTo(COUNT));
  });

  test("are shared by all copies of the package", async () => {
    const copy = mkdtempSync(join(import.meta.dirname, "..", "node_modules", ".copy-"));
    try {
      cpSync(join(import.meta.dirname, "..", "dist"), copy, { recursive: true });
      const ended = await runChild("two-copies.mjs", [join(copy, "index.js"), path]);

      expect(ended.out).toBe("[1,1,1,1]");
      expect(numbersIn(inFile())).toEqual(upTo(20));
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});
