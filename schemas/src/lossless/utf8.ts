/**
 * Length of the UTF-8 sequence at `at`, whose first byte is 0x80 or above: 2 to 4, or 0 where the bytes are not UTF-8
 * (a stray continuation, an overlong form, a surrogate, beyond U+10FFFF, or cut).
 */
export function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] as number;
  if (first < 0xc2 || first > 0xf4) {
    return 0;
  }
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (at + length > end) {
    return 0;
  }
  const second = bytes[at + 1] as number;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) {
    return 0;
  }
  for (let i = 2; i < length; i++) {
    if (((bytes[at + i] as number) & 0xc0) !== 0x80) {
      return 0;
    }
  }
  return length;
}

const decoder: InstanceType<typeof TextDecoder> = new TextDecoder("utf-8", { ignoreBOM: true });

/** Text of the content of a JSON string that the scanner has read: escapes resolved, what is not UTF-8 replaced. */
export function decodeString(bytes: Uint8Array, from: number, to: number): string {
  const raw = decoder.decode(bytes.subarray(from, to));
  return raw.replace(
    /\\(?:u([0-9a-fA-F]{4})|(.))/g,
    (_: string, unit: string | undefined, char: string | undefined) =>
      unit === undefined ? (SHORT[char ?? ""] ?? char ?? "") : String.fromCharCode(Number.parseInt(unit, 16)),
  );
}

const SHORT: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** Text of ASCII bytes, as numbers are. */
export function decodeAscii(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to));
}

/** Number of code points of well-formed UTF-8. */
export function countCodePoints(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    if (((bytes[i] as number) & 0xc0) !== 0x80) {
      count++;
    }
  }
  return count;
}

/**
 * Compares two texts given in UTF-8 by their UTF-16 code units, as RFC 8785 sorts: below 0, 0, or above 0. Bytes do it,
 * but for characters above U+FFFF, whose first unit (a surrogate) comes before U+E000.
 */
export function compareUtf16(bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): number {
  const length = Math.min(aEnd - a, bEnd - b);
  for (let i = 0; i < length; i++) {
    const x = bytes[a + i] as number;
    const y = bytes[b + i] as number;
    if (x !== y) {
      return rank(x) - rank(y);
    }
  }
  return aEnd - a - (bEnd - b);
}

function rank(byte: number): number {
  return byte >= 0xf0 ? byte - 2 : byte >= 0xee ? byte + 5 : byte;
}
