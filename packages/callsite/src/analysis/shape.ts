import type { Node } from "oxc-parser";
import { unwrap } from "./ast.ts";
import { propertyName } from "./scope.ts";

const MOST_MEMBERS = 32;

/**
 * The keys of a context that is written as a literal, in the order of the source; undefined where they are not all plain
 * and known. The logger makes its encoder of this shape once for the call.
 */
export function shapeOf(node: Node): readonly string[] | undefined {
  const literal = unwrap(node);
  if (literal.type !== "ObjectExpression") return undefined;
  const keys = new Set<string>();
  for (const property of literal.properties) {
    if (property.type !== "Property" || property.kind !== "init" || property.method || property.computed) {
      return undefined;
    }
    const key = propertyName({ key: property.key, computed: false });
    // A key of digits, and `__proto__`, are not the member that they look like.
    if (key === undefined || keys.has(key) || key === "__proto__" || /^\d+$/.test(key)) return undefined;
    keys.add(key);
  }
  return keys.size === 0 || keys.size > MOST_MEMBERS ? undefined : [...keys];
}

/** A string as source text on one line. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/[\u2028\u2029]/g, (mark) =>
    mark === "\u2028" ? "\\u2028" : "\\u2029",
  );
}
