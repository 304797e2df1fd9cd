import { type RuleCode, RULES, type Severity } from "../gen/tables.ts";

/** One broken rule at one place of a value. */
export interface Violation {
  /** Where: a JSON pointer (RFC 6901); the empty text is the whole value. A missing member is pointed to by its name. */
  readonly pointer: string;
  /** Which rule. */
  readonly rule: RuleCode;
  /** MUST: the value is refused. SHOULD: a warning. */
  readonly severity: Severity;
  /** What is wrong, as a sentence. */
  readonly sentence: string;
}

/** A violation with the rule's own severity. `detail` says what was found and what is allowed. */
export function violation(pointer: string, rule: RuleCode, detail?: string): Violation {
  const { severity, sentence } = RULES[rule];
  return { pointer, rule, severity, sentence: sentenceOf(sentence, detail) };
}

/** The rule's sentence with a detail behind it. */
export function sentenceOf(sentence: string, detail?: string): string {
  return detail === undefined ? sentence : `${sentence.slice(0, -1)}: ${detail}.`;
}

/** One step of a JSON pointer with the slash before it. */
export function pointerStep(name: string | number): string {
  return typeof name === "number" ? `/${name}` : `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** A value as it may stand in a sentence: its JSON text, at most 60 characters long. */
export function shown(value: unknown): string {
  const text = (typeof value === "bigint" ? String(value) : JSON.stringify(value)) ?? String(value);
  return text.length <= 60 ? text : `${text.slice(0, 59).replace(/[\ud800-\udbff]$/, "")}…`;
}
