import { ESCAPED } from "./scanner.ts";
import { compareUtf16, decodeString } from "./utf8.ts";

/** Objects with at most so many members are searched for equal names without decoding any. */
const FEW = 24;

/**
 * Remembers where the names of the members of all open objects stand. One array serves all of them: an object's names
 * begin at the mark that was taken when it was opened.
 */
export class KeyLog {
  private log: Int32Array = new Int32Array(3 * 1024);
  private top = 0;

  /** Forgets everything. */
  clear(): void {
    this.top = 0;
  }

  /** The mark of an object that is being opened. */
  mark(): number {
    return this.top;
  }

  /** Adds the name at these offsets, with the scanner's flags, and compares the one before it with it in the order of UTF-16 code units: below 0 is sorted, 0 equal. */
  add(bytes: Uint8Array, mark: number, from: number, to: number, flags: number): number {
    if (this.top + 3 > this.log.length) {
      const longer = new Int32Array(this.log.length * 2);
      longer.set(this.log);
      this.log = longer;
    }
    const { log, top } = this;
    log[top] = from;
    log[top + 1] = to;
    log[top + 2] = flags;
    this.top = top + 3;
    return top === mark ? -1 : this.compare(bytes, top - 3, top);
  }

  /** Number of names that were added since the mark. */
  count(mark: number): number {
    return (this.top - mark) / 3;
  }

  /** Closes the object: its names are forgotten. */
  close(mark: number): void {
    this.top = mark;
  }

  /** Calls `found` with the offsets of each name that an earlier one of the same object equals. */
  findEqual(bytes: Uint8Array, mark: number, found: (from: number, to: number) => void): void {
    const each = this.count(mark) <= FEW ? this.findAmongFew(bytes, mark) : this.findAmongMany(bytes, mark);
    for (const at of each) {
      found(this.log[at] as number, this.log[at + 1] as number);
    }
  }

  private findAmongFew(bytes: Uint8Array, mark: number): number[] {
    const equal: number[] = [];
    for (let at = mark + 3; at < this.top; at += 3) {
      for (let before = mark; before < at; before += 3) {
        if (this.compare(bytes, before, at) === 0) {
          equal.push(at);
          break;
        }
      }
    }
    return equal;
  }

  private findAmongMany(bytes: Uint8Array, mark: number): number[] {
    const names = new Set<string>();
    const equal: number[] = [];
    for (let at = mark; at < this.top; at += 3) {
      const name = decodeString(bytes, this.log[at] as number, this.log[at + 1] as number);
      if (names.has(name)) {
        equal.push(at);
      }
      names.add(name);
    }
    return equal;
  }

  private compare(bytes: Uint8Array, a: number, b: number): number {
    const { log } = this;
    const [from, to, otherFrom, otherTo] = [log[a], log[a + 1], log[b], log[b + 1]] as [
      number,
      number,
      number,
      number,
    ];
    if ((((log[a + 2] as number) | (log[b + 2] as number)) & ESCAPED) === 0) {
      return compareUtf16(bytes, from, to, otherFrom, otherTo);
    }
    const x = decodeString(bytes, from, to);
    const y = decodeString(bytes, otherFrom, otherTo);
    return x < y ? -1 : x > y ? 1 : 0;
  }
}
