import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { createEntryIdSource } from "./entry-id.ts";

const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const timeOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

describe("createEntryIdSource", () => {
  test("makes UUIDs of version 7 that hold the time of the system's clock", () => {
    const next = createEntryIdSource();
    const before = Date.now();
    const id = next();

    expect(id).toMatch(UUID_7);
    expect(timeOf(id)).toBeGreaterThanOrEqual(before);
    expect(timeOf(id)).toBeLessThanOrEqual(Date.now());
  });

  test("makes 50,000 of them in one millisecond, each greater than the one before", () => {
    const next = createEntryIdSource(() => 1_780_000_000_000);
    const ids = Array.from({ length: 50_000 }, next);

    expect(ids.every((id) => UUID_7.test(id))).toBe(true);
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] as string))).toBe(true);
    expect(timeOf(ids.at(-1) as string) - 1_780_000_000_000).toBeLessThan(50);
  });

  test("stays in order when the clock goes back a little, and follows it when it was set anew", () => {
    let now = 1_780_000_000_000;
    const next = createEntryIdSource(() => now);
    const first = next();
    now -= 5_000;
    const second = next();
    now -= 3_600_000;
    const third = next();

    expect(second > first).toBe(true);
    expect(timeOf(third)).toBe(now);
  });

  test.each([Number.NaN, -1, Infinity, 2 ** 60, 1.5])("makes one for the time %d as well", (time) => {
    const next = createEntryIdSource(() => time);
    expect([next(), next()].every((id) => UUID_7.test(id))).toBe(true);
  });

  test("makes others in another thread in the same millisecond", async () => {
    const program = `
      const { parentPort, workerData } = require("node:worker_threads");
      import(workerData).then(({ createEntryIdSource }) => {
        parentPort.postMessage(Array.from({ length: 20000 }, createEntryIdSource(() => 5)));
      });`;
    const module = new URL("../dist/entry-id.js", import.meta.url).href;
    const theirs = await new Promise<string[]>((resolve, reject) => {
      const worker = new Worker(program, { eval: true, workerData: module });
      worker.once("message", resolve).once("error", reject);
    });
    const ours = Array.from(
      { length: 20_000 },
      createEntryIdSource(() => 5),
    );

    expect(new Set([...ours, ...theirs]).size).toBe(40_000);
  });
});
