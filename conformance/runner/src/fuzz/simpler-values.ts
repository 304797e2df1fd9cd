import {
  isTagged,
  type TaggedValue,
  type TypedError,
  type TypedMember,
  type TypedValue,
} from "../protocol/typed-value.ts";

/** Simpler values to try in place of one: the boldest first. */
export function* simplerValues(value: TypedValue): Generator<TypedValue> {
  if (value === null) return;
  if (typeof value !== "boolean" && value !== "") yield null;
  yield* inner(value);
  if (typeof value === "string") yield* simplerStrings(value);
  else if (Array.isArray(value)) yield* simplerLists(value as readonly TypedValue[]);
  else if (isTagged(value)) yield* simplerTagged(value);
}

/** What a container holds, in its place; not where a reference would then lead somewhere else. */
function* inner(value: TypedValue): Generator<TypedValue> {
  if (typeof value !== "object" || value === null || JSON.stringify(value).includes('"t":"cycle"')) return;
  if (Array.isArray(value)) yield* (value as readonly TypedValue[]).filter((element) => isContainer(element));
  else if (isTagged(value) && value.t === "map")
    yield* value.e.map(([, member]) => member).filter((member) => isContainer(member));
  else if (isTagged(value) && value.t === "error") {
    yield* [value.cause, ...(value.errors ?? []), ...(value.props ?? []).map(([, member]) => member)].filter(
      (part): part is TypedValue => part !== undefined && isContainer(part),
    );
  }
}

function isContainer(value: TypedValue): boolean {
  return (
    Array.isArray(value) ||
    (isTagged(value) && ["map", "arr", "list", "many", "deep", "error", "bytes"].includes(value.t))
  );
}

function* simplerStrings(text: string): Generator<string> {
  const characters = [...text];
  if (characters.length > 1) {
    const half = characters.length >> 1;
    yield characters.slice(0, half).join("");
    yield characters.slice(half).join("");
  }
  if (characters.length <= 64) {
    for (let at = 0; at < characters.length; at += 1) yield characters.toSpliced(at, 1).join("");
  }
}

/** Lists without one half, without one element, and with one element simpler. */
function* simplerLists(list: readonly TypedValue[]): Generator<readonly TypedValue[]> {
  yield* shorterLists(list);
  for (const [index, element] of list.entries()) {
    for (const simpler of simplerValues(element)) yield list.toSpliced(index, 1, simpler);
  }
}

/** A list without one half, then without one element. */
export function* shorterLists<T>(list: readonly T[]): Generator<readonly T[]> {
  if (list.length > 3) {
    yield list.slice(0, list.length >> 1);
    yield list.slice(list.length >> 1);
  }
  for (let index = 0; index < list.length; index += 1) yield list.toSpliced(index, 1);
}

/** Members with fewer of them, or with one value simpler, or with one key shorter. */
export function* simplerMembers(members: readonly TypedMember[]): Generator<readonly TypedMember[]> {
  yield* shorterLists(members);
  for (const [index, [key, value]] of members.entries()) {
    for (const simpler of simplerValues(value)) yield members.toSpliced(index, 1, [key, simpler]);
    if (typeof key === "object" && key !== null) {
      for (const simpler of simplerTagged(key))
        yield members.toSpliced(index, 1, [simpler as typeof key, value]);
    }
  }
}

function* simplerTagged(value: TaggedValue): Generator<TypedValue> {
  switch (value.t) {
    case "map":
      for (const e of simplerMembers(value.e)) yield { ...value, e };
      return;
    case "arr":
    case "set":
      for (const e of simplerLists(value.e)) yield { ...value, e };
      return;
    case "str":
      yield* simplerCodes(value);
      return;
    case "repeat":
      if (value.s.length > 1) for (const s of simplerStrings(value.s)) if (s !== "") yield { ...value, s };
      for (const n of simplerCounts(value.n)) yield { ...value, n };
      return;
    case "many":
    case "list":
      for (const n of simplerCounts(value.n)) yield { ...value, n };
      for (const v of simplerValues(value.v)) yield { ...value, v };
      return;
    case "deep":
      for (const n of simplerCounts(value.n)) if (n > 0) yield { ...value, n };
      return;
    case "error":
      yield* simplerErrors(value);
      return;
    case "bytes":
      for (const n of simplerCounts(value.hex.length / 2)) yield { ...value, hex: value.hex.slice(0, 2 * n) };
      return;
    case "i64":
    case "u64":
    case "big":
      if (value.v.length > 1) yield { ...value, v: "7" };
      return;
    default:
      return;
  }
}

function* simplerCounts(n: number): Generator<number> {
  for (const simpler of new Set([0, 1, n >> 1, n - (n >> 2), n - 1]))
    if (simpler >= 0 && simpler < n) yield simpler;
}

function* simplerCodes(value: Extract<TaggedValue, { t: "str" }>): Generator<TypedValue> {
  const isUnits = "u16" in value;
  const size = isUnits ? 4 : 2;
  const pieces = (isUnits ? value.u16 : value.u8).match(new RegExp(`.{${size}}`, "g")) ?? [];
  for (const shorter of shorterLists(pieces)) {
    yield isUnits ? { t: "str", u16: shorter.join("") } : { t: "str", u8: shorter.join("") };
  }
}

function* simplerErrors(error: TypedError): Generator<TypedError> {
  const { cause, errors, props, stack, ...rest } = error;
  const kept = {
    ...(stack === undefined ? {} : { stack }),
    ...(props === undefined ? {} : { props }),
    ...(cause === undefined ? {} : { cause }),
    ...(errors === undefined ? {} : { errors }),
  };
  for (const name of Object.keys(kept)) {
    const without: Record<string, unknown> = { ...kept };
    delete without[name];
    yield { ...rest, ...without };
  }
  if (rest.type !== "E") yield { ...error, type: "E" };
  for (const message of simplerValues(error.message)) if (message !== null) yield { ...error, message };
  if (stack !== undefined)
    for (const simpler of simplerValues(stack)) if (simpler !== null) yield { ...error, stack: simpler };
  if (props !== undefined) for (const simpler of simplerMembers(props)) yield { ...error, props: simpler };
  if (cause !== undefined) for (const simpler of simplerValues(cause)) yield { ...error, cause: simpler };
  if (errors !== undefined) for (const simpler of simplerLists(errors)) yield { ...error, errors: simpler };
}
