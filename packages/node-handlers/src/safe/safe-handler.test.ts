import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Handler } from "@agora/core";
import { endOfTurn, fakeSink, linesOf, recordingHost, writeNumbered } from "../../test/fake-sink.ts";
import { exitState } from "../exit/exit-state.ts";
import { createSpool } from "../network/spool.ts";
import { createAsyncHandler } from "../queue/async-handler.ts";
import { WriteFailure } from "../write-all.ts";
import { createSafeHandler } from "./safe-handler.ts";
import type { SafeOptions } from "./safe-handler.ts";

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, n) => String(from + n));

const codeOf = (line: string): unknown =>
  line.startsWith("{") ? (JSON.parse(line) as { context: { code: string } }).context.code : undefined;
const contextOf = (line: string | undefined): unknown =>
  (JSON.parse(line ?? "") as { context: object }).context;

function open(options: SafeOptions = {}, sink = fakeSink()) {
  const host = recordingHost();
  const safe = createSafeHandler(sink, options);
  safe.open?.(host);
  return { sink, host, safe };
}

/** A sink that takes so many bytes more and then fails as a full disk does. */
function smallDisk(isCut: boolean): Handler & { readonly taken: string[]; room: number } {
  const disk = {
    name: "disk",
    taken: [] as string[],
    room: 0,
    write: (line: string) => disk.writeMany(line),
    writeMany(lines: string) {
      const whole = Buffer.from(lines).subarray(0, disk.room).lastIndexOf(0x0a) + 1;
      const isAll = lines.length <= disk.room;
      disk.taken.push(...linesOf(lines.slice(0, isAll ? lines.length : whole)));
      disk.room -= whole;
      if (!isAll) throw new WriteFailure(new Error("ENOSPC"), whole, isCut);
    },
    flush: () => {},
    close: () => {},
  };
  return disk;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a safe handler", () => {
  test("never throws: lines go to the fallback, behind one report for the run of failures", () => {
    const { sink, host, safe } = open();
    sink.answer = "throw";
    writeNumbered(safe, 0, 3);

    expect(codeOf(host.fallen[0] ?? "")).toBe("AGORA_HANDLER_IO");
    expect(contextOf(host.fallen[0])).toMatchObject({ handler: "fake", failures: 1 });
    expect(host.fallen.slice(1)).toEqual(numbers(0, 3));
    expect(safe.status?.()).toMatchObject({ isHealthy: false, error: "Error: the sink failed", errors: 3 });
  });

  test("leaves the handler alone after so many failures in a row, and tries again with one line later", () => {
    const { sink, host, safe } = open({ failures: 3, retryMs: 1_000 });
    sink.answer = "throw";
    writeNumbered(safe, 0, 10);
    expect(sink.calls).toBe(3);
    vi.advanceTimersByTime(999);
    writeNumbered(safe, 10, 12);
    expect(sink.calls).toBe(3);
    vi.advanceTimersByTime(1);
    writeNumbered(safe, 12, 14);
    expect(sink.calls).toBe(4);
    vi.advanceTimersByTime(1_000);
    sink.answer = "take";
    writeNumbered(safe, 14, 16);

    expect(host.fallen.filter((line) => codeOf(line) === undefined)).toEqual(numbers(0, 14));
    expect(sink.taken.filter((line) => codeOf(line) === undefined)).toEqual(numbers(14, 16));
    expect(contextOf(sink.taken[1])).toEqual({
      code: "AGORA_HANDLER_RECOVERED",
      handler: "fake",
      failures: 4,
      replayed: 0,
    });
    expect(safe.status?.()).toMatchObject({ isHealthy: true, errors: 4 });
    expect(safe.status?.().error).toBeUndefined();
  });

  test("reports a run of failures once, however long it lasts", () => {
    const { sink, host, safe } = open({ retryMs: 1_000 });
    sink.answer = "throw";
    for (let n = 0; n < 60; n++) {
      writeNumbered(safe, n, n + 1);
      vi.advanceTimersByTime(1_000);
    }

    expect(sink.calls).toBe(60);
    expect(host.fallen.filter((line) => codeOf(line) !== undefined)).toHaveLength(1);
  });

  test("reports at most once in ten seconds when failures and successes take turns", () => {
    const { sink, host, safe } = open();
    for (let n = 0; n < 20; n++) {
      sink.answer = n % 2 === 0 ? "throw" : "take";
      writeNumbered(safe, n, n + 1);
    }
    expect(host.fallen.filter((line) => codeOf(line) !== undefined)).toHaveLength(1);
    vi.advanceTimersByTime(10_000);
    sink.answer = "throw";
    writeNumbered(safe, 20, 21);

    expect(host.fallen.filter((line) => codeOf(line) !== undefined)).toHaveLength(2);
    expect(sink.taken.filter((line) => codeOf(line) === "AGORA_HANDLER_RECOVERED")).toHaveLength(1);
  });

  test.each([
    [true, "a cut line that the disk finishes goes to the fallback as well"],
    [false, "nothing was begun"],
  ])("takes only the rest of a batch elsewhere of which a part was written (%s: %s)", (isCut) => {
    const disk = smallDisk(isCut);
    const { host, safe } = open({}, disk as never);
    disk.room = 5;
    safe.writeMany?.("0\n1\n2\n3\n", 4);

    expect(disk.taken).toEqual(["0", "1"]);
    expect(host.fallen.slice(1)).toEqual(["2", "3"]);
  });

  test("takes care of promises that are rejected", async () => {
    const { sink, host, safe } = open();
    sink.answer = "promise";
    const result: unknown = safe.write("0\n", "INFO");
    await sink.settle(new Error("later"));
    await expect(result).resolves.toBeUndefined();

    expect(host.fallen.slice(1)).toEqual(["0"]);
  });

  test("survives a handler of which everything throws, and a fallback that does", async () => {
    const fail = (): never => {
      throw new Error("no");
    };
    const safe = createSafeHandler({
      name: "bad",
      open: fail,
      write: fail,
      flush: fail,
      flushSync: fail,
      close: () => Promise.reject(new Error("no")),
      reopen: fail,
      status: fail,
    });
    safe.open?.({ ...recordingHost(), fallback: fail });
    safe.write("0\n", "INFO");
    safe.reopen?.();
    safe.flushSync?.();
    await safe.flush();
    await safe.close();

    expect(safe.status?.()).toMatchObject({ isHealthy: false, errors: 6 });
    expect(safe.status?.().dropped?.failed).toBeGreaterThanOrEqual(1);
  });

  test("keeps in its spool, when the process ends, what the handler has not confirmed", () => {
    const folder = mkdtempSync(join(tmpdir(), "agora-safe-"));
    const spool = createSpool({ directory: folder });
    const sink = fakeSink();
    sink.answer = "promise";
    const safe = createSafeHandler(sink, { spool });
    const host = recordingHost();
    const queue = createAsyncHandler(safe);
    queue.open?.(host);
    const state = exitState();
    try {
      writeNumbered(queue, 0, 3);
      queue.flushSync?.();
      expect(spool.pending).toBe(0);
      state.isEnding = true;
      queue.flushSync?.();
      queue.flushSync?.();

      expect(spool.pending).toBe(3);
      expect(host.fallen).toEqual([]);
    } finally {
      state.isEnding = false;
      spool.close();
      rmSync(folder, { recursive: true });
    }
  });

  test.each([
    [{ failures: 0 }, "failures"],
    [{ retryMs: -1 }, "retryMs"],
  ])("refuses %j", (options, name) => {
    expect(() => createSafeHandler(fakeSink(), options)).toThrow(new RegExp(`^\\[AGORA_CONFIG\\] ${name}: `));
  });
});

describe("a safe handler with a spool", () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "agora-safe-"));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  test("keeps lines on disk and replays them in order before new ones, with a report of how many", () => {
    const { sink, host, safe } = open({ failures: 2, retryMs: 1_000, spool: createSpool({ directory }) });
    sink.answer = "throw";
    writeNumbered(safe, 0, 500);
    expect(host.fallen.map(codeOf)).toEqual(["AGORA_HANDLER_IO"]);
    expect(safe.status?.().pending).toBe(500);
    vi.advanceTimersByTime(999);
    sink.answer = "take";
    vi.advanceTimersByTime(1);
    writeNumbered(safe, 500, 510);

    expect(sink.taken.filter((line) => codeOf(line) === undefined)).toEqual(numbers(0, 510));
    const recovered = sink.taken.find((line) => codeOf(line) === "AGORA_HANDLER_RECOVERED");
    expect(contextOf(recovered)).toMatchObject({ replayed: 500, failures: 2 });
    expect(safe.status?.()).toMatchObject({ isHealthy: true, pending: 0 });
  });

  test("replays without being asked to write, from a timer that does not hold the process", () => {
    const timers = vi.spyOn(globalThis, "setTimeout");
    const { sink, safe } = open({ retryMs: 1_000, spool: createSpool({ directory }) });
    sink.answer = "throw";
    writeNumbered(safe, 0, 3);
    sink.answer = "take";
    vi.advanceTimersByTime(1_000);

    expect(sink.taken.slice(0, 3)).toEqual(numbers(0, 3));
    for (const { value } of timers.mock.results) expect((value as NodeJS.Timeout).hasRef()).toBe(false);
  });

  test("does not write twice what a failed replay had written, nor a line that the disk finishes itself", () => {
    const disk = smallDisk(true);
    const { host, safe } = open(
      { failures: 1, retryMs: 1_000, spool: createSpool({ directory }) },
      disk as never,
    );
    writeNumbered(safe, 0, 8);
    disk.room = 5;
    vi.advanceTimersByTime(1_000);
    disk.room = 1_000_000;
    vi.advanceTimersByTime(1_000);

    // 0 was begun by the first attempt and 3 by the second: the disk finishes them, and the first is on the fallback.
    expect(disk.taken.filter((line) => codeOf(line) === undefined)).toEqual(["1", "2", "4", "5", "6", "7"]);
    expect(host.fallen.filter((line) => codeOf(line) === undefined)).toEqual(["0"]);
  });

  test("keeps the order for a sink that promises, while it replays", async () => {
    vi.useRealTimers();
    const { sink, safe } = open({ failures: 1, retryMs: 1, spool: createSpool({ directory }) });
    sink.answer = "throw";
    writeNumbered(safe, 0, 250);
    sink.answer = "promise";
    const flushed = new Promise((resolve) => setTimeout(resolve, 5)).then(() => safe.flush());
    await new Promise((resolve) => setTimeout(resolve, 10));
    writeNumbered(safe, 250, 260);
    for (let n = 0; n < 30; n++) {
      await sink.settle();
      await endOfTurn();
    }
    sink.answer = "take";
    await sink.settle();
    await flushed;

    expect(sink.taken.filter((line) => codeOf(line) === undefined)).toEqual(numbers(0, 260));
  });

  test("leaves to the next process what it cannot write, and that one writes it", async () => {
    const first = open({ failures: 1, retryMs: 1_000, spool: createSpool({ directory }) });
    first.sink.answer = "throw";
    writeNumbered(first.safe, 0, 3);
    await first.safe.close();
    const second = open({ retryMs: 1_000, spool: createSpool({ directory }) });
    vi.advanceTimersByTime(1);

    expect(second.sink.taken.slice(0, 3)).toEqual(numbers(0, 3));
    await second.safe.close();
  });

  test("says how many lines a full spool has dropped", () => {
    const { sink, safe } = open({
      failures: 1,
      retryMs: 1_000,
      spool: createSpool({ directory, maxBytes: 65_536 }),
    });
    sink.answer = "throw";
    for (let n = 0; n < 200; n++) safe.write(`${n} ${"x".repeat(1_000)}\n`, "INFO");
    const dropped = safe.status?.().dropped?.overflow ?? 0;
    sink.answer = "take";
    vi.advanceTimersByTime(1_000);

    expect(dropped).toBeGreaterThan(100);
    expect(sink.taken.filter((line) => codeOf(line) === undefined)).toHaveLength(200 - dropped);
    expect(contextOf(sink.taken.find((line) => codeOf(line) === "AGORA_DROPPED"))).toMatchObject({ dropped });
  });
});
