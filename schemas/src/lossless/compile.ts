import { type AsciiMatcher, compilePattern } from "./pattern.ts";
import type { RuleRow, ShapeRow } from "./shape.ts";

/** What a value must be, ready for bytes. */
export interface Rule {
  readonly kind: "string" | "integer" | "number" | "shape" | "context" | "array";
  readonly row: RuleRow;
  /** Kind as a sentence names it. */
  readonly wanted: string;
  /** The allowed texts as bytes; empty where all are. */
  readonly values: readonly Uint8Array[];
  readonly shape?: Shape;
  /** The member of a context that is ours. */
  readonly ours?: { readonly name: Uint8Array; readonly rule: Rule };
  readonly items?: Rule;
  /** Matches ASCII; undefined where there is no pattern. */
  readonly matches?: AsciiMatcher;
  /** Matches any text. */
  readonly regex?: RegExp;
}

/** A named member, ready for bytes. */
export interface Member {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly index: number;
  readonly required: boolean;
  readonly rule: Rule;
}

/** An object with named members, ready for bytes. */
export interface Shape {
  readonly closed: boolean;
  readonly members: readonly Member[];
}

/** Most members of a shape: which of them were seen is kept in the bits of one number. */
const MAX_NAMED = 31;

/** Prepares all shapes and returns the one of the entry. */
export function compileShapes(rows: readonly ShapeRow[]): Shape {
  const shapes = new Map<string, { closed: boolean; members: Member[] }>();
  for (const { name, closed } of rows) {
    shapes.set(name, { closed, members: [] });
  }
  const find = (name: string): Shape => {
    const shape = shapes.get(name);
    if (shape === undefined) {
      throw new Error(`there is no shape ${name}`);
    }
    return shape;
  };
  for (const { name, members } of rows) {
    if (members.length > MAX_NAMED) {
      throw new Error(`shape ${name} has more than ${MAX_NAMED} members`);
    }
    members.forEach((member, index) => {
      const { name: key, required, rule } = member;
      shapes
        .get(name)
        ?.members.push({ name: key, bytes: encode(key), index, required, rule: compileRule(rule, find) });
    });
  }
  return find("entry");
}

function compileRule(row: RuleRow, find: (name: string) => Shape): Rule {
  const kind = kindOf(row);
  const pattern = row.pattern === undefined ? {} : compileText(row.pattern);
  const ours = row.ours;
  return {
    kind,
    row,
    wanted: kind === "shape" || kind === "context" ? "object" : kind,
    values: (row.enum ?? []).map((value) => encode(String(value))),
    ...(row.shape === undefined ? {} : { shape: find(row.shape) }),
    ...(row.items === undefined ? {} : { items: compileRule(row.items, find) }),
    ...(ours === undefined ? {} : { ours: { name: encode(ours.name), rule: compileRule(ours.rule, find) } }),
    ...pattern,
  };
}

function kindOf({ type, shape, check }: RuleRow): Rule["kind"] {
  if (shape !== undefined) {
    return "shape";
  }
  if (check === "context") {
    return "context";
  }
  switch (type) {
    case "string":
    case "integer":
    case "number":
    case "array":
      return type;
    default:
      throw new Error(`the lossless validator knows no values of type ${String(type)}`);
  }
}

/** The fast matcher is made when a value first needs it. */
function compileText(pattern: string): Pick<Rule, "matches" | "regex"> {
  const regex = new RegExp(pattern, "u");
  let fast: AsciiMatcher | undefined;
  return {
    regex,
    matches: (bytes, start, end) => {
      fast ??= compilePattern(pattern) ?? ((...range) => regex.test(ascii(...range)));
      return fast(bytes, start, end);
    },
  };
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
