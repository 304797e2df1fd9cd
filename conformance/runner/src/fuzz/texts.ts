import type { TypedText, TypedValue } from "../protocol/typed-value.ts";
import type { Random } from "./random.ts";

/** Characters at which encoders go wrong, besides ordinary ones. */
const ODD_CHARACTERS: readonly string[] = [
  "\0",
  "\u0007",
  "\b",
  "\t",
  "\n",
  "\u000b",
  "\f",
  "\r",
  "\u001b",
  "\u001f",
  '"',
  "\\",
  "/",
  "<",
  "&",
  "'",
  "\u007f",
  "\u0080",
  "\u009b",
  "\u00a0",
  "é",
  "e\u0301",
  "ß",
  "İ",
  "\u2028",
  "\u2029",
  "\u202e",
  "東",
  "\ud7ff",
  "\ue000",
  "\ufb33",
  "\ufeff",
  "\ufffd",
  "\uffff",
  "\u{10000}",
  "😂",
  "👨\u200d👩\u200d👧",
  "\u{10ffff}",
  "…",
  "[+5B]",
];

const WORDS: readonly string[] = [
  "order",
  "price",
  "feed",
  "Zürich",
  "id",
  "retry",
  "0",
  "true",
  "null",
  "a b",
  "x=1",
  "",
];

/** Pieces of texts in which patterns find secrets, or nearly. */
const SECRETS: readonly string[] = (
  "password token apiKey cookie Authorization passphrase user 1 = : => :: , ; & ? # [ ] { } ( ) < > / :// @ %5B ' ` " +
  "[REDACTED] Bearer Basic dXNlcjpwYXNz abcdefghijklmnopq eyJhbGciOi .eyJ . -----BEGIN PRIVATE KEY ----- -----END " +
  "…[+12B] 4111111111111111 GB82WEST12345698765432 10.0.0.1 bob b.o .com _ - b' AKIAIOSFODNN7EXAMPLE"
).split(" ");

const ANSI: readonly string[] = [
  "\u001b[31m",
  "\u001b[0m",
  "\u001b]0;t\u0007",
  "\u001b]8;;u\u001b\\",
  "\u001b[",
  "\u001b(B",
  "\u001bc",
  "\u001b]x",
];

/** Beginnings of ill-formed UTF-8, and bytes that make some of them well-formed. */
const BYTES: readonly string[] = [
  "61",
  "80",
  "bf",
  "c0",
  "c2",
  "c3a9",
  "e0",
  "e0a0",
  "e2",
  "e282",
  "ed",
  "a0",
  "9f",
  "f0",
  "f09f",
  "98",
  "82",
  "f4",
  "90",
  "8f",
  "fe",
  "ff",
  "0a",
  "22",
  "00",
];

const UNITS: readonly string[] = [
  "0061",
  "d800",
  "d83d",
  "dbff",
  "dc00",
  "de02",
  "dfff",
  "fffd",
  "ffff",
  "0000",
  "000a",
  "00e9",
  "6771",
  "0022",
];

/** Sizes, in repetitions of a one-byte unit, around which a limit may lie. */
const EDGES: readonly number[] = [
  231, 232, 233, 255, 256, 257, 300, 1364, 1365, 1366, 4096, 4097, 8167, 8168, 8169, 8191, 8192, 8193, 8300,
  16_384, 16_385,
];

/** Short, well-formed text with odd characters in it. */
export function shortText(random: Random): string {
  const length = random.weighted([
    [3, 0],
    [50, 1],
    [30, 3],
    [15, 8],
    [2, 40],
  ]);
  return random
    .list(length, () =>
      random.weighted([
        [60, random.pick(WORDS)],
        [35, random.pick(ODD_CHARACTERS)],
        [5, String.fromCodePoint(codePoint(random))],
      ]),
    )
    .join("");
}

function codePoint(random: Random): number {
  const point = random.chance(50) ? random.below(0x800) : random.below(0x110000);
  return point >= 0xd800 && point <= 0xdfff ? point - 0x1000 : point;
}

/** Text that may be ill-formed. */
export function illFormedText(random: Random): TypedText {
  const length = random.between(1, 8);
  if (random.chance(50)) return { t: "str", u16: random.list(length, () => random.pick(UNITS)).join("") };
  return { t: "str", u8: random.list(length, () => random.pick(BYTES)).join("") };
}

/** Text around a limit: a unit, repeated. */
export function longText(random: Random): TypedValue {
  const unit = random.pick([
    ...ODD_CHARACTERS,
    "a",
    "a",
    "ab",
    "a😂",
    "é\n",
    "\u001b[1mx",
    "pwd=a ",
    "x Bearer 1 ",
  ]);
  const size = random.chance(60) ? random.pick(EDGES) : random.between(1, 20_000);
  const bytes = Buffer.byteLength(JSON.stringify(unit)) - 2;
  return { t: "repeat", s: unit, n: Math.max(1, Math.round(size / (random.chance(70) ? bytes : 1))) };
}

/** Text that may hold secrets. */
export function secretText(random: Random): string {
  return random
    .list(random.between(1, 12), () =>
      random.weighted([
        [70, random.pick(SECRETS)],
        [20, random.pick([" ", " ", "\t", "\n", '"', "\\"])],
        [10, random.pick(ODD_CHARACTERS)],
      ]),
    )
    .join("");
}

/** Any text; mostly short and well-formed. */
export function anyText(random: Random): TypedValue {
  return random.weighted<() => TypedValue>([
    [79, () => shortText(random)],
    [8, () => secretText(random)],
    [11, () => illFormedText(random)],
    [2, () => longText(random)],
  ])();
}

/** Text as a terminal may get it. */
export function messageText(random: Random): TypedValue {
  if (random.chance(80)) return anyText(random);
  return random
    .list(random.between(1, 5), () => (random.chance(50) ? random.pick(ANSI) : shortText(random)))
    .join("");
}
