/** A repeatable source of numbers. */
export interface Random {
  /** The next number, 0 <= n < 1. */
  next(): number;
  /** A whole number, least <= n <= most. */
  between(least: number, most: number): number;
  /** One of the list, which must not be empty. */
  pick<T>(list: readonly T[]): T;
  /** `digits` lower-case hexadecimal digits, not all of them zero. */
  hex(digits: number): string;
}

/**
 * Makes a source of numbers that a seed determines (mulberry32; fit for examples, not for secrets).
 *
 * @param seed - 0..4294967295
 */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => list[between(0, list.length - 1)] as T;
  const hex = (digits: number): string => {
    let text = "";
    while (text.length < digits - 1) text += between(0, 15).toString(16);
    // Trace and span ids of zeros only are not valid: the last digit never is zero.
    return text + between(1, 15).toString(16);
  };
  return { next, between, pick, hex };
}

/** A UUID (version 4) from a source of numbers, in lower case. */
export function uuidFrom(random: Random): string {
  const digits = random.hex(32);
  const variant = random.pick(["8", "9", "a", "b"]);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join("-");
}
