import {
  DIGITS,
  isNullable,
  LIMIT_COUNT,
  LIMIT_NESTING,
  LIMIT_PATTERN,
  LIMIT_SIZE,
  LIMIT_UNBOUNDED,
  sizeOf,
  SPACE,
  unboundedIn,
  WORD,
} from "./syntax.ts";
import type { Node, PatternProblem, Range } from "./syntax.ts";

const CLASSES: Readonly<Record<string, readonly Range[]>> = { d: DIGITS, w: WORD, s: SPACE };
const CONTROLS: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
const NOT_LINE_FEED: Node = { kind: "set", ranges: [[0x0a, 0x0a]], isNegated: true };
const QUANTIFIER = /^(?:[*+?]|\{(\d{1,9})(?:(,)(\d{1,9})?)?\})/;
const LONGEST_QUANTIFIER = 21;
// A problem of the pattern as a whole.
const WHOLE = -1;

class Refused extends Error {
  readonly problem: PatternProblem;

  constructor(problem: PatternProblem) {
    super(problem.says);
    this.problem = problem;
  }
}

/** Reads a pattern of the subset; says what is wrong with one that is not of it. */
export function parsePattern(source: string, ignoresCase: boolean): Node | PatternProblem {
  try {
    return new Parser(source, ignoresCase).whole();
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
}

class Parser {
  readonly #characters: readonly string[];
  readonly #ignoresCase: boolean;
  #at = 0;
  #nesting = 0;

  constructor(source: string, ignoresCase: boolean) {
    this.#characters = source.isWellFormed() ? [...source] : [];
    this.#ignoresCase = ignoresCase;
    if (source === "") this.#refuse("is empty", "write what shall be found", WHOLE);
    if (!source.isWellFormed()) this.#refuse("has half of a surrogate pair", "use whole characters", WHOLE);
    if (this.#characters.length > LIMIT_PATTERN) {
      this.#refuse(`has more than ${LIMIT_PATTERN} characters`, "use several patterns", WHOLE);
    }
  }

  whole(): Node {
    const node = this.#choice();
    if (this.#at < this.#characters.length) {
      this.#refuse("has a closing parenthesis too many", "write \\) for the character");
    }
    if (isNullable(node)) this.#refuse("matches the empty text", "ask for at least one character", WHOLE);
    // Where a match may begin or end anywhere, `.*` says nothing about what is found.
    const parts = node.kind === "sequence" ? node.parts : [node];
    const inner = parts.filter(
      (part, index) => !(isAnything(part) && (index === 0 || index === parts.length - 1)),
    );
    const unbounded = inner.reduce((sum, part) => sum + unboundedIn(part), 0);
    if (unbounded > LIMIT_UNBOUNDED) {
      this.#refuse(
        `has more than ${LIMIT_UNBOUNDED} unbounded quantifiers`,
        "use a count such as {1,40}, or several patterns",
        WHOLE,
      );
    }
    if (sizeOf(node) > LIMIT_SIZE)
      this.#refuse("is too large with its counts written out", "use smaller counts", WHOLE);
    return node;
  }

  #choice(): Node {
    if (++this.#nesting > LIMIT_NESTING) {
      this.#refuse(`has more than ${LIMIT_NESTING} groups within each other`, "use fewer groups");
    }
    const parts = [this.#sequence()];
    while (this.#take("|")) parts.push(this.#sequence());
    this.#nesting--;
    return parts.length === 1 ? (parts[0] as Node) : { kind: "choice", parts };
  }

  #sequence(): Node {
    const parts: Node[] = [];
    while (this.#at < this.#characters.length && !/[|)]/.test(this.#peek())) parts.push(this.#quantified());
    if (parts.length === 0)
      this.#refuse("has an empty alternative or group", "leave it out, or write ? behind it");
    return parts.length === 1 ? (parts[0] as Node) : { kind: "sequence", parts };
  }

  #quantified(): Node {
    const part = this.#atom();
    const start = this.#at;
    const bounds = this.#quantifier();
    if (bounds === undefined) return part;
    const [least, most] = bounds;
    if (isNullable(part)) {
      this.#refuse("repeats what can match nothing", "repeat something of at least one character", start);
    }
    if (most === Infinity && unboundedIn(part) > 0) {
      this.#refuse(
        "has an unbounded quantifier inside another one",
        "use a count such as {1,40} for the inner one",
        start,
      );
    }
    if (/[*+?]/.test(this.#peek()) || this.#quantifier() !== undefined) {
      this.#refuse("has a lazy, possessive or second quantifier", "use one quantifier", this.#at);
    }
    return { kind: "repeat", part, least, most };
  }

  #quantifier(): readonly [number, number] | undefined {
    const found = QUANTIFIER.exec(this.#characters.slice(this.#at, this.#at + LONGEST_QUANTIFIER).join(""));
    if (found === null) return undefined;
    const [text, from, comma, to] = found;
    const least = from === undefined ? (text === "+" ? 1 : 0) : Number(from);
    const most =
      from === undefined
        ? text === "?"
          ? 1
          : Infinity
        : comma === undefined
          ? least
          : to === undefined
            ? Infinity
            : Number(to);
    if (least > LIMIT_COUNT || (most !== Infinity && most > LIMIT_COUNT) || most < least || most === 0) {
      this.#refuse(`has a count that is not from 1 to ${LIMIT_COUNT} or goes down`, "correct the count");
    }
    this.#at += text.length;
    return [least, most];
  }

  #atom(): Node {
    const character = this.#next();
    switch (character) {
      case ".":
        return NOT_LINE_FEED;
      case "^":
        return { kind: "assert", what: "start" };
      case "$":
        return { kind: "assert", what: "end" };
      case "[":
        return this.#class();
      case "(":
        return this.#group();
      case "\\":
        return this.#escape();
      case "*":
      case "+":
      case "?":
        return this.#refuse(
          "has a quantifier with nothing to repeat",
          `write \\${character} for the character`,
          this.#at - 1,
        );
      case "]":
      case "{":
      case "}":
        return this.#refuse(
          `has a ${character} by itself`,
          `write \\${character} for the character`,
          this.#at - 1,
        );
      default:
        return this.#set([pointRange(character)], false);
    }
  }

  #group(): Node {
    const start = this.#at - 1;
    if (this.#take("?") && !this.#take(":")) {
      this.#refuse("has a look-around, a named group or flags", "use ( ) or (?: ) for groups", start);
    }
    const node = this.#choice();
    if (!this.#take(")"))
      this.#refuse("has a group that is not closed", "write \\( for the character", start);
    return node;
  }

  #escape(): Node {
    if (this.#peek() === "b") {
      this.#at++;
      return { kind: "assert", what: "boundary" };
    }
    return this.#set(this.#escaped(), false);
  }

  /** What an escape stands for, behind its backslash. */
  #escaped(): readonly Range[] {
    const character = this.#next();
    const ranges = CLASSES[character];
    if (ranges !== undefined) return ranges;
    if (/^[1-9]$/.test(character)) this.#refuse("has a back reference", "write the text out", this.#at - 2);
    if (
      character === "" ||
      (character < "\x7f" && /[A-Za-z0-9]/.test(character) && !(character in CONTROLS))
    ) {
      this.#refuse(
        `has the escape \\${character}`,
        "use \\d \\w \\s \\b \\t \\n \\r, a class such as [^\\s], or the character itself",
        this.#at - 2,
      );
    }
    return [pointRange(CONTROLS[character] ?? character)];
  }

  #class(): Node {
    const start = this.#at - 1;
    const isNegated = this.#take("^");
    const ranges: Range[] = [];
    while (!this.#take("]")) {
      if (this.#at >= this.#characters.length) {
        this.#refuse("has a class that is not closed", "write \\[ for the character", start);
      }
      const from = this.#classMember(ranges.length === 0);
      const isRange = this.#peek() === "-" && !/^\]?$/.test(this.#peek(1));
      if (!isRange) {
        ranges.push(...from);
        continue;
      }
      this.#at++;
      const to = this.#classMember(false);
      const [first, last] = [from[0]?.[0] ?? 0, to[0]?.[0] ?? 0];
      if (from.length > 1 || to.length > 1 || from[0]?.[1] !== first || to[0]?.[1] !== last || last < first) {
        this.#refuse(
          "has a range that goes down or has no single ends",
          "write [a-z]; \\- for the character",
          this.#at - 1,
        );
      }
      ranges.push([first, last]);
    }
    if (ranges.length === 0) this.#refuse("has an empty class", "write what it shall hold", start);
    return this.#set(ranges, isNegated);
  }

  #classMember(isFirst: boolean): readonly Range[] {
    const character = this.#next();
    if (character === "\\") return this.#escaped();
    const mayStand = character !== "-" || isFirst || this.#peek() === "]";
    if (character === "[" || !mayStand) {
      this.#refuse(`has a ${character} in a class`, `write \\${character} for the character`, this.#at - 1);
    }
    return [pointRange(character)];
  }

  #set(ranges: readonly Range[], isNegated: boolean): Node {
    return { kind: "set", ranges: this.#ignoresCase ? ranges.flatMap(bothCases) : ranges, isNegated };
  }

  #peek(ahead = 0): string {
    return this.#characters[this.#at + ahead] ?? "";
  }

  #next(): string {
    return this.#characters[this.#at++] ?? "";
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at++;
    return true;
  }

  #refuse(says: string, remedy: string, at: number = this.#at): never {
    throw new Refused({ position: at + 1, says, remedy });
  }
}

function isAnything(node: Node): boolean {
  return node.kind === "repeat" && node.part === NOT_LINE_FEED && node.most === Infinity;
}

function pointRange(character: string): Range {
  const point = character.codePointAt(0) as number;
  return [point, point];
}

/** A range and, of the ASCII letters in it, those of the other case. */
function bothCases(range: Range): readonly Range[] {
  const shifted = (first: number, last: number, by: number): Range[] => {
    const [from, to] = [Math.max(range[0], first), Math.min(range[1], last)];
    return from <= to ? [[from + by, to + by]] : [];
  };
  return [range, ...shifted(0x41, 0x5a, 32), ...shifted(0x61, 0x7a, -32)];
}
