import { describe, expect, test, vi } from "vitest";
import type { Level } from "@agora/core";
import { endOfTurn, fakeSink, recordingHost, writeNumbered } from "../../test/fake-sink.ts";
import { createAsyncHandler } from "./async-handler.ts";
import type { AsyncOptions } from "./queue-options.ts";

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, n) => String(from + n));

function open(options: AsyncOptions = {}) {
  const sink = fakeSink();
  const host = recordingHost();
  const queue = createAsyncHandler(sink, options);
  queue.open?.(host);
  return { sink, host, queue };
}

describe("a queue", () => {
  test("writes what one turn of the event loop brought in one batch, at its end", async () => {
    const { sink, queue } = open();
    writeNumbered(queue, 0, 50);
    expect(sink.taken).toEqual([]);
    expect(queue.status?.()).toMatchObject({ pending: 50, capacity: 10_000 });
    await endOfTurn();

    expect(sink.taken).toEqual(numbers(0, 50));
    expect(sink.calls).toBe(1);
    expect(queue.status?.()).toMatchObject({ isHealthy: true, pending: 0, dropped: {} });
  });

  test("writes in the call when the batch is full", () => {
    const { sink, queue } = open({ batchSize: 10 });
    writeNumbered(queue, 0, 25);

    expect(sink.taken).toEqual(numbers(0, 20));
    expect(sink.calls).toBe(2);
  });

  test("writes in the call when the batch is 64 KiB", () => {
    const { sink, queue } = open({ batchSize: 1_000 });
    for (let n = 0; n < 65; n++) queue.write(`${"x".repeat(1_023)}\n`, "INFO");

    expect(sink.taken).toHaveLength(64);
  });

  test.each(["ERROR", "CRITICAL"] as const)(
    "writes an entry of level %s at once, with everything before it",
    (level) => {
      const { sink, queue } = open();
      writeNumbered(queue, 0, 3);
      queue.write("3\n", level);
      writeNumbered(queue, 4, 6);

      expect(sink.taken).toEqual(numbers(0, 4));
    },
  );

  test.each([
    ["drop_oldest", undefined],
    ["drop_newest", 3],
    ["block", 3],
    ["drop_least_important", undefined],
  ] as const)(
    "drops nothing with %s as long as the sink takes lines, however many come in one turn",
    async (overflow, maxEntries) => {
      const { sink, host, queue } = open({ overflow, ...(maxEntries === undefined ? {} : { maxEntries }) });
      writeNumbered(queue, 0, 50_000);
      await endOfTurn();

      expect(sink.taken).toEqual(numbers(0, 50_000));
      expect(host.fallen).toEqual([]);
    },
  );

  test("counts its interval from the first entry, although entries keep coming and the turn does not end", () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { sink, queue } = open({ flushIntervalMs: 10 });
    let longest = 0;
    for (let n = 0; n < 60; n++) {
      queue.write(`${n}\n`, "INFO");
      longest = Math.max(longest, n + 1 - sink.taken.length);
      vi.advanceTimersByTime(2);
    }
    vi.useRealTimers();

    // An entry each 2 ms: the sixth finds the first 10 ms old.
    expect(sink.calls).toBe(10);
    expect(longest).toBe(5);
  });

  test("gives a handler without writeMany each line with its level", async () => {
    const written: [string, Level][] = [];
    const queue = createAsyncHandler({
      name: "single",
      write: (line, level) => void written.push([line, level]),
      flush: () => {},
      close: () => {},
    });
    queue.write("a\n", "DEBUG");
    queue.write("b\n", "WARNING");
    queue.write("c\n", "CRITICAL");

    expect(written).toEqual([
      ["a\n", "DEBUG"],
      ["b\n", "WARNING"],
      ["c\n", "CRITICAL"],
    ]);
  });

  test("flush waits for all that was written before, then for the inner handler", async () => {
    const { sink, queue } = open();
    sink.answer = "promise";
    writeNumbered(queue, 0, 3);
    let isFlushed = false;
    const flushed = Promise.resolve(queue.flush()).then(() => (isFlushed = true));
    await endOfTurn();
    expect([isFlushed, sink.flushes]).toEqual([false, 0]);
    await sink.settle();
    await flushed;

    expect([sink.taken, sink.flushes]).toEqual([numbers(0, 3), 1]);
  });

  test("flush does not wait for what comes later", async () => {
    const { sink, queue } = open({ batchSize: 2 });
    sink.answer = "promise";
    writeNumbered(queue, 0, 2);
    const flushed = queue.flush();
    writeNumbered(queue, 2, 4);
    await sink.settle();

    await expect(Promise.resolve(flushed)).resolves.toBeUndefined();
    expect(sink.taken).toEqual(numbers(0, 2));
  });

  test("flushSync writes what is queued", () => {
    const { sink, queue } = open();
    writeNumbered(queue, 0, 3);
    queue.flushSync?.();

    expect(sink.taken).toEqual(numbers(0, 3));
  });

  test("flushSync takes a promise for kept where the handler can do without waiting; it is not counted again", async () => {
    const settle: (() => void)[] = [];
    const queue = createAsyncHandler({
      name: "both",
      write: (): unknown => new Promise<void>((resolve) => settle.push(resolve)),
      flushSync: () => {},
      flush: () => {},
      close: () => {},
    });
    queue.write("0\n", "ERROR");
    queue.flushSync?.();
    expect(queue.status?.().pending).toBe(0);
    queue.write("1\n", "ERROR");
    settle[0]?.();
    await endOfTurn();
    expect(queue.status?.().pending).toBe(1);
    settle[1]?.();
    await endOfTurn();

    expect(queue.status?.().pending).toBe(0);
  });

  test("close writes what is queued, closes the inner handler and hands later lines to the fallback", async () => {
    const { sink, host, queue } = open();
    writeNumbered(queue, 0, 3);
    await queue.close();
    queue.write("late\n", "INFO");

    expect([sink.taken, sink.isClosed, host.fallen]).toEqual([numbers(0, 3), true, ["late"]]);
  });

  test("hands lines of a sink that throws to the fallback and goes on with the next", async () => {
    const { sink, host, queue } = open();
    sink.answer = "throw";
    writeNumbered(queue, 0, 2);
    await endOfTurn();
    sink.answer = "take";
    writeNumbered(queue, 2, 4);
    await endOfTurn();

    expect(host.fallen.slice(1)).toEqual(numbers(0, 2));
    expect(host.fallen[0]).toContain("AGORA_HANDLER_IO");
    expect(sink.taken.slice(0, 2)).toEqual(numbers(2, 4));
  });

  test("hands a line to the fallback that the sink logs while it writes", () => {
    const host = recordingHost();
    const queue = createAsyncHandler({
      name: "recursive",
      write: () => queue.write("inner\n", "INFO"),
      flush: () => {},
      close: () => {},
    });
    queue.open?.(host);
    queue.write("outer\n", "ERROR");

    expect(host.fallen).toEqual(["inner"]);
  });

  test("does not count for the event loop while a pipe is full", async () => {
    const timers = vi.spyOn(globalThis, "setTimeout");
    const queue = createAsyncHandler({
      name: "full",
      write: () => {
        throw Object.assign(new Error("full"), { isSinkBusy: true, linesTaken: 0 });
      },
      flush: () => {},
      close: () => {},
    });
    queue.open?.(recordingHost());
    queue.write("a\n", "ERROR");
    const timer = timers.mock.results.at(-1)?.value as NodeJS.Timeout;

    expect(timer.hasRef()).toBe(false);
    clearTimeout(timer);
    timers.mockRestore();
  });

  test.each([
    [{ maxEntries: 0 }, "maxEntries"],
    [{ maxEntries: 1.5 }, "maxEntries"],
    [{ maxBytes: -1 }, "maxBytes"],
    [{ batchSize: Number.NaN }, "batchSize"],
    [{ flushIntervalMs: 60_001 }, "flushIntervalMs"],
    [{ blockTimeoutMs: Number.POSITIVE_INFINITY }, "blockTimeoutMs"],
    [{ overflow: "drop_all" as "block" }, "overflow"],
  ])("refuses %j with an error that names the option", (options, name) => {
    expect(() => createAsyncHandler(fakeSink(), options)).toThrow(
      new RegExp(`^\\[AGORA_CONFIG\\] ${name}: `),
    );
  });
});
