import {
  LIMIT_CHAIN,
  LIMIT_DEPTH,
  LIMIT_ELEMENTS,
  LIMIT_KEY_BYTES,
  LIMIT_MEMBERS,
  LIMIT_STACKTRACE_BYTES,
  LIMIT_STRING_BYTES,
  LIMIT_VALUES,
} from "../gen/tables.ts";
import { hasDate } from "./calendar.ts";
import { escapedSize } from "./escaped-size.ts";
import type { RuleRow, ShapeRow } from "./lossless/shape.ts";
import { pointerStep, type Violation, violation } from "./violation.ts";

/**
 * What JSON Schema cannot say of an entry: sizes in bytes, depth, numbers of values, chains of causes, and whether a
 * date exists. Values of a wrong type are passed over; the schema's own validator reports them.
 */
export function checkLimits(entry: unknown, shapes: readonly ShapeRow[]): Violation[] {
  const byName = new Map(shapes.map((shape) => [shape.name, shape]));
  const walk: Walk = { shapes: byName, limited: byName.get("entry")?.closed === true, found: [], values: 0 };
  checkShape(walk, entry, { shape: "entry", pointer: "", chain: 0 });
  return walk.found;
}

interface Walk {
  readonly shapes: ReadonlyMap<string, ShapeRow>;
  /** Whether the limits hold: they do for a writer. */
  readonly limited: boolean;
  readonly found: Violation[];
  values: number;
}

interface Place {
  readonly shape: string;
  readonly pointer: string;
  /** How many errors of a chain of causes are open. */
  readonly chain: number;
}

function checkShape(walk: Walk, value: unknown, { shape, pointer, chain }: Place): void {
  if (!isObject(value)) {
    return;
  }
  if (chain === LIMIT_CHAIN + 1 && walk.limited) {
    walk.found.push(violation(pointer, "entry.depth", `at most ${LIMIT_CHAIN} errors in a chain`));
  }
  for (const { name, rule } of walk.shapes.get(shape)?.members ?? []) {
    if (Object.hasOwn(value, name)) {
      checkMember(walk, value[name], rule, {
        shape: rule.shape ?? "",
        pointer: pointer + pointerStep(name),
        chain,
      });
    }
  }
}

function checkMember(walk: Walk, value: unknown, rule: RuleRow, place: Place): void {
  const { pointer, chain } = place;
  const top = pointer.lastIndexOf("/") === 0;
  if (top) {
    walk.values = 0;
  }
  if (typeof value === "string") {
    checkText(walk, value, rule, pointer);
  } else if (rule.shape !== undefined) {
    checkShape(walk, value, { ...place, chain: chain + 1 });
  } else if (rule.check === "context" && rule.maxMembers !== undefined) {
    checkContext(walk, value, rule, pointer);
  } else if (Array.isArray(value) && rule.items?.shape !== undefined) {
    const { shape } = rule.items;
    // An error of a group has no causes, so its chain does not count on.
    value.forEach((item, index) =>
      checkShape(walk, item, { shape, pointer: pointer + pointerStep(index), chain: 0 }),
    );
  }
  if (top && walk.values > LIMIT_VALUES) {
    walk.found.push(
      violation(pointer, "entry.values", `${walk.values} values, at most ${LIMIT_VALUES} allowed`),
    );
  }
}

function checkText(walk: Walk, text: string, rule: RuleRow, pointer: string): void {
  if (rule.maxBytes !== undefined) {
    checkSize(walk, text, rule.maxBytes, pointer);
  }
  if (rule.check === "calendar" && new RegExp(rule.pattern ?? "", "u").test(text) && !hasDate(text)) {
    walk.found.push(violation(pointer, "entry.calendar", text.slice(0, 10)));
  }
}

function checkSize(walk: Walk, text: string, limit: number, pointer: string): void {
  const size = escapedSize(text);
  if (size > limit) {
    walk.found.push(violation(pointer, "entry.max_length", `${size} bytes, at most ${limit} allowed`));
  }
}

function checkContext(walk: Walk, value: unknown, rule: RuleRow, pointer: string): void {
  if (!isObject(value)) {
    return;
  }
  const ours = rule.ours?.name;
  const names = Object.keys(value).filter((name) => name !== ours);
  checkMembers(walk, names, pointer);
  for (const name of names) {
    checkValue(walk, value[name], {
      pointer: pointer + pointerStep(name),
      depth: 1,
      limit: LIMIT_STRING_BYTES,
    });
  }
}

interface ValuePlace {
  readonly pointer: string;
  /** Depth of the container that the value stands in. */
  readonly depth: number;
  /** Longest text, in bytes. */
  readonly limit: number;
}

function checkValue(walk: Walk, value: unknown, { pointer, depth, limit }: ValuePlace): void {
  walk.values++;
  if (typeof value === "string") {
    checkSize(walk, value, limit, pointer);
  } else if (typeof value === "object" && value !== null) {
    if (depth === LIMIT_DEPTH) {
      walk.found.push(violation(pointer, "entry.depth", `at most ${LIMIT_DEPTH} containers allowed`));
    }
    checkContainer(walk, value, pointer, depth + 1);
  }
}

function checkContainer(walk: Walk, value: object, pointer: string, depth: number): void {
  if (Array.isArray(value)) {
    if (value.length > LIMIT_ELEMENTS) {
      walk.found.push(
        violation(pointer, "entry.elements", `${value.length} elements, at most ${LIMIT_ELEMENTS} allowed`),
      );
    }
    value.forEach((item: unknown, index) =>
      checkValue(walk, item, { pointer: pointer + pointerStep(index), depth, limit: LIMIT_STRING_BYTES }),
    );
    return;
  }
  checkMembers(walk, Object.keys(value), pointer);
  for (const [name, member] of Object.entries(value)) {
    const limit = name === "stacktrace" ? LIMIT_STACKTRACE_BYTES : LIMIT_STRING_BYTES;
    checkValue(walk, member, { pointer: pointer + pointerStep(name), depth, limit });
  }
}

function checkMembers(walk: Walk, names: readonly string[], pointer: string): void {
  if (names.length > LIMIT_MEMBERS) {
    walk.found.push(
      violation(pointer, "entry.members", `${names.length} members, at most ${LIMIT_MEMBERS} allowed`),
    );
  }
  for (const name of names) {
    const size = escapedSize(name);
    if (size > LIMIT_KEY_BYTES) {
      const detail = `${size} bytes, at most ${LIMIT_KEY_BYTES} allowed`;
      walk.found.push(violation(pointer + pointerStep(name), "entry.key_length", detail));
    }
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
