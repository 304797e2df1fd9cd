// Drives @agora/core for the conformance suite: ATP/1 on standard input and output.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { AgoraError, createEncoder, createLayer, createSite, parseLevel } from "@agora/core";

const CAPABILITIES =
  "alias.camel batch cycle date.invalid date.wide encode f32 hole int.big keys.nonstring map.duplicates message.any " +
  "numbers set str.u16 str.u8 throwing time.wide undef";

const floor = (value, unit) => (value - (((value % unit) + unit) % unit)) / unit;
const integer = ({ v }) => (Number.isSafeInteger(Number(v)) ? Number(v) : BigInt(v));
const fail = (name) => {
  throw Object.assign(new Error("thrown on purpose"), { name });
};

// Each takes a typed value and the containers around it, outermost first.
const makers = {
  i64: integer,
  u64: integer,
  big: ({ v }) => BigInt(v),
  f64: ({ bits }) => Buffer.from(bits, "hex").readDoubleBE(),
  f32: ({ bits }) => Buffer.from(bits, "hex").readFloatBE(),
  str: ({ u16, u8 }) =>
    u16 === undefined ? Buffer.from(u8, "hex").toString() : Buffer.from(u16, "hex").swap16().toString("utf16le"),
  repeat: ({ s, n }) => s.repeat(n),
  map: ({ e }, around) => buildMap(e, around),
  arr: ({ e }, around) => buildArray(e, around),
  set: ({ e }, around) => e.reduce((set, value) => set.add(build(value, [...around, set])), new Set()),
  bytes: ({ hex }) => new Uint8Array(Buffer.from(hex, "hex")),
  date: ({ ns }) => new Date(ns === undefined ? NaN : Number(floor(BigInt(ns), 1_000_000n))),
  undef: () => undefined,
  function: () => () => 0,
  symbol: () => Symbol("s"),
  cycle: ({ up }, around) => around.at(-up),
  throwing: ({ name }) => ({ toJSON: () => fail(name) }),
  error: buildError,
  deep: ({ n, kind }) => {
    let value = kind === "arr" ? [] : {};
    for (let i = 1; i < n; i++) value = kind === "arr" ? [value] : { d: value };
    return value;
  },
  many: ({ n, prefix, v }, around) => {
    const object = {};
    const value = build(v, [...around, object]);
    for (let i = 0; i < n; i++) object[prefix + String(i).padStart(6, "0")] = value;
    return object;
  },
  list: ({ n, v }, around) => {
    const list = [];
    const value = build(v, [...around, list]);
    while (list.length < n) list.push(value);
    return list;
  },
};

function build(typed, around = []) {
  if (typed === null || typeof typed !== "object") return typed;
  return Array.isArray(typed) ? buildArray(typed, around) : makers[typed.t](typed, around);
}

function buildArray(elements, around) {
  const array = Array(elements.length);
  elements.forEach((element, index) => {
    if (element?.t !== "hole") array[index] = build(element, [...around, array]);
  });
  return array;
}

/** An object where its members keep their order, else a Map, whose keys may be of any type. */
function buildMap(members, around) {
  const keys = members.map(([key]) => build(key));
  const isPlain = keys.every((key) => typeof key === "string") && new Set(keys).size === keys.length;
  if (isPlain && (keys.length <= 1024 || !keys.some((key) => /^\d+$/.test(key)))) return define({}, members, around, true);
  const map = new Map();
  // A Map has each string once; String objects are told apart by identity and become the same text.
  members.forEach(([, value], at) => map.set(map.has(keys[at]) ? Object(String(keys[at])) : keys[at], build(value, [...around, map])));
  return map;
}

function buildError({ type, message, stack = { t: "undef" }, props = [], cause, errors = [] }, around) {
  const own = Object.entries({ name: type, message, stack, cause: cause ?? null, errors });
  return define(define(new Error(), own, around, false), props, around, true);
}

function define(object, members, around, enumerable) {
  for (const [key, typed] of members) {
    const isThrowing = typed?.t === "throwing";
    const member = isThrowing ? { get: () => fail(typed.name) } : { value: build(typed, [...around, object]) };
    Object.defineProperty(object, build(key), { ...member, enumerable, configurable: true });
  }
  return object;
}

const encoders = new Map();
function encodeInput({ clock, entry_id, sampling_rate, source_root, ...config }, input) {
  const key = JSON.stringify(config);
  if (!encoders.has(key)) {
    const { logger_name, max_entry_bytes, strip_ansi, redact } = config;
    const [service, environment, version, host, loggerName] = build([
      config.service, config.environment, config.version, config.host, logger_name,
    ]);
    const hidden = redact && { ...redact, replaceDefaults: redact.replace_defaults };
    const limits = { maxEntryBytes: max_entry_bytes, stripAnsi: strip_ansi, redact: hidden };
    encoders.set(key, createEncoder({ service, environment, version, host, loggerName, ...limits }));
  }
  const [message, error, context, file, line, name] = ["message", "error", "context", "file", "line", "function"].map((member) => build(input[member]));
  const micros = floor(BigInt(clock.ns), 1000n);
  const millis = floor(micros, 1000n);
  return encoders.get(key)({
    time: Number(millis),
    micros: Number(micros - millis * 1000n),
    level: parseLevel(input.level),
    message, error, context,
    site: createSite(file, line, name, source_root),
    bound: (input.bound ?? []).map((layer) => createLayer(build(layer))),
    entryId: build(entry_id),
    samplingRate: build(sampling_rate),
  });
}

function numberLine(hex) {
  const context = { t: "map", e: [["v", { t: "f64", bits: hex }]] };
  const line = encodeInput({ service: "s", clock: { ns: "0" } }, { level: "INFO", message: "", file: "f", line: 1, function: "f", context });
  return `${hex.replace(/^0+(?=.)/, "")},${line.slice(line.indexOf(':{"v":') + 6, -3)}\n`;
}

function digest(lines) {
  const buffers = lines.map((line) => Buffer.from(line));
  const hash = buffers.reduce((sum, buffer) => sum.update(buffer), createHash("sha256"));
  return { digest: { sha256: hash.digest("hex"), count: lines.length, bytes: buffers.reduce((sum, { length }) => sum + length, 0) } };
}

function perform({ kind = "encode", config, input, entries, bits }) {
  if (kind === "encode") return { bytes_b64: Buffer.from(encodeInput(config, input)).toString("base64") };
  if (kind === "batch") return digest(entries.map((entry) => encodeInput(entry.config ?? config, entry)));
  return kind === "numbers" ? digest(bits.map(numberLine)) : { unsupported: { capability: "proto" } };
}

function outcomeOf(request) {
  try {
    return request.cmd === "run" ? perform(request.case) : { observed: {} };
  } catch (error) {
    if (error instanceof AgoraError) return { rejected: { code: error.code, message: error.message } };
    return { error: { message: String(error), trace: String(error?.stack) } };
  }
}

function hello() {
  const built = new URL(".", import.meta.resolve("@agora/core"));
  const files = readdirSync(built).filter((name) => name.endsWith(".js")).sort();
  const hash = files.reduce((sum, name) => sum.update(readFileSync(new URL(name, built))), createHash("sha256"));
  const { version } = JSON.parse(readFileSync(new URL(import.meta.resolve("@agora/core/package.json")), "utf8"));
  return {
    sdk: "@agora/core", version, language: "typescript", runtime: `node ${process.version}`, artifact: hash.digest("hex"),
    source_root: import.meta.dirname, capabilities: CAPABILITIES.split(" "), limits: { depth: 16, bytes: 31_999 }, deps: {}, max_in_flight: 1,
  };
}

process.on("SIGTERM", () => process.exit(0));
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const answer = request.cmd === "hello" ? { hello: hello() } : { outcome: outcomeOf(request) };
  const json = JSON.stringify({ seq: request.seq, ...answer });
  const ascii = json.replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  process.stdout.write(`@agora1 ${ascii}\n`);
  if (request.cmd === "stop") break;
}
