import {
  isTagged,
  type TypedError,
  type TypedKey,
  type TypedMap,
  type TypedMember,
  type TypedValue,
} from "../protocol/typed-value.ts";
import type { Random } from "./random.ts";
import { randomDouble, randomInteger, randomScalar } from "./scalars.ts";
import { anyText, illFormedText, longText, shortText } from "./texts.ts";

/** What a value is made with. */
export interface Maker {
  readonly random: Random;
  /** The capabilities that all hosts in question have. */
  readonly features: ReadonlySet<string>;
  /** How many containers a reference can lead up to: those around the value, errors and their lists included. */
  readonly above: number;
  /** How many containers may still be nested. */
  readonly room: number;
}

const KEYS: readonly string[] = [
  "a",
  "b",
  "c",
  "id",
  "2",
  "10",
  "1",
  "A",
  "name",
  "value",
  "error",
  "_agora_",
  "__proto__",
  "constructor",
  "toJSON",
  "length",
  "a.b",
  "é",
  "\ufb33",
  "\u{1f602}",
  "\uffff",
  "",
];

const SECRET_KEYS: readonly string[] = [
  "password",
  "apiKey",
  "x-api-key",
  "github_token",
  "password2",
  "max_tokens",
  "APIKey",
  "tokenizer",
  "session_id",
  "sessionid",
  "client_secret",
  "TOKENé",
  "HTTPToken",
  "userAPIKeys",
  "cookies",
  "user_id",
  "trace_id",
  "_agora",
];

/** How many elements or members the long containers have; the longest ones are rare, since they cost most of the time. */
const COUNTS: readonly number[] = [0, 1, 2, 5, 20, 127, 128, 129, 255, 256, 257, 300];
const LONG_COUNTS: readonly number[] = [1023, 1024, 1025, 2000];

/** The maker for what stands in a container that is being made. */
export function inside(maker: Maker, levels = 1): Maker {
  return { ...maker, above: maker.above + levels, room: maker.room - levels };
}

/** A key; one that is no string only where all hosts can hold it. */
export function randomKey(maker: Maker): TypedKey {
  const { random, features } = maker;
  if (features.has("keys.nonstring") && random.chance(15)) return nonStringKey(random);
  return random.weighted<() => TypedKey>([
    [60, () => random.pick(KEYS)],
    [12, () => random.pick(SECRET_KEYS)],
    [15, () => shortText(random)],
    [10, () => illFormedText(random)],
    [2, () => longText(random) as TypedKey],
    [1, () => `${"k".repeat(random.between(240, 260))}_token`],
  ])();
}

/** Hosts disagree on whether 1, 1.0 and true are one key, so none of these values is equal to another. */
function nonStringKey(random: Random): TypedKey {
  return random.weighted<() => TypedKey>([
    [40, () => ({ t: "i64", v: String(random.between(2, 30)) })],
    [10, () => ({ t: "big", v: `1${random.below(10)}00000000000000000000` })],
    [20, () => random.pick([null, true, false])],
    [
      30,
      () => ({
        t: "f64",
        bits: random.pick(["3ff8000000000000", "7ff8000000000000", "444b1ae4d6e2ef50", "3e7ad7f29abcaf48"]),
      }),
    ],
  ])();
}

/** The members of a map; equal keys only where all hosts can hold them. */
export function randomMembers(
  maker: Maker,
  count: number,
  keyOf: (maker: Maker) => TypedKey = randomKey,
): TypedMember[] {
  const members: TypedMember[] = [];
  const seen = new Set<string>();
  for (let index = 0; index < count; index += 1) {
    const key = keyOf(maker);
    const text = JSON.stringify(key);
    if (seen.has(text) && !(maker.features.has("map.duplicates") && maker.random.chance(20))) continue;
    seen.add(text);
    members.push([key, withoutHooks(key, randomValue(inside(maker)))]);
  }
  return members;
}

/** In JavaScript a member toJSON is called when it can be: what it is then is the host's affair. */
function withoutHooks(key: TypedKey, value: TypedValue): TypedValue {
  return key === "toJSON" && isTagged(value) ? null : value;
}

/** A map of a few members. */
export function randomMap(maker: Maker): TypedMap {
  const count = maker.random.weighted([
    [150, 0],
    [680, maker.random.between(1, 3)],
    [160, maker.random.between(3, 8)],
    [10, maker.random.between(20, 140)],
  ]);
  return { t: "map", e: randomMembers(maker, count) };
}

function randomArray(maker: Maker): TypedValue {
  const { random, features } = maker;
  const inner = inside(maker);
  const elements = random.list(random.between(0, 5), (): TypedValue =>
    features.has("hole") && random.chance(5) ? { t: "hole" } : randomValue(inner),
  );
  return elements;
}

/** A value that is large, deep or a reference upward. */
function specialValue(maker: Maker): TypedValue {
  const { random, features } = maker;
  const choices: (readonly [number, () => TypedValue])[] = [
    [40, () => ({ t: "list", n: randomCount(random), v: tinyValue(maker) })],
    [
      20,
      () => ({
        t: "many",
        n: randomCount(random),
        prefix: random.pick(["k", "Z", "~", "é", "token"]),
        v: tinyValue(maker),
      }),
    ],
    [
      20,
      () => ({
        t: "deep",
        n: random.pick([1, 5, 12, 13, 14, 15, 16, 17, 18, 40]),
        kind: random.pick(["arr", "map"] as const),
      }),
    ],
  ];
  // More values than a context may have.
  choices.push([
    1,
    () => ({ t: "list", n: random.between(10, 25), v: { t: "list", n: random.between(200, 260), v: null } }),
  ]);
  if (features.has("cycle") && maker.above > 0) {
    choices.push([20, () => ({ t: "cycle", up: random.between(1, maker.above) })]);
  }
  return random.weighted(choices)();
}

function randomCount(random: Random): number {
  return random.pick(random.chance(4) ? LONG_COUNTS : COUNTS);
}

function tinyValue({ random }: Maker): TypedValue {
  return random.pick<TypedValue>([
    null,
    true,
    "v",
    { t: "i64", v: "7" },
    { t: "map", e: [["q", null]] },
    ["z"],
  ]);
}

/** Any value. */
export function randomValue(maker: Maker): TypedValue {
  const { random, features, room } = maker;
  if (room <= 0) return random.chance(50) ? randomScalar(random, features) : shortText(random);
  return random.weighted<() => TypedValue>([
    [40, () => randomScalar(random, features)],
    [30, () => anyText(random)],
    [11, () => randomMap(maker)],
    [10, () => randomArray(maker)],
    [5, () => randomError(maker)],
    [3, () => specialValue(maker)],
  ])();
}

/** An error with, now and then, a stack, properties, a cause and a group. */
export function randomError(maker: Maker, chain = 0): TypedError {
  const { random, features } = maker;
  const inner = inside(maker);
  const error: Record<string, unknown> = {
    t: "error",
    type: random.pick([
      "TypeError",
      "ValueError",
      "E",
      "",
      "Ünïcode",
      "x".repeat(random.chance(5) ? 300 : 3),
    ]),
    message: anyText(random),
  };
  if (random.chance(40))
    error["stack"] = random.chance(10) ? longText(random) : `${shortText(random)}\n  at f`;
  if (random.chance(30)) error["props"] = randomMembers(maker, random.between(0, 4), propertyKey);
  if (chain < 11 && random.chance(chain === 0 ? 35 : 60)) error["cause"] = randomCause(inner, chain + 1);
  else if (features.has("cycle") && random.chance(10))
    error["cause"] = { t: "cycle", up: random.between(1, chain + 1) };
  if (chain < 2 && random.chance(15)) {
    error["errors"] = random.list(random.pick([0, 1, 2, 15, 16, 17]), () => groupedError(inner, chain));
  }
  return error as unknown as TypedError;
}

/** Own members of an error must not have the names of its parts, which hosts keep in the same place. */
function propertyKey({ random }: Maker): TypedKey {
  return random.pick(["code", "errno", "status", "path", "token", "retry", "Code", "é", "10"]);
}

function randomCause(maker: Maker, chain: number): TypedValue {
  if (maker.random.chance(90)) return randomError(maker, chain);
  return nonError(maker);
}

/** In a group no reference leads upward: whether the list itself is a level is the host's affair. */
function groupedError(maker: Maker, chain: number): TypedValue {
  const features = new Set(maker.features);
  features.delete("cycle");
  return maker.random.chance(90) ? randomError({ ...maker, features, room: 1 }, chain + 9) : nonError(maker);
}

/** A value that may stand where an error is meant to, and is none. */
export function nonError({ random }: Maker): TypedValue {
  return random.pick<TypedValue>([
    shortText(random),
    randomInteger(random),
    randomDouble(random),
    true,
    ["a", { t: "i64", v: "1" }],
  ]);
}
