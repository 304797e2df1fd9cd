import { parseSync, visitorKeys } from "oxc-parser";
import type { CallExpression, MemberExpression, Node, Program } from "oxc-parser";

const TYPE_KEYS = new Set([
  "typeAnnotation",
  "typeParameters",
  "typeArguments",
  "returnType",
  "superTypeArguments",
  "implements",
]);

/** Parts of a node that run: everything but types, in the order of the source. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  for (const key of visitorKeys[node.type] ?? []) {
    if (TYPE_KEYS.has(key)) continue;
    const child = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(child)) {
      for (const element of child) if (element !== null) visit(element as Node);
    } else if (child !== null && child !== undefined) visit(child as Node);
  }
}

const ESM_FIRST = ["module", "commonjs"] as const;
const CJS_FIRST = ["commonjs", "module"] as const;
const ERROR: readonly string[] = ["Error"];

type Language = "js" | "jsx" | "ts" | "tsx";

/** How a file is read, by its name without a query; undefined for what is no JavaScript or TypeScript. */
export function languageOf(path: string): Language | undefined {
  const extension = /\.[cm]?([jt])s(x?)$/.exec(path);
  if (extension === null || /\.d\.[cm]?ts$/.test(path)) return undefined;
  // JSX in a `.js` file is usual, and valid JavaScript is valid JSX.
  if (extension[1] === "j") return "jsx";
  return extension[2] === "x" ? "tsx" : "ts";
}

/** The syntax tree of a file; undefined where it cannot be read, which the build then says itself. */
export function parse(path: string, code: string): Program | undefined {
  const lang = languageOf(path);
  if (lang === undefined) return undefined;
  // As a module first, even without an import: there, `await (x).y()` is no call of a function named await. A script may
  // use what a module may not, such as `with` and a return at the top.
  for (const sourceType of /\.c[jt]s$/.test(path) ? CJS_FIRST : ESM_FIRST) {
    const result = parseSync(path, code, { lang, sourceType });
    if (!result.errors.some(({ severity }) => ERROR.includes(severity))) return result.program;
  }
  return undefined;
}

/** The expression inside parentheses and type assertions, which change nothing when it runs. */
export function unwrap(node: Node): Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case "ParenthesizedExpression":
      case "ChainExpression":
      case "TSAsExpression":
      case "TSSatisfiesExpression":
      case "TSNonNullExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
        inner = inner.expression;
        break;
      default:
        return inner;
    }
  }
}

/** The name of a member that is written in the source: `info` of `log.info`, `log["info"]`; `#p` of `this.#p`. */
export function memberName(member: MemberExpression): string | undefined {
  const { property } = member;
  if (!member.computed) {
    return property.type === "PrivateIdentifier" ? `#${property.name}` : (property as { name: string }).name;
  }
  return constantText(property);
}

/** The text of a string literal, or of a template without parts; undefined otherwise. */
export function constantText(node: Node): string | undefined {
  const inner = unwrap(node);
  if (inner.type === "Literal") return typeof inner.value === "string" ? inner.value : undefined;
  if (inner.type === "TemplateLiteral" && inner.expressions.length === 0) {
    return inner.quasis[0]?.value.cooked ?? undefined;
  }
  return undefined;
}

/**
 * `a.b.c` as it is written, with `this` and `#private` names; a call is `a()`, and a member of any other expression is
 * `*.c`. Undefined for other expressions.
 */
export function dottedText(node: Node): string | undefined {
  const inner = unwrap(node);
  switch (inner.type) {
    case "Identifier":
      return inner.name;
    case "ThisExpression":
      return "this";
    case "MemberExpression": {
      const name = memberName(inner);
      return name === undefined ? undefined : `${dottedText(inner.object) ?? "*"}.${name}`;
    }
    case "CallExpression": {
      const callee = dottedText(inner.callee);
      return callee === undefined ? undefined : `${callee}()`;
    }
    default:
      return undefined;
  }
}

/** Whether a chain that ends in this expression may stop early, in front of what follows it. */
export function mayStopEarly(node: Node): boolean {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case "MemberExpression":
        if (inner.optional) return true;
        inner = inner.object;
        break;
      case "CallExpression":
        if (inner.optional) return true;
        inner = inner.callee;
        break;
      case "TSNonNullExpression":
        inner = inner.expression;
        break;
      default:
        return false;
    }
  }
}

/**
 * Where a call stands, as engines say it: at the name in front of the parenthesis, which may be on another line than the
 * beginning of a chain, else at the parenthesis.
 */
export function callPosition(call: CallExpression, code: string): number {
  const callee = call.callee;
  if (callee.type === "Identifier") return callee.start;
  if (callee.type === "MemberExpression" && !callee.computed) return callee.property.start;
  const from = call.typeArguments?.end ?? callee.end;
  const paren = code.indexOf("(", from);
  return paren < 0 ? callee.end : paren;
}

/** Turns positions into lines, from 1. */
export class LineTable {
  readonly #starts: number[] = [0];

  constructor(code: string) {
    for (const { index } of code.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
      const width = code.startsWith("\r\n", index) ? 2 : 1;
      this.#starts.push(index + width);
    }
  }

  /** The position of a line from 1 and a column from 0. */
  offsetOf(line: number, column: number): number {
    return (this.#starts[line - 1] ?? 0) + column;
  }

  /** Line from 1 and column from 0 of a position. */
  at(position: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= position) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: position - (this.#starts[low] as number) };
  }
}
