/**
 * A value of a host language, written so that no JSON parser on the way can change it. Its schema, with the
 * meaning of every tag, is `protocol/typed-value.schema.json`.
 */
export type TypedValue = null | boolean | string | readonly TypedValue[] | TaggedValue;

/** The key of a typed map: a string, or a scalar where the host's maps can hold it. */
export type TypedKey = null | boolean | string | TaggedKey;

/** One member of a typed map. */
export type TypedMember = readonly [TypedKey, TypedValue];

/** The tagged values that can be a key. */
export type TaggedKey = TypedInteger | TypedDouble | TypedText | TypedRepeat;

/** An integer by its decimal digits; `big` is one that no fixed-width type of the host needs to hold. */
export interface TypedInteger {
  readonly t: "i64" | "u64" | "big";
  readonly v: string;
}

/** An IEEE 754 number by its bits: 16 hex digits for `f64`, 8 for `f32`. */
export interface TypedDouble {
  readonly t: "f64" | "f32";
  readonly bits: string;
}

/** Text by its UTF-16 code units or by its bytes; it may be ill-formed. */
export type TypedText =
  | { readonly t: "str"; readonly u16: string }
  | { readonly t: "str"; readonly u8: string };

/** The string `s`, `n` times. */
export interface TypedRepeat {
  readonly t: "repeat";
  readonly s: string;
  readonly n: number;
}

/** A map in the order of its members; duplicates are possible where the host's maps allow them. */
export interface TypedMap {
  readonly t: "map";
  readonly e: readonly TypedMember[];
}

/** A map of `n` members: `prefix` and the index from 0 in six digits, all with the value `v`. */
export interface TypedMany {
  readonly t: "many";
  readonly n: number;
  readonly prefix: string;
  readonly v: TypedValue;
}

/** `n` containers, each the only element, or the member `d`, of the one before. */
export interface TypedDeep {
  readonly t: "deep";
  readonly n: number;
  readonly kind: "arr" | "map";
}

/** A point in time in nanoseconds since 1970, or a date object that holds no time. */
export type TypedDate =
  | { readonly t: "date"; readonly ns: string }
  | { readonly t: "date"; readonly invalid: true };

/** An error of the host language. */
export interface TypedError {
  readonly t: "error";
  readonly type: string;
  readonly message: TypedValue;
  readonly stack?: TypedValue;
  readonly props?: readonly TypedMember[];
  readonly cause?: TypedValue;
  readonly errors?: readonly TypedValue[];
}

/** Every typed value that is an object with the member `t`. */
export type TaggedValue =
  | TaggedKey
  | TypedMap
  | TypedMany
  | TypedDeep
  | TypedDate
  | TypedError
  | { readonly t: "arr" | "set"; readonly e: readonly TypedValue[] }
  | { readonly t: "bytes"; readonly hex: string }
  | { readonly t: "undef" | "function" | "symbol" | "hole" }
  | { readonly t: "cycle"; readonly up: number }
  | { readonly t: "throwing"; readonly name: string }
  | { readonly t: "decimal"; readonly v: string }
  | { readonly t: "list"; readonly n: number; readonly v: TypedValue };

/** The typed values that can be a context or a bound layer. */
export type TypedContext = TypedMap | TypedMany | TypedDeep;

/** Whether `value` is an object with a tag, as against a value that is itself. */
export function isTagged(value: TypedValue): value is TaggedValue {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
