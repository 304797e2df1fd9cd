import { reader, writer } from "../gen/entry-validators.ts";
import { READER_SHAPES, WRITER_SHAPES } from "../gen/shapes.ts";
import { checkLimits } from "./entry-limits.ts";
import { MAX_NESTING, tooDeep } from "./nesting.ts";
import { findViolations, unique } from "./schema-errors.ts";
import { pointerStep, type Violation, violation } from "./violation.ts";

/** How strict a validator is: as a writer must write, or as a reader must accept. */
export type EntryProfile = "writer" | "reader";

/**
 * Checks a parsed entry and returns every violation; an empty list means that it is valid. Members that the value
 * inherits do not count. What only the bytes of a line show (members given twice, digits of large integers, order,
 * escapes, size of the whole) needs `@agora/schema/lossless`.
 *
 * @param value an entry as JSON.parse returns it
 * @param profile `writer` (default): closed, with all limits; `reader`: unknown members and any length are accepted
 *
 * @example Two violations
 * validateEntry({ ...entry, level: "VERBOSE", extra: 1 }).map(({ rule }) => rule);
 * // ["entry.unknown_member", "entry.enum"]
 */
export function validateEntry(value: unknown, profile: EntryProfile = "writer"): Violation[] {
  const deep = tooDeep(value);
  if (deep !== undefined) {
    return [violation(deep.map(pointerStep).join(""), "json.depth", `more than ${MAX_NESTING} containers`)];
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [violation("", "json.not_object")];
  }
  const [validator, shapes] = profile === "writer" ? [writer, WRITER_SHAPES] : [reader, READER_SHAPES];
  return unique([...findViolations(validator, value), ...checkLimits(value, shapes)]);
}
