import { LEVEL_NUMBERS, LEVELS } from "@agora/schema/tables";
import type { Level } from "@agora/schema/tables";

const FIRST_SLOTS = 128;
/** Level of a slot whose line was taken out of the middle. Its line is empty, so that joining it changes nothing. */
const GONE = 255;

/** Some lines in one text. */
export interface Batch {
  readonly text: string;
  readonly count: number;
}

/**
 * Lines in their order, the oldest first, without an object for each: beyond its text a line costs the head of its
 * string and 9 bytes for each slot, of which there are at most 2.7 a line. All in all 35 to 51 bytes were measured with
 * 10,000 lines of 349 bytes, and 35 with 100,000 (Node 20 and 24).
 */
export class LineRing {
  /** How many lines are in it. */
  count = 0;
  #lines: string[] = emptyLines(FIRST_SLOTS);
  #levels = new Uint8Array(FIRST_SLOTS);
  #mask = FIRST_SLOTS - 1;
  // Positions only grow; a slot is the position modulo the number of slots.
  #head = 0;
  #tail = 0;
  /** For each level, a position below which no line has it. */
  #seen: number[] = LEVELS.map(() => 0);

  push(line: string, level: Level): void {
    if (this.#tail - this.#head > this.#mask) this.#makeSlots();
    const slot = this.#tail++ & this.#mask;
    this.#lines[slot] = line;
    this.#levels[slot] = LEVEL_NUMBERS[level];
    this.count++;
  }

  /** Takes the oldest lines as one text: at most `maxLines`, and no further one once it has `maxLength`. */
  take(maxLines: number, maxLength: number): Batch {
    const goal = Math.max(this.count - maxLines, 0);
    const before = this.count;
    let text = "";
    while (this.count > goal && text.length < maxLength) text += this.#remove(this.#head);
    return { text, count: before - this.count };
  }

  /** Level of the oldest line. */
  get oldestLevel(): Level {
    this.#skipGone();
    return LEVELS[(this.#levels[this.#head & this.#mask] ?? 0) / 10 - 1] ?? "INFO";
  }

  /** Takes the oldest line out; undefined where there is none. */
  dropOldest(): string | undefined {
    if (this.count === 0) return undefined;
    this.#skipGone();
    return this.#remove(this.#head);
  }

  /** Takes out the oldest of the least important lines, unless all are more important than `level`. */
  dropLeast(level: Level): string | undefined {
    for (const [rank, name] of LEVELS.entries()) {
      const position = this.#find(rank, LEVEL_NUMBERS[name]);
      if (position >= 0) return this.#remove(position);
      if (name === level) return undefined;
    }
    return undefined;
  }

  /** UTF-8 bytes of all lines. Lines made of pieces are joined on the way, so that they take no more than their text. */
  measure(): number {
    let bytes = 0;
    for (let at = this.#head; at < this.#tail; at++)
      bytes += Buffer.byteLength(this.#lines[at & this.#mask] ?? "");
    return bytes;
  }

  #remove(position: number): string {
    const slot = position & this.#mask;
    const line = this.#lines[slot] ?? "";
    this.#lines[slot] = "";
    if (this.#levels[slot] !== GONE) this.count--;
    this.#levels[slot] = GONE;
    if (position === this.#head) this.#head++;
    if (this.count === 0) this.#reset(Math.min(this.#mask + 1, FIRST_SLOTS * 8));
    return line;
  }

  #skipGone(): void {
    while (this.#head < this.#tail && this.#levels[this.#head & this.#mask] === GONE) this.#head++;
  }

  #find(rank: number, number: number): number {
    let at = Math.max(this.#seen[rank] ?? 0, this.#head);
    while (at < this.#tail && this.#levels[at & this.#mask] !== number) at++;
    this.#seen[rank] = at;
    return at < this.#tail ? at : -1;
  }

  /** Closes the gaps where they are a quarter of the slots, else doubles the slots. */
  #makeSlots(): void {
    const slots = this.#mask + 1;
    const lines: string[] = [];
    const levels: number[] = [];
    for (let at = this.#head; at < this.#tail; at++) {
      const level = this.#levels[at & this.#mask] ?? GONE;
      if (level === GONE) continue;
      lines.push(this.#lines[at & this.#mask] ?? "");
      levels.push(level);
    }
    this.#reset(lines.length * 4 <= slots * 3 ? slots : slots * 2);
    for (const [at, line] of lines.entries()) this.#lines[at] = line;
    // Nothing is kept that is not in the ring any more.
    this.#lines.fill("", lines.length);
    this.#levels.set(levels);
    this.#tail = lines.length;
  }

  #reset(slots: number): void {
    this.#head = 0;
    this.#tail = 0;
    this.#seen.fill(0);
    if (slots === this.#mask + 1) return;
    this.#lines = emptyLines(slots);
    this.#levels = new Uint8Array(slots);
    this.#mask = slots - 1;
  }
}

function emptyLines(slots: number): string[] {
  return Array.from({ length: slots }, () => "");
}
