import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { PUBLISHED_HASHES, numberBits } from "./sequence.ts";

function hashOf(count: number): string {
  const hash = createHash("sha256");
  const buffer = Buffer.alloc(8);
  for (const bits of numberBits(count)) {
    buffer.write(bits, "hex");
    hash.update(`${bits.replace(/^0+(?=.)/, "")},${buffer.readDoubleBE()}\n`);
  }
  return hash.digest("hex");
}

test.each([1_000, 10_000, 100_000])(
  "the first %d numbers, as JavaScript prints them, have the published hash",
  (count) => {
    expect(hashOf(count)).toBe(PUBLISHED_HASHES.get(count));
  },
);

test("every prefix begins in the same way", () => {
  expect(numberBits(3)).toEqual(["0000000000000000", "8000000000000000", "0000000000000001"]);
  expect(numberBits(5_000).slice(0, 2_500)).toEqual(numberBits(2_500));
});
