// Builds the values that the conformance vectors describe.

/** A value of a vector: JSON as it is, or an object that says its kind in `t`. */
export type Typed = null | boolean | string | TypedObject | readonly Typed[];

interface TypedObject {
  readonly t: string;
  readonly v?: string;
  readonly s?: string;
  readonly n?: number;
  readonly e?: readonly never[];
  readonly [name: string]: unknown;
}

type Around = readonly object[];

/** The members of a typed map as a literal can have them: keys are strings, each there once; else undefined. */
export function plainMembers(typed: Typed | undefined): readonly (readonly [string, Typed])[] | undefined {
  if (
    typeof typed !== "object" ||
    typed === null ||
    Array.isArray(typed) ||
    (typed as TypedObject).t !== "map"
  )
    return undefined;
  const members = ((typed as TypedObject).e ?? []) as unknown as readonly (readonly [Typed, Typed])[];
  const isPlain = members.every(
    ([key, value]) => typeof key === "string" && key !== "__proto__" && kindOf(value) !== "throwing",
  );
  const keys = new Set(members.map(([key]) => key));
  return isPlain && keys.size === members.length
    ? (members as readonly (readonly [string, Typed])[])
    : undefined;
}

/** The kind of a typed value. */
export function kindOf(typed: Typed): string {
  return typeof typed === "object" && typed !== null && !Array.isArray(typed)
    ? (typed as TypedObject).t
    : typeof typed;
}

/** Whether a kind that JavaScript cannot build, or builds in another way, is in it. */
export function hasKind(typed: unknown, kinds: ReadonlySet<string>): boolean {
  if (typeof typed !== "object" || typed === null) return false;
  return kinds.has((typed as TypedObject).t) || Object.values(typed).some((inner) => hasKind(inner, kinds));
}

/** The value itself. */
export function build(typed: Typed, around: Around = []): unknown {
  if (typed === null || typeof typed !== "object") return typed;
  if (Array.isArray(typed)) return buildList(typed as readonly Typed[], around);
  const { t, v = "", s = "", n = 0, e = [] } = typed as TypedObject;
  const bytes = (digits: unknown): Buffer => Buffer.from(String(digits), "hex");
  switch (t) {
    case "i64":
    case "u64":
      return Number.isSafeInteger(Number(v)) ? Number(v) : BigInt(v);
    case "big":
      return BigInt(v);
    case "f64":
      return bytes((typed as TypedObject)["bits"]).readDoubleBE();
    case "f32":
      return bytes((typed as TypedObject)["bits"]).readFloatBE();
    case "str":
      return (typed as TypedObject)["u8"] === undefined
        ? bytes((typed as TypedObject)["u16"] ?? "")
            .swap16()
            .toString("utf16le")
        : bytes((typed as TypedObject)["u8"]).toString();
    case "repeat":
      return s.repeat(n);
    case "map":
      return buildMap(typed as TypedObject, around);
    case "arr":
      return buildList(e, around);
    case "set":
      return new Set(e.map((value) => build(value, around)));
    case "bytes":
      return new Uint8Array(bytes((typed as TypedObject)["hex"]));
    case "date": {
      const ns = (typed as TypedObject)["ns"];
      return new Date(ns === undefined ? Number.NaN : Math.floor(Number(BigInt(String(ns)) / 1_000_000n)));
    }
    case "undef":
      return undefined;
    case "symbol":
      return Symbol("s");
    case "cycle":
      return around.at(-Number((typed as TypedObject)["up"]));
    case "error":
      return buildError(typed as TypedObject, around);
    case "deep": {
      const [inner, open, close] =
        (typed as TypedObject)["kind"] === "arr" ? ["[]", "[", "]"] : ["{}", '{"d":', "}"];
      return JSON.parse(open.repeat(n - 1) + inner + close.repeat(n - 1));
    }
    case "many":
    case "list": {
      const list = Array.from({ length: n }, () => build(v as Typed, around));
      const prefix = String((typed as TypedObject)["prefix"]);
      return t === "list"
        ? list
        : Object.fromEntries(list.map((value, index) => [prefix + String(index).padStart(6, "0"), value]));
    }
    default:
      throw new Error(`no value of the kind ${t}`);
  }
}

function buildList(elements: readonly Typed[], around: Around): unknown[] {
  const list: unknown[] = [];
  list.length = elements.length;
  for (const [index, element] of elements.entries()) {
    if (kindOf(element) !== "hole") list[index] = build(element, [...around, list]);
  }
  return list;
}

function buildMap(typed: TypedObject, around: Around): object {
  const members = (typed.e ?? []) as unknown as readonly (readonly [Typed, Typed])[];
  const object = {};
  const keys = members.map(([key]) => key);
  if (keys.every((key) => typeof key === "string") && new Set(keys).size === keys.length) {
    return define(object, members, around, true);
  }
  const map = new Map<unknown, unknown>();
  for (const [key, value] of members) map.set(build(key), build(value, [...around, map]));
  return map;
}

function buildError(typed: TypedObject, around: Around): Error {
  const {
    type: name,
    message,
    stack,
    props = [],
    cause,
    errors,
  } = typed as unknown as Record<string, Typed | undefined>;
  const own = Object.entries({ name, message, stack: stack ?? { t: "undef" }, cause, errors });
  const error = define(
    new Error("made"),
    own.map(([key, value]) => [key, value ?? { t: "undef" }]),
    around,
    false,
  );
  return define(error, props as unknown as readonly (readonly [Typed, Typed])[], around, true);
}

function define<T extends object>(
  object: T,
  members: readonly (readonly [Typed, Typed])[],
  around: Around,
  enumerable: boolean,
): T {
  for (const [key, typed] of members) {
    const value = build(typed, [...around, object]);
    Object.defineProperty(object, build(key) as string, { value, enumerable, configurable: true });
  }
  return object;
}
