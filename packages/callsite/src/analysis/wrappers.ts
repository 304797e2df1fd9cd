import type { Node } from "oxc-parser";
import { dottedText, memberName, unwrap } from "./ast.ts";
import type { Call, Frame } from "./facts.ts";

/** A function of the user's that logs for its callers, by its dotted name. */
export interface Wrapper {
  readonly path: string;
  /** The last part. */
  readonly name: string;
}

/** The wrappers of the option `helpers`. */
export function wrappersOf(helpers: readonly string[]): readonly Wrapper[] {
  return helpers.map((path) => ({ path, name: path.slice(path.lastIndexOf(".") + 1) }));
}

/** How a call reaches a wrapper: as a function, as a member of an object, or in a way that cannot be forwarded. */
export interface WrapperCall {
  readonly name: string;
  readonly form: "function" | "member" | "other";
}

/** The wrapper that is called; undefined for other calls. */
export function wrapperCall({ node }: Call, wrappers: readonly Wrapper[]): WrapperCall | undefined {
  if (wrappers.length === 0) return undefined;
  const callee = unwrap(node.callee);
  // Compilers write `(0, module.wrapper)(…)`.
  const called = callee.type === "SequenceExpression" ? unwrap(callee.expressions.at(-1) as Node) : callee;
  const text = dottedText(called);
  if (text === undefined) return undefined;
  const wrapper = wrappers.find(({ path }) => text === path || text.endsWith(`.${path}`));
  if (wrapper === undefined) return undefined;
  // `(a.b)()` and `a.b!()` have a receiver too, but not where it could be replaced.
  const hasReceiver = callee.type === "MemberExpression";
  return {
    name: wrapper.name,
    form: !hasReceiver ? "function" : callee === node.callee ? "member" : "other",
  };
}

/** Whether the callee of a wrapper's member call can be given another receiver. */
export function isPlainMember(node: Node): boolean {
  return (
    node.type === "MemberExpression" &&
    !node.computed &&
    node.property.type === "Identifier" &&
    node.object.type !== "Super" &&
    memberName(node) !== "__proto__"
  );
}

/** The definition of a wrapper that a call stands in, itself or in arrow functions; undefined outside of them. */
export function enclosingWrapper(call: Call, wrappers: readonly Wrapper[]): Frame | undefined {
  let frame: Frame | undefined = call.frame;
  while (frame !== undefined) {
    const { name, node } = frame;
    const body = isFunction(node) ? (node as { body: Node | null }).body : null;
    // A parameter's default cannot see what the body declares.
    const isInBody = body !== null && call.node.start >= body.start && call.node.end <= body.end;
    if (isInBody && wrappers.some((wrapper) => wrapper.name === name)) return frame;
    if (node.type !== "ArrowFunctionExpression") return undefined;
    frame = frame.parent;
  }
  return undefined;
}

function isFunction(node: Node): boolean {
  return (
    node.type === "FunctionDeclaration" ||
    node.type === "FunctionExpression" ||
    node.type === "ArrowFunctionExpression"
  );
}
