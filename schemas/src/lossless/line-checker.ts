import { READER_SHAPES, WRITER_SHAPES } from "../../gen/shapes.ts";
import { LIMIT_CHAIN, LIMIT_VALUES } from "../../gen/tables.ts";
import { compileShapes, type Member, type Rule, type Shape } from "./compile.ts";
import type { Finding, LineOptions } from "./finding.ts";
import { ESCAPED, STOP } from "./scanner.ts";
import { FREE, ValueReader } from "./value-reader.ts";

let writerEntry: Shape | undefined;
let readerEntry: Shape | undefined;

/**
 * Checks lines against the schema, byte by byte. It may be used for any number of lines, one after another; a valid line
 * costs no allocation.
 */
export class LineChecker extends ValueReader {
  private readonly entry: Shape;
  private chain = 0;

  constructor(options: LineOptions = {}) {
    super(options);
    if (this.options.profile === "reader") {
      readerEntry ??= compileShapes(READER_SHAPES);
      this.entry = readerEntry;
    } else {
      writerEntry ??= compileShapes(WRITER_SHAPES);
      this.entry = writerEntry;
    }
  }

  /** The limit of an entry with its line feed, in bytes. */
  get maxEntryBytes(): number {
    return this.options.maxEntryBytes;
  }

  /**
   * Checks the line whose bytes stand from `start` to `end`, without its line feed. The list that comes back for a valid
   * line is empty and shared.
   */
  check(bytes: Uint8Array, start: number = 0, end: number = bytes.length): readonly Finding[] {
    this.begin(bytes, start, end);
    this.chain = 0;
    try {
      this.checkLine();
    } catch (reason) {
      if (reason !== STOP) {
        throw reason;
      }
    }
    return this.findings();
  }

  private checkLine(): void {
    const { bytes, start, options } = this;
    const size = this.end - start + 1;
    if (size > options.maxEntryBytes) {
      this.report("entry.size", start, `${size} bytes, at most ${options.maxEntryBytes} allowed`);
    } else if (size > options.warnEntryBytes) {
      this.report(
        "entry.size",
        start,
        `${size} bytes, at most ${options.warnEntryBytes} recommended`,
        "SHOULD",
      );
    }
    if (this.end > start && bytes[this.end - 1] === 0x0d) {
      this.end--;
      this.report("line.crlf", this.end);
      this.reportSpace(this.end);
    }
    if (
      bytes[start] === 0xef &&
      bytes[start + 1] === 0xbb &&
      bytes[start + 2] === 0xbf &&
      this.end - start >= 3
    ) {
      this.report("json.bom", start);
      this.pos += 3;
    }
    if (this.pos === this.end) {
      this.report("line.empty", start);
      return;
    }
    this.space();
    this.checkTop();
    this.space();
    if (this.pos < this.end) {
      this.fail(this.pos, "there is more behind the entry");
    }
  }

  private checkTop(): void {
    if (this.bytes[this.pos] === 0x7b && this.pos < this.end) {
      this.readShape(this.entry, undefined);
    } else {
      const at = this.pos;
      this.readFree(FREE);
      this.report("json.not_object", at);
    }
  }

  /** Reads an object whose members the schema names; `pos` is at its brace. `rule` is what its member asks of it. */
  private readShape(shape: Shape, rule: Rule | undefined): void {
    const { keys } = this;
    const open = this.pos;
    const mark = keys.mark();
    this.enter();
    this.pos++;
    let seen = 0;
    let count = 0;
    let last = -1;
    let ordered = true;
    for (let more = this.begins(0x7d); more; more = this.continues(0x7d)) {
      this.readKey();
      count++;
      const at = this.from - 1;
      const member = this.findMember(shape, last + 1);
      if (member === undefined) {
        this.readUnknown(shape, mark, at);
        continue;
      }
      const bit = 1 << member.index;
      if ((seen & bit) !== 0) {
        this.report("json.duplicate_key", at);
      } else if (member.index < last && ordered && this.canonical) {
        ordered = false;
        this.report("canon.member_order", at);
      }
      seen |= bit;
      last = member.index;
      this.colon();
      this.readMember(member.rule);
    }
    this.closeKeys(mark, keys.count(mark) < 2);
    this.checkPresence(shape, seen, open);
    if (count < (rule?.row.minMembers ?? 0)) {
      this.reportContainer(
        "entry.members",
        open,
        `${count} members, at least ${rule?.row.minMembers} allowed`,
      );
    }
    this.leave();
  }

  private findMember({ members }: Shape, hint: number): Member | undefined {
    if ((this.flags & ESCAPED) !== 0) {
      const name = this.text();
      return members.find((member) => member.name === name);
    }
    for (let i = hint; i < members.length; i++) {
      if (this.equals((members[i] as Member).bytes)) {
        return members[i];
      }
    }
    for (let i = 0; i < hint; i++) {
      if (this.equals((members[i] as Member).bytes)) {
        return members[i];
      }
    }
    return undefined;
  }

  private readUnknown(shape: Shape, mark: number, at: number): void {
    if (shape.closed) {
      this.report("entry.unknown_member", at);
    }
    this.keys.add(this.bytes, mark, this.from, this.to, this.flags);
    this.colon();
    this.readFree(FREE);
  }

  private checkPresence({ members }: Shape, seen: number, open: number): void {
    for (const member of members) {
      if (member.required && (seen & (1 << member.index)) === 0) {
        this.reportMember(member.name, "entry.required", open);
      }
    }
  }

  /** Reads the value of a named member; the path leads to it. */
  private readMember(rule: Rule): void {
    // Values are counted for each member of the entry apart.
    const counts = this.depth === 1 && (rule.kind === "context" || rule.kind === "shape");
    const at = this.pos;
    if (counts) {
      this.values = 0;
    }
    this.readRuled(rule);
    if (counts && this.values > LIMIT_VALUES) {
      this.report("entry.values", at, `${this.values} values, at most ${LIMIT_VALUES} allowed`);
    }
  }

  protected override readRuled(rule: Rule): void {
    const at = this.pos;
    const byte = at < this.end ? (this.bytes[at] as number) : 0;
    if (byte === 0x22) {
      this.scanString();
      this.checkStringForm(at);
      if (rule.kind === "string") {
        this.checkText(rule, at);
      } else {
        this.mistyped(rule, at, "string");
      }
    } else if (byte === 0x2d || (byte >= 0x30 && byte <= 0x39)) {
      this.scanNumber();
      const held = this.checkNumberForm();
      if (rule.kind !== "integer" && rule.kind !== "number") {
        this.mistyped(rule, at, "number");
      } else if (held) {
        this.checkNumber(rule);
      }
    } else if (byte === 0x7b) {
      this.readObject(rule, at);
    } else if (byte === 0x5b) {
      this.readArray(rule, at);
    } else {
      this.readWord();
      if (byte === 0x6e) {
        this.report("entry.null", at, `${rule.wanted} wanted`);
      } else {
        this.mistyped(rule, at, "boolean");
      }
    }
  }

  private readObject(rule: Rule, at: number): void {
    if (rule.shape !== undefined) {
      this.chain++;
      if (this.chain === LIMIT_CHAIN + 1 && rule.shape.closed) {
        this.report("entry.depth", at, `at most ${LIMIT_CHAIN} errors in a chain`);
      }
      this.readShape(rule.shape, rule);
      this.chain--;
    } else if (rule.kind === "context") {
      this.readContext(rule);
    } else {
      this.skip(rule, at, "object");
    }
  }

  private readArray(rule: Rule, at: number): void {
    if (rule.kind === "array") {
      this.readItems(rule);
    } else {
      this.skip(rule, at, "array");
    }
  }

  private skip(rule: Rule, at: number, found: string): void {
    this.mistyped(rule, at, found);
    this.readFree(FREE);
  }

  private mistyped(rule: Rule, at: number, found: string): void {
    this.report("entry.type", at, `${rule.wanted} wanted, ${found} found`);
  }

  private readItems(rule: Rule): void {
    const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, uniqueItems = false } = rule.row;
    const open = this.pos;
    const { chain, keys } = this;
    const mark = keys.mark();
    this.chain = 0;
    this.enter();
    this.pos++;
    let count = 0;
    for (let more = this.begins(0x5d); more; more = this.continues(0x5d)) {
      this.atElement(count++);
      const isText = this.bytes[this.pos] === 0x22;
      this.readRuled(rule.items as Rule);
      if (isText && uniqueItems) {
        keys.add(this.bytes, mark, this.from, this.to, this.flags);
      }
    }
    let equal = false;
    keys.findEqual(this.bytes, mark, () => (equal = true));
    keys.close(mark);
    if (count < minItems || count > maxItems || equal) {
      const detail = `${count} elements, ${minItems} to ${maxItems}${uniqueItems ? " different ones" : ""} allowed`;
      this.reportContainer("entry.elements", open, detail);
    }
    this.leave();
    this.chain = chain;
  }
}
