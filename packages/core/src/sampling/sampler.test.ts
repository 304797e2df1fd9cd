import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Gate } from "./gates.ts";
import { createSampler, fnv1a } from "./sampler.ts";
import type { SamplingOptions } from "./sampler.ts";

const never = (): number => {
  throw new Error("chance was asked");
};

const gateAt = (rate: number, options: SamplingOptions = {}, random: () => number = never): Gate =>
  createSampler({ ...options, rates: { INFO: rate } }).gate("INFO", random) as Gate;

const trace = (tail: string): string => `0123456789abcdef01${tail}`;

describe("an entry with a trace id", () => {
  test.each([
    [0.5, "80000000000000", 0.5],
    [0.5, "7fffffffffffff", 0],
    [0.25, "c0000000000000", 0.25],
    [0.25, "bfffffffffffff", 0],
    [0, "ffffffffffffff", 0],
    [2 ** -56, "ffffffffffffff", 0],
    [2 ** -53, "fffffffffffff8", 2 ** -53],
    [2 ** -53, "fffffffffffff7", 0],
    [1 - 2 ** -53, "00000000000008", 1 - 2 ** -53],
    [1 - 2 ** -53, "00000000000007", 0],
  ])("at rate %s with the digits %s is given %s", (rate, tail, expected) => {
    expect(gateAt(rate)(trace(tail), "ignored", "m")).toBe(expected);
  });

  test("is kept exactly when its number reaches the threshold", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.bigInt(0n, 2n ** 56n - 1n),
        (rate, id) => {
          // The product is exact: a power of two only moves the point.
          const scaled = (1 - rate) * 2 ** 56;
          const isKept = id >= BigInt(Math.ceil(scaled));
          const tail = id.toString(16).padStart(14, "0");
          expect(gateAt(rate)(trace(tail), undefined, "m") > 0).toBe(isKept && rate > 0);
        },
      ),
    );
  });
});

describe("an entry with a correlation id", () => {
  test("is kept when the hash of the id is below the rate", () => {
    expect([fnv1a(""), fnv1a("a"), fnv1a("foobar")]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
    const id = "0190a000-0000-7000-8000-000000000000";
    const share = fnv1a(id) / 2 ** 32;

    expect(gateAt(share + 1e-9)(undefined, id, "m")).toBe(share + 1e-9);
    expect(gateAt(share)(undefined, id, "m")).toBe(0);
  });

  test("shares its fate with all others of that id", () => {
    const gate = gateAt(0.5);
    const ids = Array.from(
      { length: 1000 },
      (_, i) => `0190a000-0000-7000-8000-${String(i).padStart(12, "0")}`,
    );
    const first = ids.map((id) => gate(undefined, id, "a"));

    expect(ids.map((id) => gate(undefined, id, "b"))).toEqual(first);
    const kept = first.filter((rate) => rate > 0).length;
    expect(kept).toBeGreaterThan(400);
    expect(kept).toBeLessThan(600);
  });
});

test("an entry without ids is left to chance", () => {
  expect([0.299, 0.3, 0.9].map((number) => gateAt(0.3, {}, () => number)(undefined, undefined, "m"))).toEqual(
    [0.3, 0, 0],
  );
});

describe("a sampler", () => {
  test("has no gate where everything is kept", () => {
    const sampler = createSampler({ rates: { DEBUG: 0.5, INFO: 1, ERROR: 1 } });

    expect(sampler.gate("DEBUG", never)).toBeTypeOf("function");
    expect([
      sampler.gate("INFO", never),
      sampler.gate("WARNING", never),
      sampler.gate("ERROR", never),
    ]).toEqual([undefined, undefined, undefined]);
  });

  test("keeps every message that a pattern finds, and writes no rate for it", () => {
    const gate = gateAt(0, { alwaysLog: [/shutdown/i, /^order \d+$/g] }, () => 0);

    expect(
      ["Shutdown began", "order 12", "order 13", "order"].map((text) => gate(undefined, undefined, text)),
    ).toEqual([1, 1, 1, 0]);
  });

  test("keeps an entry when a pattern fails", () => {
    const broken = {
      test: () => {
        throw new Error("broken");
      },
    };

    expect(gateAt(0, { alwaysLog: [broken] })(undefined, undefined, "m")).toBe(1);
  });

  test.each([-0.1, 1.1, Number.NaN, "0.5", null])("refuses the rate %s", (rate) => {
    expect(() => createSampler({ rates: { INFO: rate as number } })).toThrow(
      /\[AGORA_CONFIG\] sampling\.rates\.INFO: .* is not a rate; use a number from 0 to 1/,
    );
  });

  test("refuses to sample errors, and a level that does not exist", () => {
    expect(() => createSampler({ rates: { CRITICAL: 0.5 } })).toThrow(/ERROR and CRITICAL are always kept/);
    expect(() => createSampler({ rates: { LOUD: 1 } as object })).toThrow(/AGORA_LEVEL/);
  });
});
