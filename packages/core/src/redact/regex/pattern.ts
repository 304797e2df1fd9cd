import { AgoraError } from "../../agora-error.ts";
import { REDACTED } from "../mask.ts";
import { parsePattern } from "./parse.ts";
import { makeProgram, memoryFor, search } from "./program.ts";
import { longestCheap, sourceOf } from "./source.ts";
import type { PatternProblem } from "./syntax.ts";

/** A pattern, ready to be looked for. It has no state; its time is linear in the text, whatever that is. */
export interface Pattern {
  /** Whether it is found anywhere in a well-formed text. */
  readonly test: (text: string) => boolean;
  /** Replaces everything that it finds, from the left, each time behind the last one. Default: `[REDACTED]`. */
  readonly replace: (text: string, replacement?: string) => string;
}

export interface PatternOptions {
  /** Takes the letters A to Z and a to z for equal. Default: false. */
  readonly ignoreCase?: boolean;
}

/**
 * Compiles a pattern of the small subset of regular expressions that all languages of Agora Log have: literals, `.`
 * (anything but a line feed), classes, `\d \w \s \b` (ASCII), groups, alternatives, `* + ? {m,n}`, `^` and `$` (begin
 * and end of the text). Characters are code points.
 *
 * @throws {AgoraError} `AGORA_CONFIG` for anything else, also for what could take more than linear time elsewhere.
 */
export function compilePattern(source: string, { ignoreCase = false }: PatternOptions = {}): Pattern {
  const node = parsePattern(source, ignoreCase);
  if ("says" in node) throw new AgoraError("AGORA_CONFIG", describeProblem("pattern", source, node));
  const longest = longestCheap(node);
  const native = new RegExp(sourceOf(node), "u");
  const program = makeProgram(node);
  const mayUseNative = (text: string): boolean => text.length <= longest;

  const test = (text: string): boolean =>
    mayUseNative(text) ? native.test(text) : search(program, text, 0, memoryFor(program, text)) !== undefined;

  const replace = (text: string, replacement: string = REDACTED): string => {
    if (mayUseNative(text) && !native.test(text)) return text;
    const memory = memoryFor(program, text);
    let shown = "";
    let at = 0;
    for (let found = search(program, text, 0, memory); found; found = search(program, text, at, memory)) {
      shown += text.slice(at, found[0]) + replacement;
      at = found[1];
    }
    return at === 0 ? text : shown + text.slice(at);
  };
  return { test, replace };
}

/** Why a pattern is refused; undefined for one that is not. */
export function checkPattern(source: string): PatternProblem | undefined {
  const node = parsePattern(source, false);
  return "says" in node ? node : undefined;
}

/** The sentence that says why a pattern of a field is refused. */
function describeProblem(field: string, source: string, { position, says, remedy }: PatternProblem): string {
  const where = position > 0 ? ` (character ${position})` : "";
  return `${field}: ${JSON.stringify(source)} ${says}${where}; ${remedy}`;
}
