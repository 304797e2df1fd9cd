import type { Node } from "oxc-parser";
import { dottedText, memberName, unwrap } from "./ast.ts";
import { propertyName } from "./scope.ts";
import type { Scope } from "./scope.ts";

/**
 * The name that a member gives to a function: its own, `[Symbol.iterator]` for a symbol, the text of a computed name
 * that can be known, `[key]` for one that cannot. Undefined for other expressions.
 */
export function nameOfKey(
  member: { readonly key: Node; readonly computed: boolean },
  scope: Scope,
): string | undefined {
  const name = propertyName(member);
  if (name !== undefined || !member.computed) return name;
  const value = constantValue(member.key, scope);
  if (value !== undefined) return String(value);
  const text = dottedText(member.key);
  return text === undefined || text.includes("(") ? undefined : `[${text}]`;
}

/** The name that an assignment to this gives to a function. */
export function nameOfTarget(target: Node): string | undefined {
  if (target.type === "Identifier") return target.name;
  return target.type === "MemberExpression" ? memberName(target) : undefined;
}

/** The value of an expression of literals and of names that are such expressions; undefined where it is not known. */
function constantValue(node: Node, scope: Scope, depth = 0): string | number | undefined {
  const inner = unwrap(node);
  if (depth > 8) return undefined;
  switch (inner.type) {
    case "Literal":
      return typeof inner.value === "string" || typeof inner.value === "number" ? inner.value : undefined;
    case "TemplateLiteral": {
      let text = inner.quasis[0]?.value.cooked ?? undefined;
      for (const [index, part] of inner.expressions.entries()) {
        const value = constantValue(part, scope, depth + 1);
        const next = inner.quasis[index + 1]?.value.cooked;
        text = text === undefined || value === undefined ? undefined : text + String(value) + (next ?? "");
      }
      return text;
    }
    case "BinaryExpression": {
      if (inner.operator !== "+") return undefined;
      const left = constantValue(inner.left, scope, depth + 1);
      const right = constantValue(inner.right, scope, depth + 1);
      if (left === undefined || right === undefined) return undefined;
      return typeof left === "number" && typeof right === "number"
        ? left + right
        : String(left) + String(right);
    }
    case "Identifier": {
      const binding = scope.find(inner.name);
      const [source, more] = binding?.sources ?? [];
      if (binding === undefined || binding.isOpen || source === undefined || more !== undefined)
        return undefined;
      return source.path.length === 0 ? constantValue(source.value, source.scope, depth + 1) : undefined;
    }
    default:
      return undefined;
  }
}
