/** A piece of a long text: the string `s`, `n` times. */
export interface RepeatedText {
  readonly s: string;
  readonly n: number;
}

/** Literal text; long runs are written once with their count, so that a vector of 32 KiB stays readable. */
export type LiteralText = string | readonly (string | RepeatedText)[];

/** The text that a literal stands for. */
export function expandText(text: LiteralText): string {
  if (typeof text === "string") return text;
  return text.map((piece) => (typeof piece === "string" ? piece : piece.s.repeat(piece.n))).join("");
}

/** A run is worth naming when it saves at least this many characters. */
const WORTH_NAMING = 48;

/** Longest unit of a run that is looked for. */
const LONGEST_UNIT = 24;

/** The inverse of {@link expandText}: names the runs of a text, if any is long enough. */
export function compressText(text: string): LiteralText {
  const pieces: (string | RepeatedText)[] = [];
  let plainFrom = 0;
  let at = 0;
  while (at < text.length) {
    const run = longestRunAt(text, at);
    if (run === undefined) {
      at += 1;
      continue;
    }
    if (at > plainFrom) pieces.push(text.slice(plainFrom, at));
    pieces.push(run);
    at += run.s.length * run.n;
    plainFrom = at;
  }
  if (plainFrom < text.length) pieces.push(text.slice(plainFrom));
  return pieces.length === 1 && typeof pieces[0] === "string" ? pieces[0] : pieces.length === 0 ? "" : pieces;
}

function longestRunAt(text: string, at: number): RepeatedText | undefined {
  let best: RepeatedText | undefined;
  let bestSaved = WORTH_NAMING;
  for (let size = 1; size <= LONGEST_UNIT && at + 2 * size <= text.length; size += 1) {
    const unit = text.slice(at, at + size);
    let n = 1;
    while (text.startsWith(unit, at + n * size)) n += 1;
    const saved = (n - 1) * size;
    // A longer unit must save clearly more: "aa" twice is never better than "a" four times.
    if (saved > bestSaved + (best === undefined ? 0 : size)) {
      best = { s: unit, n };
      bestSaved = saved;
    }
  }
  return best !== undefined && splitsNoPair(text, at, best) ? best : undefined;
}

/** Whether the run begins and ends between whole code points. */
function splitsNoPair(text: string, at: number, run: RepeatedText): boolean {
  const low = (index: number): boolean => {
    const unit = text.charCodeAt(index);
    return unit >= 0xdc00 && unit <= 0xdfff;
  };
  return !low(at) && !low(at + run.s.length * run.n) && !low(at + run.s.length);
}
