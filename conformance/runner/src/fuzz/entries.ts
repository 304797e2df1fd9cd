import type { BatchEntry, CaseConfig } from "../protocol/messages.ts";
import type { TypedContext, TypedMember, TypedValue } from "../protocol/typed-value.ts";
import { inputCapabilities } from "../vectors/capabilities.ts";
import { Random } from "./random.ts";
import { randomDouble, randomInteger } from "./scalars.ts";
import { anyText, illFormedText, longText, messageText, shortText } from "./texts.ts";
import { nonError, randomError, randomMap, randomValue, type Maker } from "./values.ts";

const LEVELS: readonly string[] = [
  "DEBUG",
  "INFO",
  "WARNING",
  "ERROR",
  "CRITICAL",
  "trace",
  "Notice",
  "warn",
  "ERR",
  "fatal",
  "emerg",
];

const FILES: readonly string[] = [
  "a.py",
  "/srv/app/src/main.ts",
  "C:\\app\\src\\x.cpp",
  "file:///srv/app/a.js?v=1",
  "",
  "/",
  "src//x",
  "webpack://a/./b.tsx?1",
  "<stdin>",
  "dir/",
  "?q",
];

/** Deepest nesting that is made element by element; deeper ones come from `deep`. */
const ROOM = 6;

/** How many different configurations a run has: encoders of a configuration are kept by testees. */
const CONFIGURATIONS = 64;

/** An entry and its configuration, as one entry of a batch. */
export type RandomEntry = BatchEntry & { readonly config: CaseConfig };

/**
 * The entries of one batch: the same for the same seed, batch and features, on every machine.
 *
 * @param features the capabilities that all testees in question have.
 */
export function randomEntries(
  seed: number,
  batch: number,
  count: number,
  features: ReadonlySet<string>,
): RandomEntry[] {
  const random = new Random(seed, batch + 1);
  return random.list(count, () => fittingEntry(random, seed, features));
}

/** An entry that asks for no capability outside of `features`. */
function fittingEntry(random: Random, seed: number, features: ReadonlySet<string>): RandomEntry {
  for (;;) {
    const entry = randomEntry({ random, features, above: 0, room: ROOM }, seed);
    const needs = inputCapabilities(entry, entry.config);
    if ([...needs].every((need) => features.has(need))) return entry;
  }
}

function randomEntry(maker: Maker, seed: number): RandomEntry {
  const { random } = maker;
  const large = random.chance(4);
  const entry: { -readonly [K in keyof RandomEntry]: RandomEntry[K] } = {
    level: random.pick(LEVELS),
    message: randomMessage(maker),
    file: random.chance(90) ? random.pick(FILES) : anyText(random),
    line: randomLine(random),
    function: random.chance(90) ? random.pick(["f", "load", "", "<module>", "operator()"]) : anyText(random),
    config: randomConfig(random, seed, large),
  };
  if (random.chance(85)) entry.context = randomContext(maker, large);
  if (random.chance(20)) entry.bound = random.list(random.between(1, 3), () => randomContext(maker, false));
  if (random.chance(20)) entry.error = random.chance(90) ? randomError(maker) : nonError(maker);
  return entry;
}

function randomMessage(maker: Maker): TypedValue {
  const { random, features } = maker;
  if (!features.has("message.any") || random.chance(95)) return messageText(random);
  return random.weighted<() => TypedValue>([
    [10, () => null],
    [20, () => randomInteger(random)],
    [20, () => randomDouble(random)],
    [10, () => true],
    [20, () => randomMap({ ...maker, room: 2 })],
    [20, () => randomError(maker)],
  ])();
}

function randomLine(random: Random): TypedValue | number {
  return random.weighted<TypedValue | number>([
    [80, random.below(5_000)],
    [10, random.pick([0, 4_294_967_295, 4_294_967_296, -1, 2_147_483_648])],
    [10, randomDouble(random)],
  ]);
}

/** A clock, ids and a rate of its own, on one of the run's configurations. */
function randomConfig(random: Random, seed: number, large: boolean): CaseConfig {
  const pool = new Random(seed ^ 0x5bd1e995, 0x7fff_0000 + random.below(CONFIGURATIONS));
  const config: Record<string, unknown> = { ...poolConfig(pool), clock: { ns: randomClock(random) } };
  if (large) config["max_entry_bytes"] = random.pick([4096, 4096, 4097, 5000, 8192, 20_000]);
  if (random.chance(10)) config["entry_id"] = "01890a5d-ac96-774b-bcce-b302099a8057";
  if (random.chance(10)) config["sampling_rate"] = randomDouble(random);
  if (random.chance(10)) config["source_root"] = random.pick(["/srv/app", "C:\\app", "/srv/app/", "/srv"]);
  return config as unknown as CaseConfig;
}

function poolConfig(random: Random): Record<string, unknown> {
  const config: Record<string, unknown> = { service: random.chance(90) ? "svc" : "sérvice😂" };
  if (random.chance(30)) config["environment"] = random.pick(["development", "staging", "production"]);
  if (random.chance(30)) config["version"] = "1.2.3-rc.1";
  if (random.chance(30))
    config["host"] = random.pick<TypedValue>(["h", "", illFormedText(random), longText(random)]);
  if (random.chance(30))
    config["logger_name"] = random.pick<TypedValue>(["a.b", "", shortText(random), longText(random)]);
  if (random.chance(10)) config["strip_ansi"] = false;
  if (random.chance(20)) {
    config["redact"] = random.pick([
      { enabled: false },
      { fields: ["name"] },
      { fields: ["aValue", "user id"], replace_defaults: true },
      { fields: [], replace_defaults: false },
      { patterns: { email: true, iban: true, ipv4: true, "aws-key": true, "credit-card": true } },
      {
        patterns: { "key-value": false, own: { pattern: "a.*b|[x-z]{2,3}\\b|(?:1|é)+", ignore_case: true } },
      },
      { masks: { name: { show_last: 2, mask_char: "é" }, "a value": { show_last: 0 }, id: { email: true } } },
    ]);
  }
  return config;
}

function randomClock(random: Random): string {
  const near = 1_700_000_000_000_000_000n + BigInt(random.below(0x1_0000_0000)) * 1_000_003n;
  return String(
    random.weighted([
      [60, near],
      [20, BigInt.asIntN(64, BigInt(`0x${random.hex(16)}`))],
      [20, BigInt(random.between(-5_000, 5_000))],
    ]),
  );
}

/** A layer of context, now and then with reserved keys, an error under its usual names, or much too much of all. */
function randomContext(maker: Maker, large: boolean): TypedContext {
  const { random } = maker;
  if (random.chance(0.4))
    return { t: "many", n: random.pick([128, 129, 1024, 1025, 1500]), prefix: "k", v: null };
  const members: TypedMember[] = [...randomMap(maker).e];
  if (random.chance(20)) members.push(...reservedMembers(maker));
  if (random.chance(8))
    members.push([random.pick(["err", "error", "exception"]), randomError({ ...maker, above: 1 })]);
  if (large) members.push(...bulkyMembers(random));
  return { t: "map", e: withoutTwins(members) };
}

function withoutTwins(members: readonly TypedMember[]): readonly TypedMember[] {
  const byKey = new Map(members.map((member) => [JSON.stringify(member[0]), member]));
  return members.filter((member) => byKey.get(JSON.stringify(member[0])) === member);
}

function reservedMembers(maker: Maker): readonly TypedMember[] {
  const { random, features } = maker;
  const fitting: readonly (readonly [string, () => TypedValue])[] = [
    [
      "correlation_id",
      () =>
        random.pick([
          "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
          "6BA7B810-9DAD-11D1-80B4-00C04FD430C8",
          "6ba7b810-9dad-11d1-80b4-00c04fd430c8\n",
          "req-42",
        ]),
    ],
    [
      "user_id",
      () =>
        random.weighted<TypedValue>([
          [30, anyText(random)],
          [40, randomInteger(random)],
          [30, randomDouble(random)],
        ]),
    ],
    [
      "trace_id",
      () => random.pick([random.hex(32), random.hex(32).toUpperCase(), "0".repeat(32), random.hex(31)]),
    ],
    ["span_id", () => random.pick([random.hex(16), "0".repeat(16), random.hex(17)])],
    [
      "duration_ms",
      () =>
        random.weighted<TypedValue>([
          [60, randomDouble(random)],
          [40, randomInteger(random)],
        ]),
    ],
  ];
  const camel: Readonly<Record<string, string>> = {
    user_id: "userId",
    trace_id: "traceId",
    duration_ms: "durationMs",
  };
  return fitting
    .filter(() => random.chance(40))
    .map(([name, make]) => {
      const key = features.has("alias.camel") && random.chance(30) ? (camel[name] ?? name) : name;
      return [key, random.chance(70) ? make() : randomValue({ ...maker, above: 1, room: 1 })];
    });
}

/** Members whose sizes add up to more than a small entry may have. */
function bulkyMembers(random: Random): readonly TypedMember[] {
  const size = random.pick([300, 900, 900, 1500, 3000]);
  return random.list(random.between(1, 6), (index) => [
    random.pick(["blob", "big", "x"]) + String(index),
    {
      t: "repeat",
      s: random.pick(["a", "a", "é", "\n"]),
      n: random.chance(50) ? size : random.between(1, 3000),
    },
  ]);
}
