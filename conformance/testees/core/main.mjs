// Drives @agora/core for the conformance suite: ATP/1 on standard input and output.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createEncoder, createLayer, createPolicy, createSite, parseLevel, readPolicy } from "@agora/core";
import manifest from "@agora/core/package.json" with { type: "json" };
import facts from "./hello.json" with { type: "json" };

/** @type {(value: bigint, unit: bigint) => bigint} */
const floor = (value, unit) => (value - (((value % unit) + unit) % unit)) / unit;
const hex = (digits) => Buffer.from(digits, "hex");
const wide = (bytes) => bytes.swap16().toString("utf16le");
const integer = ({ v }) => (Number.isSafeInteger(Number(v)) ? Number(v) : BigInt(v));
const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
const fail = (name) => {
  throw Object.assign(new Error("thrown on purpose"), { name });
};

// Each takes a typed value and the containers around it, outermost first.
const makers = {
  i64: integer,
  u64: integer,
  big: ({ v }) => BigInt(v),
  f64: ({ bits }) => hex(bits).readDoubleBE(),
  f32: ({ bits }) => hex(bits).readFloatBE(),
  str: ({ u8, u16 }) => (u8 ? hex(u8).toString() : wide(hex(u16 ?? ""))),
  repeat: ({ s, n }) => s.repeat(n),
  map: buildMap,
  arr: ({ e }, around) => buildArray(e, around),
  set: ({ e }, around) => e.reduce((set, value) => set.add(build(value, [...around, set])), new Set()),
  bytes: ({ hex: digits }) => new Uint8Array(hex(digits)),
  date: ({ ns }) => new Date(ns === undefined ? Infinity : Number(floor(BigInt(ns), 1_000_000n))),
  undef: () => undefined,
  function: () => () => 0,
  symbol: () => Symbol("s"),
  cycle: ({ up }, around) => around.at(-up),
  throwing: ({ name }) => ({ toJSON: () => fail(name) }),
  error: buildError,
  deep: ({ n, kind }) => nest(kind === "arr" ? ["[]", "[", "]"] : ["{}", '{"d":', "}"], n - 1),
  many: ({ n, prefix, v }, around) => fill({}, v, n, around, (i) => prefix + String(i).padStart(6, "0")),
  list: ({ n, v }, around) => fill([], v, n, around, (i) => i),
};
const nest = ([inner, open, close], n) => JSON.parse(open.repeat(n) + inner + close.repeat(n));
function build(typed, around = []) {
  if (typed === null || typeof typed !== "object") return typed;
  return Array.isArray(typed) ? buildArray(typed, around) : makers[typed.t](typed, around);
}
function buildArray(elements, around) {
  const array = Array(elements.length);
  for (const [index, element] of elements.entries()) {
    if (element?.t !== "hole") array[index] = build(element, [...around, array]);
  }
  return array;
}
function fill(container, typed, count, around, keyOf) {
  const value = build(typed, [...around, container]);
  for (let index = 0; index < count; index++) container[keyOf(index)] = value;
  return container;
}

/** An object where its members keep their order, else a Map, whose keys may be of any type. */
function buildMap({ e: members }, around) {
  const keys = members.map(([key]) => build(key));
  const isPlain = keys.every((key) => typeof key === "string") && new Set(keys).size === keys.length;
  const isOrdered = keys.length <= 1024 || !keys.some((key) => /^\d+$/.test(key));
  if (isPlain && isOrdered) return define({}, members, around, true);
  const map = new Map();
  for (const [index, key] of keys.entries()) {
    // A Map has each string once; String objects are told apart by identity and become the same text.
    map.set(map.has(key) ? Object(String(key)) : key, build(members[index][1], [...around, map]));
  }
  return map;
}
function buildError({ type: name, message, stack = { t: "undef" }, props = [], cause, errors = [] }, around) {
  const own = Object.entries({ name, message, stack, cause, errors });
  return define(define(new Error(), own, around, false), props, around, true);
}
function define(object, members, around, enumerable) {
  for (const [key, typed] of members) {
    const isThrowing = typed?.t === "throwing";
    const member = isThrowing
      ? { get: () => fail(typed.name) }
      : { value: build(typed, [...around, object]) };
    Object.defineProperty(object, build(key), { ...member, enumerable, configurable: true });
  }
  return object;
}

/** Settings of an encoder: camelCase names, values built. */
function settingsOf(config) {
  const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
  const valueOf = ([name, value]) => (name === "redact" ? createPolicy(readPolicy(value)) : build(value));
  return Object.fromEntries(Object.entries(config).map((entry) => [camel(entry[0]), valueOf(entry)]));
}
const encoders = new Map();
function encodeInput({ clock, source_root, entry_id, sampling_rate, ...config }, input) {
  const { level, bound = [], ...said } = { ...input, entry_id, sampling_rate };
  const key = JSON.stringify(config);
  if (!encoders.has(key)) encoders.set(key, createEncoder(settingsOf(config)));
  const { file, line, function: name, ...built } = settingsOf(said);
  const micros = floor(BigInt(clock.ns), 1000n);
  return encoders.get(key)({
    ...built,
    time: Number(floor(micros, 1000n)),
    micros: Number(micros - floor(micros, 1000n) * 1000n),
    level: parseLevel(level),
    site: createSite(file, line, name, source_root),
    bound: bound.map((layer) => createLayer(build(layer))),
  });
}
function numberLine(bits) {
  const context = { t: "map", e: [["v", { t: "f64", bits }]] };
  const input = { level: "INFO", message: "", file: "f", line: 1, function: "f", context };
  const [, text] = /"v":(.*)\}\}\n$/.exec(encodeInput({ service: "s", clock: { ns: "0" } }, input));
  return `${bits.replace(/^0+(?=.)/, "")},${text}\n`;
}
function digest(lines) {
  const all = Buffer.from(lines.join(""));
  const sha256 = createHash("sha256").update(all).digest("hex");
  return { digest: { sha256, count: lines.length, bytes: all.length } };
}
function perform({ kind = "encode", config, input, entries, bits }) {
  if (kind === "encode") return { bytes_b64: Buffer.from(encodeInput(config, input)).toString("base64") };
  const encodeEntry = ({ config: own = config, ...said }) => encodeInput(own, said);
  if (kind === "batch") return digest(entries.map(encodeEntry));
  return kind === "numbers" ? digest(bits.map(numberLine)) : { unsupported: { capability: "proto" } };
}
function answer({ cmd, case: run }) {
  try {
    if (cmd === "hello") return { hello: hello() };
    return { outcome: cmd === "run" ? perform(run) : { observed: {} } };
  } catch ({ code, message, stack }) {
    return { outcome: code ? { rejected: { code, message } } : { error: { message, trace: stack } } };
  }
}
function hello() {
  const built = new URL(".", import.meta.resolve("@agora/core"));
  const files = readdirSync(built).filter((name) => name.endsWith(".js"));
  const hash = createHash("sha256");
  for (const name of files) hash.update(readFileSync(new URL(name, built)));
  const [version, runtime] = [manifest.version, `node ${process.version}`];
  return { ...facts, version, runtime, artifact: hash.digest("hex"), source_root: import.meta.dirname };
}
process.on("SIGTERM", () => process.exit(0));
for await (const line of createInterface({ input: process.stdin })) {
  const { seq, ...request } = JSON.parse(line);
  const json = JSON.stringify({ seq, ...answer(request) });
  process.stdout.write(`@agora1 ${json.replace(/[\x7f-\uffff]/g, escape)}\n`);
  if (request.cmd === "stop") break;
}
