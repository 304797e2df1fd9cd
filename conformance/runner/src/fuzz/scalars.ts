import type { TypedDouble, TypedInteger, TypedValue } from "../protocol/typed-value.ts";
import type { Random } from "./random.ts";

const DOUBLES: readonly string[] = [
  "0000000000000000",
  "8000000000000000",
  "0000000000000001",
  "000fffffffffffff",
  "0010000000000000",
  "3eb0c6f7a0b5ed8c",
  "3eb0c6f7a0b5ed8d",
  "3ff0000000000000",
  "4024000000000000",
  "4340000000000000",
  "433fffffffffffff",
  "43e0000000000000",
  "444b1ae4d6e2ef4f",
  "444b1ae4d6e2ef50",
  "44b52d02c7e14af6",
  "7fefffffffffffff",
  "7ff0000000000000",
  "fff0000000000000",
  "7ff8000000000000",
];

const INTEGERS: readonly bigint[] = [
  0n,
  1n,
  -1n,
  10n,
  255n,
  2n ** 31n,
  2n ** 32n,
  2n ** 53n - 1n,
  2n ** 53n,
  2n ** 53n + 1n,
  1n - 2n ** 53n,
  -(2n ** 53n),
  2n ** 63n - 1n,
  -(2n ** 63n),
];

const MILLISECOND = 1_000_000n;
const LAST_MILLISECOND = 253_402_300_799_999n;
const FIRST_MILLISECOND = -62_135_596_800_000n;

/** A double: an edge, a plain decimal, or any bits. */
export function randomDouble(random: Random): TypedDouble {
  const bits = random.weighted([
    [30, random.pick(DOUBLES)],
    [40, bitsOf(random.between(-100_000, 100_000) / random.pick([1, 10, 100, 1000, 1024]))],
    [30, random.hex(16)],
  ]);
  return { t: "f64", bits };
}

function bitsOf(value: number): string {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleBE(value);
  return buffer.toString("hex");
}

/** An integer of at most 64 bits. */
export function randomInteger(random: Random): TypedInteger {
  const value = random.weighted([
    [40, BigInt(random.between(-1000, 1000))],
    [40, random.pick(INTEGERS)],
    [20, BigInt.asIntN(64, BigInt(`0x${random.hex(16)}`)) >> BigInt(random.below(63))],
  ]);
  if (value >= 0n && random.chance(30)) return { t: "u64", v: String(value) };
  return { t: "i64", v: String(value) };
}

/** A whole number of milliseconds within the years 1 to 9999; finer or farther where the hosts can hold it. */
export function randomDate(random: Random, features: ReadonlySet<string>): TypedValue {
  if (features.has("date.invalid") && random.chance(10)) return { t: "date", invalid: true };
  const span = LAST_MILLISECOND - FIRST_MILLISECOND + 1n;
  const any = FIRST_MILLISECOND + (BigInt(`0x${random.hex(16)}`) % span);
  let milliseconds = random.weighted([
    [50, any],
    [30, BigInt(random.between(-100_000, 100_000))],
    [10, LAST_MILLISECOND],
    [10, FIRST_MILLISECOND],
  ]);
  if (features.has("date.wide") && random.chance(20)) milliseconds += random.pick([span, -span, 1n, -1n]);
  const fine = features.has("date.us") && random.chance(50) ? BigInt(random.below(1000)) * 1000n : 0n;
  return { t: "date", ns: String(milliseconds * MILLISECOND + fine) };
}

/** A value that is no container. */
export function randomScalar(random: Random, features: ReadonlySet<string>): TypedValue {
  const choices: (readonly [number, () => TypedValue])[] = [
    [8, () => null],
    [8, () => random.chance(50)],
    [20, () => randomInteger(random)],
    [20, () => randomDouble(random)],
    [5, () => ({ t: "bytes", hex: random.hex(2 * random.below(random.chance(2) ? 6200 : 9)) })],
    [5, () => randomDate(random, features)],
  ];
  if (features.has("int.big")) choices.push([4, () => ({ t: "big", v: bigDigits(random) })]);
  if (features.has("f32")) choices.push([4, () => ({ t: "f32", bits: random.hex(8) })]);
  if (features.has("decimal"))
    choices.push([3, () => ({ t: "decimal", v: `${random.below(100)}.${random.below(100)}0` })]);
  if (features.has("undef"))
    choices.push([5, () => ({ t: random.pick(["undef", "function", "symbol"] as const) })]);
  if (features.has("throwing"))
    choices.push([3, () => ({ t: "throwing", name: random.pick(["TypeError", "RangeError"]) })]);
  return random.weighted(choices)();
}

function bigDigits(random: Random): string {
  const digits = random.chance(5) ? random.between(200, 300) : random.between(1, 40);
  const first = String(random.between(1, 9));
  return (random.chance(30) ? "-" : "") + first + random.list(digits - 1, () => random.below(10)).join("");
}
