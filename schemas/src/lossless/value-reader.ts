import {
  LIMIT_DEPTH,
  LIMIT_ELEMENTS,
  LIMIT_KEY_BYTES,
  LIMIT_MEMBERS,
  LIMIT_STACKTRACE_BYTES,
  LIMIT_STRING_BYTES,
} from "../../gen/tables.ts";
import { escapedSize } from "../escaped-size.ts";
import { MAX_NESTING } from "../nesting.ts";
import type { Rule } from "./compile.ts";
import { KeyLog } from "./key-log.ts";
import { ScalarChecker } from "./scalar-checker.ts";
import { BROKEN, ESCAPED, hex, STOP } from "./scanner.ts";
import { decodeString, sequenceLength } from "./utf8.ts";

const TRUE: Uint8Array = encode("true");
const FALSE: Uint8Array = encode("false");
const NULL: Uint8Array = encode("null");
const STACKTRACE: Uint8Array = encode("stacktrace");

/** What holds for a value that no schema names: in a context, or in a member that is not known. */
export interface Freedom {
  /** Whether the limits of a context hold. */
  readonly limited: boolean;
  /** Depth of the container that the value stands in; a context is 1. */
  readonly depth: number;
}

/** No limits. */
export const FREE: Freedom = { limited: false, depth: 0 };

const LIMITED: readonly Freedom[] = Array.from({ length: MAX_NESTING + 2 }, (_, depth) => ({
  limited: true,
  depth,
}));

/** Reads values that no schema names, and the white space and punctuation around all values. */
export abstract class ValueReader extends ScalarChecker {
  protected readonly keys: KeyLog = new KeyLog();
  /** Values of contexts that were read so far. */
  protected values = 0;
  private spaceFound = false;

  /** Reads a value that a rule holds for; `pos` is at its first byte and the path leads to it. */
  protected abstract readRuled(rule: Rule): void;

  protected override begin(bytes: Uint8Array, start: number, end: number): void {
    super.begin(bytes, start, end);
    this.keys.clear();
    this.values = 0;
    this.spaceFound = false;
  }

  /** Reads a context or properties; `pos` is at the brace. */
  protected readContext(rule: Rule): void {
    const limited = rule.row.maxMembers !== undefined;
    this.readMembers(limited ? (LIMITED[1] as Freedom) : FREE, rule);
  }

  /** Reads any value; the path leads to it. */
  protected readFree(freedom: Freedom, textLimit: number = LIMIT_STRING_BYTES): void {
    const at = this.pos;
    const byte = at < this.end ? (this.bytes[at] as number) : 0;
    if (byte === 0x22) {
      this.scanString();
      this.checkStringForm(at);
      if (freedom.limited && (this.flags & BROKEN) === 0) {
        this.checkSize(textLimit, at);
      }
    } else if (byte === 0x7b || byte === 0x5b) {
      if (freedom.limited && freedom.depth === LIMIT_DEPTH) {
        this.report("entry.depth", at, `at most ${LIMIT_DEPTH} containers allowed`);
      }
      const inner = freedom.limited ? (LIMITED[freedom.depth + 1] as Freedom) : FREE;
      if (byte === 0x7b) {
        this.readMembers(inner, undefined);
      } else {
        this.readElements(inner);
      }
    } else if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) {
      this.scanNumber();
      this.checkNumberForm();
    } else {
      this.readWord();
    }
  }

  private readElements(freedom: Freedom): void {
    const open = this.pos;
    this.enter();
    this.pos++;
    let count = 0;
    for (let more = this.begins(0x5d); more; more = this.continues(0x5d)) {
      this.atElement(count++);
      this.countValue(freedom);
      this.readFree(freedom);
    }
    if (freedom.limited && count > LIMIT_ELEMENTS) {
      this.reportContainer("entry.elements", open, `${count} elements, at most ${LIMIT_ELEMENTS} allowed`);
    }
    this.leave();
  }

  /** Reads an object with any members. `context` is given for the context or the properties themselves. */
  private readMembers(freedom: Freedom, context: Rule | undefined): void {
    const { keys } = this;
    const open = this.pos;
    const mark = keys.mark();
    this.enter();
    this.pos++;
    let sorted = true;
    let count = 0;
    for (let more = this.begins(0x7d); more; more = this.continues(0x7d)) {
      this.readKey();
      const at = this.from - 1;
      const order = keys.add(this.bytes, mark, this.from, this.to, this.flags);
      if (order >= 0) {
        if (sorted && order > 0 && this.canonical) {
          this.report("canon.key_order", at);
        }
        sorted = false;
      }
      if (context?.ours !== undefined && this.isNamed(context.ours.name)) {
        this.colon();
        this.readRuled(context.ours.rule);
      } else {
        count++;
        this.readFreeMember(freedom, context === undefined, at);
      }
    }
    if (context !== undefined) {
      this.checkContextSize(context, count, keys.count(mark), open);
    } else if (freedom.limited && count > LIMIT_MEMBERS) {
      this.reportContainer("entry.members", open, `${count} members, at most ${LIMIT_MEMBERS} allowed`);
    }
    this.closeKeys(mark, sorted);
    this.leave();
  }

  private readFreeMember(freedom: Freedom, nested: boolean, at: number): void {
    if (freedom.limited) {
      this.checkKey(at);
    }
    const long = nested && this.isNamed(STACKTRACE);
    this.colon();
    this.countValue(freedom);
    this.readFree(freedom, long ? LIMIT_STACKTRACE_BYTES : LIMIT_STRING_BYTES);
  }

  private countValue({ limited }: Freedom): void {
    if (limited) {
      this.values++;
    }
  }

  private checkContextSize({ row }: Rule, count: number, all: number, open: number): void {
    if (all === 0 && row.minMembers === undefined && this.canonical) {
      this.reportContainer("canon.empty_context", open);
    }
    if (all < (row.minMembers ?? 0)) {
      this.reportContainer("entry.members", open, `${all} members, at least ${row.minMembers} allowed`);
    }
    if (row.maxMembers !== undefined && count > LIMIT_MEMBERS) {
      this.reportContainer("entry.members", open, `${count} members, at most ${LIMIT_MEMBERS} allowed`);
    }
  }

  private checkKey(at: number): void {
    const read = this.to - this.from;
    if (read > LIMIT_KEY_BYTES && (this.flags & BROKEN) === 0) {
      const size = (this.flags & ESCAPED) === 0 ? read : escapedSize(this.text());
      if (size > LIMIT_KEY_BYTES) {
        this.report("entry.key_length", at, `${size} bytes, at most ${LIMIT_KEY_BYTES} allowed`);
      }
    }
  }

  private isNamed(name: Uint8Array): boolean {
    return (this.flags & ESCAPED) === 0
      ? this.equals(name)
      : this.text() === decodeString(name, 0, name.length);
  }

  /** Closes an object; where its names were not sorted, equal ones are looked for. */
  protected closeKeys(mark: number, sorted: boolean): void {
    if (!sorted) {
      this.keys.findEqual(this.bytes, mark, (from, to) => {
        this.atMember(from, to);
        this.report("json.duplicate_key", from - 1);
      });
    }
    this.keys.close(mark);
  }

  /** Reads the name of a member and makes it the last step of the path. */
  protected readKey(): void {
    const at = this.pos;
    if (at >= this.end || this.bytes[at] !== 0x22) {
      this.fail(at, "the name of a member in double quotes is expected");
    }
    this.scanString();
    this.atMember(this.from, this.to);
    this.checkStringForm(at);
  }

  /** Reads the colon behind a name, with the space around it. */
  protected colon(): void {
    this.space();
    if (this.pos >= this.end || this.bytes[this.pos] !== 0x3a) {
      this.fail(this.pos, "a colon is expected");
    }
    this.pos++;
    this.space();
  }

  /** Behind an opening bracket: whether there is a first member or element. */
  protected begins(close: number): boolean {
    this.space();
    if (this.bytes[this.pos] === close && this.pos < this.end) {
      this.pos++;
      return false;
    }
    return true;
  }

  /** Behind a member or element: whether there is another one. */
  protected continues(close: number): boolean {
    this.space();
    const byte = this.pos < this.end ? this.bytes[this.pos] : undefined;
    if (byte !== 0x2c && byte !== close) {
      this.fail(this.pos, `a comma or ${close === 0x7d ? "a brace" : "a bracket"} is expected`);
    }
    this.pos++;
    if (byte === 0x2c) {
      this.space();
    }
    return byte === 0x2c;
  }

  /** Moves on to the next token. */
  protected space(): void {
    const byte = this.bytes[this.pos] as number;
    if (byte <= 0x20 && this.pos < this.end) {
      const at = this.pos;
      if (this.skipSpace()) {
        this.reportSpace(at);
      }
    }
  }

  /** Reports white space, which canonical text does not have, once a line. */
  protected reportSpace(at: number): void {
    if (this.canonical && !this.spaceFound) {
      this.spaceFound = true;
      this.report("canon.whitespace", at);
    }
  }

  /** Reads `true`, `false` or `null`, or reports that there is no value. */
  protected readWord(): void {
    const byte = this.pos < this.end ? (this.bytes[this.pos] as number) : 0;
    if (byte === 0x74) {
      this.scanWord(TRUE);
    } else if (byte === 0x66) {
      this.scanWord(FALSE);
    } else if (byte === 0x6e) {
      this.scanWord(NULL);
    } else {
      if (byte >= 0x80 && sequenceLength(this.bytes, this.pos, this.end) === 0) {
        this.notUtf8(this.pos);
        throw STOP;
      }
      this.fail(
        this.pos,
        this.pos < this.end ? `a value is expected, ${hex(byte)} found` : "a value is expected",
      );
    }
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
