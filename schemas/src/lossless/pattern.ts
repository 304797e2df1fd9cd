/** Whether the bytes from `start` to `end`, all of them ASCII, match a pattern as a whole. */
export type AsciiMatcher = (bytes: Uint8Array, start: number, end: number) => boolean;

/**
 * Makes a matcher that reads each byte once and allocates nothing. Returns undefined for a pattern that it does not
 * know: it takes `^...$` with literals, classes, groups, alternation and the counts `* + ? {n} {n,} {n,m}`.
 */
export function compilePattern(pattern: string): AsciiMatcher | undefined {
  if (!pattern.startsWith("^") || !pattern.endsWith("$") || pattern.endsWith("\\$")) {
    return undefined;
  }
  const source: Source = { text: pattern.slice(1, -1), pos: 0 };
  const tree = parseAlternatives(source);
  if (tree === undefined || source.pos < source.text.length) {
    return undefined;
  }
  const nfa: Nfa = { free: [], moves: [] };
  const start = addState(nfa);
  const accept = connect(nfa, tree, start);
  return matcher(nfa, start, accept);
}

type Tree =
  | { readonly kind: "set"; readonly codes: ReadonlySet<number> }
  | { readonly kind: "sequence" | "choice"; readonly parts: readonly Tree[] }
  | { readonly kind: "repeat"; readonly part: Tree; readonly min: number; readonly max: number };

interface Source {
  readonly text: string;
  pos: number;
}

const ASCII = 128;
const MAX_STATES = 2000;
const MAX_COUNT = 1000;

function parseAlternatives(source: Source): Tree | undefined {
  const parts: Tree[] = [];
  do {
    const sequence = parseSequence(source);
    if (sequence === undefined) {
      return undefined;
    }
    parts.push(sequence);
  } while (take(source, "|"));
  return { kind: "choice", parts };
}

function parseSequence(source: Source): Tree | undefined {
  const parts: Tree[] = [];
  while (source.pos < source.text.length && !"|)".includes(source.text[source.pos] ?? "")) {
    const atom = parseAtom(source);
    const repeated = atom === undefined ? undefined : parseCount(source, atom);
    if (repeated === undefined) {
      return undefined;
    }
    parts.push(repeated);
  }
  return { kind: "sequence", parts };
}

function parseAtom(source: Source): Tree | undefined {
  const char = source.text[source.pos++] ?? "";
  if (char === "(") {
    if (source.text[source.pos] === "?" && !take(source, "?:")) {
      return undefined;
    }
    const inner = parseAlternatives(source);
    return take(source, ")") ? inner : undefined;
  }
  if (char === "[") {
    return parseClass(source);
  }
  const literal = char === "\\" ? escaped(source) : ".^$*+?{}]".includes(char) ? undefined : char;
  return literal === undefined || literal.charCodeAt(0) >= ASCII
    ? undefined
    : { kind: "set", codes: new Set([literal.charCodeAt(0)]) };
}

/** Only escapes of punctuation: letters and digits behind a backslash have meanings of their own. */
function escaped(source: Source): string | undefined {
  const char = source.text[source.pos++] ?? "";
  return /^[^A-Za-z0-9]$/.test(char) ? char : undefined;
}

function parseClass(source: Source): Tree | undefined {
  const negated = take(source, "^");
  const codes = new Set<number>();
  while (!take(source, "]")) {
    const from = classChar(source);
    const range = source.text[source.pos] === "-" && source.text[source.pos + 1] !== "]" && take(source, "-");
    const to = range ? classChar(source) : from;
    if (from === undefined || to === undefined) {
      return undefined;
    }
    for (let code = from; code <= to; code++) {
      codes.add(code);
    }
  }
  const all = Array.from({ length: ASCII }, (_, code) => code);
  return { kind: "set", codes: negated ? new Set(all.filter((code) => !codes.has(code))) : codes };
}

function classChar(source: Source): number | undefined {
  const char = source.text[source.pos++];
  const literal = char === "\\" ? escaped(source) : char;
  const code = literal?.charCodeAt(0);
  return code === undefined || code >= ASCII ? undefined : code;
}

function parseCount(source: Source, part: Tree): Tree | undefined {
  const count = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})/.exec(source.text.slice(source.pos));
  if (count === null) {
    return part;
  }
  source.pos += count[0].length;
  const least = Number(count[2]);
  const [min, max] =
    count[1] === "*"
      ? [0, Infinity]
      : count[1] === "+"
        ? [1, Infinity]
        : count[1] === "?"
          ? [0, 1]
          : [least, count[3] === "" ? least : count[4] === "" ? Infinity : Number(count[4])];
  return min > MAX_COUNT || (max > MAX_COUNT && max !== Infinity)
    ? undefined
    : { kind: "repeat", part, min, max };
}

function take(source: Source, text: string): boolean {
  const found = source.text.startsWith(text, source.pos);
  source.pos += found ? text.length : 0;
  return found;
}

interface Nfa {
  /** Per state: the states that are reached without reading a byte. */
  readonly free: number[][];
  /** Per state: the codes that lead on, and where to. */
  readonly moves: { readonly codes: ReadonlySet<number>; readonly to: number }[][];
}

function addState(nfa: Nfa): number {
  nfa.moves.push([]);
  return nfa.free.push([]) - 1;
}

/** Adds what the tree matches behind the state `from` and returns the state behind it. */
function connect(nfa: Nfa, tree: Tree, from: number): number {
  switch (tree.kind) {
    case "set": {
      const to = addState(nfa);
      nfa.moves[from]?.push({ codes: tree.codes, to });
      return to;
    }
    case "sequence":
      return tree.parts.reduce((state, part) => connect(nfa, part, state), from);
    case "choice": {
      const ends = tree.parts.map((part) => connect(nfa, part, branch(nfa, from)));
      const to = addState(nfa);
      ends.forEach((end) => nfa.free[end]?.push(to));
      return to;
    }
    case "repeat":
      return connectRepeat(nfa, tree, from);
  }
}

function connectRepeat(nfa: Nfa, tree: Extract<Tree, { kind: "repeat" }>, from: number): number {
  let state = from;
  for (let i = 0; i < tree.min; i++) {
    state = connect(nfa, tree.part, state);
  }
  if (tree.max === Infinity) {
    const loop = branch(nfa, state);
    nfa.free[connect(nfa, tree.part, loop)]?.push(loop);
    return branch(nfa, loop);
  }
  const end = addState(nfa);
  for (let i = tree.min; i < tree.max; i++) {
    nfa.free[state]?.push(end);
    state = connect(nfa, tree.part, state);
  }
  nfa.free[state]?.push(end);
  return end;
}

function branch(nfa: Nfa, from: number): number {
  const to = addState(nfa);
  nfa.free[from]?.push(to);
  return to;
}

/** Turns the states into a table with one row for each set of them that can be reached; row 0 refuses. */
function matcher(nfa: Nfa, start: number, accept: number): AsciiMatcher | undefined {
  const first = closure(nfa, [start]);
  const rows = new Map<string, number>([
    ["", 0],
    [first.join(), 1],
  ]);
  const sets: number[][] = [[], first];
  const table: number[] = Array.from({ length: ASCII }, () => 0);
  for (let row = 1; row < sets.length; row++) {
    for (let code = 0; code < ASCII; code++) {
      const reached = (sets[row] ?? []).flatMap((state) =>
        (nfa.moves[state] ?? []).filter(({ codes }) => codes.has(code)).map(({ to }) => to),
      );
      const set = closure(nfa, reached);
      const known = rows.get(set.join()) ?? sets.push(set) - 1;
      rows.set(set.join(), known);
      table.push(known);
    }
    if (sets.length > MAX_STATES) {
      return undefined;
    }
  }
  return run(
    Uint16Array.from(table),
    Uint8Array.from(sets, (set) => (set.includes(accept) ? 1 : 0)),
  );
}

function closure(nfa: Nfa, states: readonly number[]): number[] {
  const seen = new Set(states);
  for (const state of seen) {
    nfa.free[state]?.forEach((next) => seen.add(next));
  }
  return [...seen].sort((a, b) => a - b);
}

function run(table: Uint16Array, accepts: Uint8Array): AsciiMatcher {
  return (bytes, start, end) => {
    let row = 1;
    for (let i = start; i < end && row !== 0; i++) {
      row = table[row * ASCII + (bytes[i] ?? 0)] ?? 0;
    }
    return accepts[row] === 1;
  };
}
