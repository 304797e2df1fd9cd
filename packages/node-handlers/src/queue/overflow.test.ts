import { describe, expect, test } from "vitest";
import type { Level } from "@agora/core";
import { endOfTurn, fakeSink, recordingHost, writeNumbered } from "../../test/fake-sink.ts";
import { createAsyncHandler } from "./async-handler.ts";
import type { AsyncOptions, Overflow } from "./queue-options.ts";

const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, n) => String(from + n));

/** A queue whose sink is busy with one line, `first`. */
function openBusy(options: AsyncOptions) {
  const sink = fakeSink();
  const host = recordingHost();
  const queue = createAsyncHandler(sink, options);
  queue.open?.(host);
  sink.answer = "promise";
  queue.write("first\n", "ERROR");
  sink.answer = "take";
  return { sink, host, queue };
}

const report = (dropped: number, policy: Overflow): object => ({
  level: "WARNING",
  message: "Entries were dropped",
  context: { handler: "fake", reason: "overflow", dropped, policy, code: "AGORA_DROPPED" },
});

describe("a queue that is full because its sink is busy", () => {
  test.each([
    ["drop_oldest", numbers(91, 100)],
    ["drop_newest", numbers(0, 9)],
    ["block", numbers(0, 9)],
    ["drop_least_important", numbers(91, 100)],
  ] as const)(
    "keeps 10 of 101 entries with %s, and says exactly how many it dropped, once",
    async (overflow, kept) => {
      const { sink, host, queue } = openBusy({ maxEntries: 10, overflow, blockTimeoutMs: 5 });
      writeNumbered(queue, 0, 100);
      expect(queue.status?.()).toMatchObject({ pending: 10, dropped: { overflow: 91 } });
      await sink.settle();
      await endOfTurn();

      expect(sink.taken.slice(0, -1)).toEqual(["first", ...kept]);
      expect(JSON.parse(sink.taken.at(-1) ?? "")).toEqual(report(91, overflow));
      expect(host.fallen).toEqual([]);
      expect(queue.status?.()).toMatchObject({ pending: 0, dropped: { overflow: 91 } });
    },
  );

  test("writes the report behind the next batch, and one for each time that it was full", async () => {
    const { sink, queue } = openBusy({ maxEntries: 4, batchSize: 2 });
    writeNumbered(queue, 0, 5);
    await sink.settle();
    sink.answer = "promise";
    queue.write("second\n", "ERROR");
    sink.answer = "take";
    writeNumbered(queue, 5, 9);
    await sink.settle();

    const shown = sink.taken.map((line) => (line.startsWith("{") ? (JSON.parse(line) as object) : line));
    expect(shown).toEqual([
      "first",
      "2",
      "3",
      report(2, "drop_oldest"),
      "4",
      "second",
      "6",
      "7",
      report(1, "drop_oldest"),
      "8",
    ]);
  });

  test("drops the least important first: the oldest of the lowest level, and a new one that is it", async () => {
    const { sink, queue } = openBusy({ maxEntries: 5, overflow: "drop_least_important" });
    const write = (name: string, level: Level): void => queue.write(`${name}\n`, level);
    write("w1", "WARNING");
    write("d1", "DEBUG");
    write("i1", "INFO");
    write("d2", "DEBUG");
    write("i2", "INFO"); // d1 goes
    write("w2", "WARNING"); // d2 goes
    write("d3", "DEBUG"); // goes itself
    write("i3", "INFO"); // i1 goes
    write("e1", "ERROR"); // i2 goes
    write("w3", "WARNING"); // i3 goes
    write("w4", "WARNING"); // w1 goes
    expect(queue.status?.().dropped).toEqual({ overflow: 7 });
    await sink.settle();

    expect(sink.taken.slice(0, -1)).toEqual(["first", "w2", "e1", "w3", "w4"]);
  });

  test("stays cheap and exact when the least important are taken out of the middle again and again", async () => {
    const { sink, queue } = openBusy({ maxEntries: 1_000, overflow: "drop_least_important" });
    for (let n = 0; n < 998; n++) queue.write(`w${n}\n`, "WARNING");
    for (let n = 0; n < 50_000; n++) queue.write(`d${n}\n`, "DEBUG");
    await sink.settle();

    expect(sink.taken).toHaveLength(1_001);
    expect(sink.taken.filter((line) => line.startsWith("d"))).toEqual(["d49999"]);
    expect(JSON.parse(sink.taken.find((line) => line.startsWith("{")) ?? "")).toEqual(
      report(49_999, "drop_least_important"),
    );
  });

  test("is bounded by the bytes of its lines, in UTF-8", async () => {
    const { sink, queue } = openBusy({ maxBytes: 100 });
    // "first" has 6 bytes, each of these 10: nine of them fit.
    for (let n = 0; n < 20; n++) queue.write(`${String(n).padStart(3, "0")}\u00fc\u00fc\u00fc\n`, "INFO");
    expect(queue.status?.()).toMatchObject({ pending: 10, dropped: { overflow: 11 } });
    await sink.settle();

    expect(sink.taken[1]).toBe("011\u00fc\u00fc\u00fc");
  });

  test("lets a line through that is larger than all its bytes, alone", () => {
    const sink = fakeSink();
    const queue = createAsyncHandler(sink, { maxBytes: 10 });
    queue.write(`${"x".repeat(100)}\n`, "INFO");

    expect(sink.taken).toHaveLength(1);
  });

  test("counts what it drops also when nobody makes lines of reports", async () => {
    const sink = fakeSink();
    const queue = createAsyncHandler(sink, { maxEntries: 2 });
    sink.answer = "promise";
    queue.write("first\n", "ERROR");
    sink.answer = "take";
    writeNumbered(queue, 0, 5);
    await sink.settle();

    expect(sink.taken).toEqual(["first", "4"]);
    expect(queue.status?.().dropped).toEqual({ overflow: 4 });
  });
});

describe("a queue in front of a pipe", () => {
  /** A sink that says, like a full pipe, that it takes no more, until `room` lines are allowed again. */
  function openPipe(options: AsyncOptions) {
    const taken: string[] = [];
    const pipe = { taken, room: 0, calls: 0 };
    const host = recordingHost();
    const queue = createAsyncHandler(
      {
        name: "pipe",
        write: () => {},
        writeMany(lines) {
          pipe.calls++;
          const all = lines.split("\n").slice(0, -1);
          const now = all.slice(0, pipe.room);
          pipe.room -= now.length;
          taken.push(...now);
          if (now.length < all.length)
            throw Object.assign(new Error("full"), { isSinkBusy: true, linesTaken: now.length });
        },
        flush: () => {},
        close: () => {},
      },
      options,
    );
    queue.open?.(host);
    return { pipe, host, queue };
  }

  test("keeps the lines while it is full, in their order, and writes each once", async () => {
    const { pipe, host, queue } = openPipe({ batchSize: 10, flushIntervalMs: 1 });
    writeNumbered(queue, 0, 25);
    pipe.room = 7;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(pipe.taken).toEqual(numbers(0, 7));
    writeNumbered(queue, 25, 40);
    pipe.room = 1_000;
    await queue.flush();

    expect(pipe.taken).toEqual(numbers(0, 40));
    expect(host.fallen).toEqual([]);
  });

  test("with block, waits in the call until there is room, or for blockTimeoutMs; then no more until it moves", () => {
    const { pipe, queue } = openPipe({ maxEntries: 5, overflow: "block", blockTimeoutMs: 50 });
    writeNumbered(queue, 0, 5);
    const start = performance.now();
    queue.write("5\n", "INFO");
    const waited = performance.now() - start;
    writeNumbered(queue, 6, 1_000);
    const later = performance.now() - start - waited;
    pipe.room = 1_000;
    queue.flushSync?.();

    expect(waited).toBeGreaterThanOrEqual(49);
    expect(later).toBeLessThan(2_000);
    expect(pipe.taken.slice(0, 5)).toEqual(numbers(0, 5));
    expect(queue.status?.().dropped).toEqual({ overflow: 995 });
  });

  test("loses nothing to a reader that is slow, and waits but briefly for one that does not read at all", () => {
    const { pipe, queue } = openPipe({ maxEntries: 10, flushIntervalMs: 10 });
    writeNumbered(queue, 0, 10);
    for (let n = 10; n < 30; n++) {
      pipe.room = 1;
      queue.write(`${n}\n`, "INFO");
    }
    expect(queue.status?.().dropped).toEqual({});
    pipe.room = 0;
    const start = performance.now();
    writeNumbered(queue, 30, 1_030);

    expect(performance.now() - start).toBeLessThan(2_000);
    expect(pipe.taken).toEqual(numbers(0, 20));
    expect(queue.status?.().dropped).toEqual({ overflow: 1_000 });
  });

  test("waits for a pipe in flushSync, but not for ever", () => {
    const { pipe, queue } = openPipe({});
    queue.write("0\n", "INFO");
    const start = performance.now();
    queue.flushSync?.();
    const waited = performance.now() - start;
    queue.flushSync?.();

    expect(waited).toBeGreaterThanOrEqual(999);
    expect(performance.now() - start - waited).toBeLessThan(900);
    expect(pipe.taken).toEqual([]);
    expect(queue.status?.().pending).toBe(1);
  });
});
