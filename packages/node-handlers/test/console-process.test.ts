import { spawnSync } from "node:child_process";
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { validateLine } from "@agora/schema/lossless";
import { entriesOf, runChild } from "./run-child.ts";

interface Numbered {
  readonly message: string;
  readonly context: { readonly n?: number; readonly code?: string; readonly dropped?: number };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const numbersOf = (text: string): number[] =>
  entriesOf<Numbered>(text).flatMap(({ context }) => (context.n === undefined ? [] : [context.n]));
const droppedIn = (text: string): number =>
  entriesOf<Numbered>(text).reduce((sum, { context }) => sum + (context.dropped ?? 0), 0);

// A machine that is busy with something else takes its time.
vi.setConfig({ testTimeout: 30_000 });

const isUnix = process.platform !== "win32";

let folder: string;
let pipe: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-pipe-"));
  pipe = join(folder, "pipe");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A pipe with a reader that does not read. */
function stuckPipe(): number {
  spawnSync("mkfifo", [pipe]);
  return openSync(pipe, "r+");
}

/** What is in the pipe, without waiting for more. */
function readAll(bytes: number): string {
  const fd = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const buffer = Buffer.alloc(bytes);
  try {
    return buffer.toString("utf8", 0, readSync(fd, buffer));
  } finally {
    closeSync(fd);
  }
}

describe.skipIf(!isUnix)("standard output that nobody reads", () => {
  test.each([
    ["sync", []],
    ["async", ["async", "hooks"]],
  ])("does not stop the application (%s), nor lose a line uncounted", async (mode, does) => {
    const fd = stuckPipe();
    const ended = await runChild("console.mjs", ["20000", "100", "time", ...does], { stdout: fd });
    const inPipe = readAll(65_536);
    closeSync(fd);
    const [milliseconds = "", ...lines] = ended.err
      .split("\n")
      .filter((line) => /^\d|^\{/.test(line))
      .toSorted((a, b) => Number(a.startsWith("{")) - Number(b.startsWith("{")));
    const onError = lines.join("\n");

    expect([ended.code, ended.signal]).toEqual([0, null]);
    expect(Number(milliseconds)).toBeLessThan(15_000);
    // The last line in the pipe may be one that was begun: it was written to standard error as well.
    const whole = inPipe.slice(0, inPipe.lastIndexOf("\n") + 1);
    const seen = new Set([...numbersOf(whole), ...numbersOf(onError)]);
    expect(seen.size + droppedIn(onError)).toBe(20_000);
    expect(droppedIn(onError) > 0).toBe(mode === "async");
    for (const line of lines)
      expect(validateLine(Buffer.from(`${line}\n`), { profile: "canonical" })).toEqual([]);
  });

  test("is given up at the end of the process, and what the queue holds goes to standard error", async () => {
    const fd = stuckPipe();
    const ended = await runChild("console.mjs", ["5000", "100", "async", "hooks", "exit"], { stdout: fd });
    const inPipe = readAll(65_536);
    closeSync(fd);

    expect(ended.code).toBe(3);
    const whole = inPipe.slice(0, inPipe.lastIndexOf("\n") + 1);
    expect(new Set([...numbersOf(whole), ...numbersOf(ended.err)]).size).toBe(5_000);
  });
});

describe("a reader that is slow", () => {
  test("gets every line, in order, once, from a queue", async () => {
    const ended = await runChild("console.mjs", ["9000", "200", "async", "hooks", "turns"], {
      onStart(child) {
        child.stdout?.pause();
        setTimeout(() => child.stdout?.resume(), 400);
        return true;
      },
    });

    expect([ended.code, ended.err]).toEqual([0, ""]);
    expect(numbersOf(ended.out)).toEqual(upTo(9_000));
  });

  test.each(["exit", "throw"])(
    "gets every line from a queue although the process ends by %s",
    async (how) => {
      const ended = await runChild("console.mjs", ["5000", "100", "async", "hooks", how]);

      expect(ended.code).toBe(how === "exit" ? 3 : 1);
      expect(numbersOf(ended.out)).toEqual(upTo(5_000));
    },
  );
});

describe("a reader that goes away", () => {
  test.each([
    ["sync", []],
    ["async", ["async", "hooks"]],
  ])(
    "changes no exit code; lines go to standard error and the health is degraded (%s)",
    async (_mode, does) => {
      const ended = await runChild("console.mjs", ["500", "100", "wait", "status", ...does], {
        onStart(child) {
          child.stdout?.destroy();
          return false;
        },
      });
      const lines = ended.err.split("\n").filter((line) => line !== "");
      const status = JSON.parse(lines.find((line) => line.startsWith('{"isHealthy"')) ?? "{}") as object;
      const entries = lines.filter((line) => line.startsWith('{"timestamp"')).join("\n");

      expect([ended.code, ended.signal]).toEqual([0, null]);
      expect(numbersOf(entries).toSorted((a, b) => a - b)).toEqual(upTo(500));
      expect(
        entriesOf<Numbered>(entries).filter(({ context }) => context.code === "AGORA_HANDLER_IO"),
      ).toHaveLength(1);
      expect(status).toMatchObject({ isHealthy: false, error: expect.stringContaining("EPIPE") as unknown });
    },
  );
});

describe.skipIf(!isUnix)("standard output that is no pipe", () => {
  test("is a file like any other", async () => {
    const path = join(folder, "out");
    const fd = openSync(path, "a");
    await runChild("console.mjs", ["1000", "100", "async", "hooks", "exit"], { stdout: fd });
    closeSync(fd);

    expect(numbersOf(readFileSync(path, "utf8"))).toEqual(upTo(1_000));
  });

  test.skipIf(!existsSync("/dev/full")).each([
    ["closed", "exec 1>&-"],
    ["the null device", "exec 1>/dev/null"],
  ])(
    "shows nothing when it is %s: what a full disk does not take is on standard error",
    async (_name, shell) => {
      const ended = await runChild("console.mjs", ["300", "100", "full-disk"], { shell });

      expect(ended.code).toBe(0);
      expect(numbersOf(ended.err)).toEqual(upTo(300));
    },
  );
});

describe("the text form", () => {
  const color = "\u001b[32mINFO    \u001b[0m";

  test.each<[Record<string, string>, boolean]>([
    [{}, false],
    [{ FORCE_COLOR: "1" }, true],
    [{ FORCE_COLOR: "0" }, false],
    [{ FORCE_COLOR: "1", NO_COLOR: "1" }, true],
    [{ NO_COLOR: "1" }, false],
  ])("has colours in a pipe with %j: %s", async (env, hasColor) => {
    const { out } = await runChild("console.mjs", ["1", "1", "text"], { env });

    expect(out.includes(color)).toBe(hasColor);
    expect(out).toContain("INFO");
  });
});
