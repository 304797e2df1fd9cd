import type { Node } from "oxc-parser";
import { callPosition, constantText, dottedText, mayStopEarly, memberName, unwrap } from "./ast.ts";
import type { Call, Facts, Frame } from "./facts.ts";
import { LOG_METHODS } from "./prove.ts";
import type { Kind, Prover } from "./prove.ts";
import { shapeOf } from "./shape.ts";
import { enclosingWrapper, isPlainMember, wrapperCall } from "./wrappers.ts";
import type { Wrapper, WrapperCall } from "./wrappers.ts";

/**
 * How a call gets its place: as a hidden argument (`proven`), from a guard around its receiver (`guarded`), by forwarding
 * (`wrapper`), or when it runs (`fallback`).
 */
export type SiteKind = "proven" | "guarded" | "wrapper" | "fallback";

/** A call that writes an entry, and how it gets its place. */
export interface FoundSite {
  readonly kind: SiteKind;
  /** Why it is left to the run time. */
  readonly reason?: string;
  readonly call: Call;
  /** Where it stands, as an offset. */
  readonly position: number;
  readonly frame: Frame;
  /** The message, where it is a literal. */
  readonly message?: string;
  /** The keys of a context that is a literal, in the order of the source. */
  readonly keys?: readonly string[];
  /** The wrapper's definition that it stands in: its caller is reported, when there is one. */
  readonly within?: Frame;
  readonly wrapper?: WrapperCall;
}

/** What decides which calls are sites. */
export interface SiteRules {
  readonly prover: Prover;
  readonly isLoggerName: (dotted: string) => boolean;
  readonly wrappers: readonly Wrapper[];
  readonly shapes: boolean;
  /** Whether a call at this offset is a site for other reasons: it was one before it was compiled. */
  readonly isKnownSite?: (position: number) => boolean;
}

/** Finds all sites of a file, in the order of the source. */
export function findSites(facts: Facts, code: string, rules: SiteRules): FoundSite[] {
  const sites = facts.calls.flatMap((call) => siteOf(call, code, rules) ?? []);
  return sites.sort((left, right) => left.position - right.position);
}

/** A place where a level method is handed on: who calls it is known only when it is called. */
export interface PassedMethod {
  readonly position: number;
  readonly frame: Frame;
}

/** Finds what is handed on. */
export function findPassed(facts: Facts, prover: Prover): PassedMethod[] {
  return facts.passed
    .filter(({ node, scope }) => prover.kindOf(node, scope) === "method")
    .map(({ node, frame }) => ({ position: node.property.start, frame }));
}

function siteOf(call: Call, code: string, rules: SiteRules): FoundSite | undefined {
  const { node, scope, frame } = call;
  const within = enclosingWrapper(call, rules.wrappers);
  const base = { call, frame, position: callPosition(node, code), ...(within && { within }) };
  const wrapper = wrapperCall(call, rules.wrappers);
  if (wrapper !== undefined && !frame.isElsewhere) return { ...base, ...wrapperKind(call, wrapper), wrapper };
  const callee = unwrap(node.callee);
  if (callee.type === "MemberExpression") {
    if (!LOG_METHODS.has(memberName(callee) ?? "")) return undefined;
    const verdict = judge(base, rules.prover.kindOf(callee.object, scope), rules);
    return verdict && { ...base, ...verdict, ...(verdict.kind !== "fallback" && argumentFacts(call, rules)) };
  }
  const called = callee.type === "SequenceExpression" ? unwrap(callee.expressions.at(-1) as Node) : callee;
  if (called.type !== "Identifier" && called === callee) return undefined;
  if (rules.prover.kindOf(called, scope) !== "method") return undefined;
  if (frame.isElsewhere) return { ...base, kind: "fallback", reason: "the function runs in another place" };
  if (!hasRoom(call)) return { ...base, kind: "fallback", reason: "spread or more than three arguments" };
  return { ...base, kind: "proven", ...argumentFacts(call, rules) };
}

interface Verdict {
  readonly kind: SiteKind;
  readonly reason?: string;
}

function judge(
  { call, position }: { readonly call: Call; readonly position: number },
  kind: Kind,
  rules: SiteRules,
): Verdict | undefined {
  const callee = unwrap(call.node.callee) as Extract<Node, { type: "MemberExpression" }>;
  if (kind === "foreign" || kind === "plain" || callee.object.type === "Super") return undefined;
  if (call.frame.isElsewhere) return { kind: "fallback", reason: "the function runs in another place" };
  if (kind === "caller") return { kind: "fallback", reason: "the caller of another function is asked for" };
  const isOurs = kind === "logger";
  if (isOurs && hasRoom(call)) return { kind: "proven" };
  const isMaybe = isOurs || isNamedLogger(callee.object, rules) || rules.isKnownSite?.(position) === true;
  if (!isMaybe) return undefined;
  if (call.isDecorator) return { kind: "fallback", reason: "a decorator's expression" };
  if (mayStopEarly(callee.object)) return { kind: "fallback", reason: "the chain in front may stop early" };
  return { kind: "guarded" };
}

/** Whether the receiver has a logger's name, itself or in front of `.child(…)`. */
function isNamedLogger(receiver: Node, { isLoggerName }: SiteRules): boolean {
  let inner = unwrap(receiver);
  while (inner.type === "CallExpression") {
    const callee = unwrap(inner.callee);
    const name = callee.type === "MemberExpression" ? memberName(callee) : undefined;
    if (name !== "child" && name !== "withContext") break;
    inner = unwrap((callee as Extract<Node, { type: "MemberExpression" }>).object);
  }
  const text = dottedText(inner);
  return text !== undefined && isLoggerName(text);
}

/** Whether the fourth argument is free. */
function hasRoom({ node }: Call): boolean {
  return node.arguments.length <= 3 && !node.arguments.some(({ type }) => type === "SpreadElement");
}

function argumentFacts(call: Call, rules: SiteRules): Pick<FoundSite, "message" | "keys"> {
  if (!hasRoom(call)) return {};
  const [message, second, third] = call.node.arguments as Node[];
  const text = message === undefined ? undefined : constantText(message);
  const literal = [second, third].find(
    (argument) => argument && unwrap(argument).type === "ObjectExpression",
  );
  const keys = literal === undefined || !rules.shapes ? undefined : shapeOf(literal);
  return { ...(text !== undefined && { message: text }), ...(keys && { keys }) };
}

function wrapperKind({ node, isDecorator }: Call, { form }: WrapperCall): Verdict {
  if (isDecorator) return { kind: "fallback", reason: "a decorator's expression" };
  if (form === "function") {
    return mayStopEarly(node.callee)
      ? { kind: "fallback", reason: "the chain in front may stop early" }
      : { kind: "wrapper" };
  }
  const callee = node.callee;
  if (form === "other" || !isPlainMember(callee))
    return { kind: "fallback", reason: "a private, computed or inherited member" };
  const { object } = callee as Extract<Node, { type: "MemberExpression" }>;
  return mayStopEarly(object)
    ? { kind: "fallback", reason: "the chain in front may stop early" }
    : { kind: "wrapper" };
}
