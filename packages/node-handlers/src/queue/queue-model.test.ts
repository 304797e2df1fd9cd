import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LEVELS } from "@agora/schema/tables";
import type { Level } from "@agora/core";
import { endOfTurn, fakeSink, recordingHost } from "../../test/fake-sink.ts";
import type { Answer } from "../../test/fake-sink.ts";
import { createSafeHandler } from "../safe/safe-handler.ts";
import { createAsyncHandler } from "./async-handler.ts";
import type { Overflow } from "./queue-options.ts";

interface Entry {
  readonly name: string;
  readonly level: Level;
}

type Step =
  | { readonly does: "write"; readonly level: Level; readonly pad: number }
  | { readonly does: "answer"; readonly answer: Answer }
  | { readonly does: "settle" | "fail" | "turn" | "flushSync" };

const ANSWERS: readonly Answer[] = ["take", "promise", "throw"];

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant("write" as const),
      level: fc.constantFrom(...LEVELS),
      pad: fc.nat(12),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant("answer" as const), answer: fc.constantFrom(...ANSWERS) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constantFrom("settle" as const, "fail" as const, "turn" as const, "flushSync" as const),
    }),
  },
);

interface Limits {
  readonly maxEntries: number;
  readonly maxBytes: number;
  readonly batchSize: number;
  readonly overflow: Overflow;
}

/** The queue as its description says it, with plain arrays. */
class Model {
  readonly taken: string[] = [];
  readonly fallen: string[] = [];
  dropped = 0;
  answer: Answer = "take";
  #unreported = 0;
  #waiting: Entry[] = [];
  #underWay: Entry[] | undefined;
  readonly #limits: Limits;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get pending(): number {
    return this.#waiting.length + (this.#underWay?.length ?? 0);
  }

  write(entry: Entry): void {
    if (this.#underWay !== undefined && !this.#makeRoom(entry)) return;
    this.#waiting.push(entry);
    const { batchSize, maxEntries, maxBytes } = this.#limits;
    const isUrgent = entry.level === "ERROR" || entry.level === "CRITICAL";
    if (
      isUrgent ||
      this.#waiting.length >= Math.min(batchSize, maxEntries) ||
      unitsOf(this.#waiting) >= maxBytes
    )
      this.drain();
  }

  drain(): void {
    // A report goes with a batch, or alone where there is none.
    while (this.#underWay === undefined && (this.#waiting.length > 0 || this.#unreported > 0)) {
      this.#unreported = 0;
      const batch: Entry[] = [];
      while (
        batch.length < this.#limits.batchSize &&
        this.#waiting.length > 0 &&
        unitsOf(batch) < this.#limits.maxBytes
      )
        batch.push(this.#waiting.shift() as Entry);
      if (this.answer === "take") this.taken.push(...batch.map(({ name }) => name));
      else if (this.answer === "throw") this.fallen.push(...batch.map(({ name }) => name));
      else this.#underWay = batch;
    }
  }

  settle(into: "taken" | "fallen"): void {
    const batch = this.#underWay;
    if (batch === undefined) return;
    this.#underWay = undefined;
    this[into].push(...batch.map(({ name }) => name));
    this.drain();
  }

  #makeRoom(entry: Entry): boolean {
    const { maxEntries, maxBytes, overflow } = this.#limits;
    const all = (): Entry[] => [...(this.#underWay ?? []), ...this.#waiting];
    const isFull = (): boolean =>
      all().length >= maxEntries || (all().length > 0 && bytesOf([...all(), entry]) > maxBytes);
    while (isFull()) {
      this.dropped++;
      this.#unreported++;
      const victim = this.#victim(overflow, entry);
      if (victim === undefined) return false;
      this.#waiting = this.#waiting.filter((other) => other !== victim);
    }
    return true;
  }

  #victim(overflow: Overflow, entry: Entry): Entry | undefined {
    if (overflow === "drop_oldest") return this.#waiting[0];
    if (overflow !== "drop_least_important") return undefined;
    const lowest = Math.min(...this.#waiting.map(({ level }) => LEVELS.indexOf(level)));
    if (lowest > LEVELS.indexOf(entry.level)) return undefined;
    return this.#waiting.find(({ level }) => LEVELS.indexOf(level) === lowest);
  }
}

const bytesOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { name }) => sum + Buffer.byteLength(name) + 1, 0);

/** What a batch is measured by: quicker than bytes, and no limit. */
const unitsOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { name }) => sum + name.length + 1, 0);

const isReport = (line: string): boolean => line.startsWith("{");

describe("a queue under random load and failures", () => {
  test("does what the naive model does, and accounts for every entry", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Overflow>("drop_oldest", "drop_newest", "drop_least_important", "block"),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(step, { maxLength: 120, size: "max" }),
        async (overflow, maxEntries, maxBytes, batchSize, steps) => {
          const limits = { maxEntries, maxBytes, batchSize, overflow };
          const sink = fakeSink();
          const host = recordingHost();
          const model = new Model(limits);
          const queue = createAsyncHandler(createSafeHandler(sink, { failures: 1_000_000 }), {
            ...limits,
            flushIntervalMs: 60_000,
          });
          queue.open?.(host);
          let written = 0;
          for (const now of steps) {
            if (now.does === "write") {
              const name = `${written++}${"\u00fc".repeat(now.pad)}`;
              queue.write(`${name}\n`, now.level);
              model.write({ name, level: now.level });
            } else if (now.does === "answer") {
              sink.answer = now.answer;
              model.answer = now.answer;
            } else if (now.does === "turn") {
              await endOfTurn();
              model.drain();
            } else if (now.does === "flushSync") {
              queue.flushSync?.();
              model.drain();
            } else {
              await sink.settle(now.does === "fail" ? new Error("no") : undefined);
              model.settle(now.does === "fail" ? "fallen" : "taken");
            }
            expect(queue.status?.().pending).toBe(model.pending);
            expect(queue.status?.().dropped?.overflow ?? 0).toBe(model.dropped);
          }
          sink.answer = "take";
          model.answer = "take";
          await sink.settle();
          model.settle("taken");
          await queue.close();
          model.drain();

          expect(sink.taken.filter((line) => !isReport(line))).toEqual(model.taken);
          expect(host.fallen.filter((line) => !isReport(line))).toEqual(model.fallen);
          const said = [...sink.taken, ...host.fallen]
            .filter((line) => line.includes("AGORA_DROPPED"))
            .map((line) => (JSON.parse(line) as { context: { dropped: number } }).context.dropped);
          expect(said.reduce((sum, n) => sum + n, 0)).toBe(model.dropped);
          expect(model.taken.length + model.fallen.length + model.dropped).toBe(written);
        },
      ),
      { numRuns: 500 },
    );
  });
});
