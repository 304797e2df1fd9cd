import {
  LIMIT_ENTRY_BYTES,
  LIMIT_ENTRY_BYTES_MAX,
  type RuleCode,
  RULES,
  type Severity,
} from "../../gen/tables.ts";
import { MAX_NESTING } from "../nesting.ts";
import { pointerStep, sentenceOf, violation } from "../violation.ts";
import type { Finding, LineOptions } from "./finding.ts";
import { Scanner, STOP } from "./scanner.ts";
import { decodeString } from "./utf8.ts";

const NONE: readonly Finding[] = Object.freeze([]);

/** Keeps the findings of a line and the way to the value that is being read. */
export abstract class Reporter extends Scanner {
  protected readonly options: Required<LineOptions>;
  protected readonly canonical: boolean;
  protected start = 0;
  protected depth = 0;
  private found: Finding[] = [];
  /** Per open container: the offsets of the current member's name, or -1 and the current element's index. */
  private readonly pathFrom: Int32Array = new Int32Array(MAX_NESTING + 2);
  private readonly pathTo: Int32Array = new Int32Array(MAX_NESTING + 2);

  constructor(options: LineOptions) {
    super();
    this.options = {
      profile: options.profile ?? "writer",
      maxEntryBytes: options.maxEntryBytes ?? LIMIT_ENTRY_BYTES_MAX,
      warnEntryBytes: options.warnEntryBytes ?? LIMIT_ENTRY_BYTES,
      maxFindings: options.maxFindings ?? 100,
    };
    this.canonical = this.options.profile === "canonical";
  }

  /** Starts on a line and forgets the one before. */
  protected begin(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes;
    this.start = start;
    this.pos = start;
    this.end = end;
    this.depth = 0;
    if (this.found.length > 0) {
      this.found = [];
    }
  }

  /** The findings in the order of their places; one shared empty list where there are none. */
  protected findings(): readonly Finding[] {
    return this.found.length === 0 ? NONE : this.found.sort((a, b) => a.offset - b.offset);
  }

  /** Opens a container: from now on the path has one step more. */
  protected enter(): void {
    if (this.depth === MAX_NESTING) {
      this.report("json.depth", this.pos, `more than ${MAX_NESTING} containers`);
      throw STOP;
    }
    this.depth++;
  }

  /** Closes a container. */
  protected leave(): void {
    this.depth--;
  }

  /** Sets the last step of the path to the member whose name stands at these offsets. */
  protected atMember(from: number, to: number): void {
    this.pathFrom[this.depth] = from;
    this.pathTo[this.depth] = to;
  }

  /** Sets the last step of the path to an element. */
  protected atElement(index: number): void {
    this.pathFrom[this.depth] = -1;
    this.pathTo[this.depth] = index;
  }

  /** Adds a finding about the value that the path leads to. */
  protected report(rule: RuleCode, offset: number, detail?: string, severity?: Severity): void {
    this.add(this.pointer(this.depth), rule, offset, detail, severity);
  }

  /** Adds a finding about the container that the path leads into. */
  protected reportContainer(rule: RuleCode, offset: number, detail?: string): void {
    this.add(this.pointer(this.depth - 1), rule, offset, detail);
  }

  /** Adds a finding about a member of the container that the path leads into. */
  protected reportMember(name: string, rule: RuleCode, offset: number): void {
    this.add(this.pointer(this.depth - 1) + pointerStep(name), rule, offset);
  }

  protected override fail(offset: number, detail: string): never {
    this.add("", "json.syntax", offset, detail);
    throw STOP;
  }

  protected override notUtf8(offset: number): void {
    this.add("", "json.utf8", offset);
  }

  private add(pointer: string, rule: RuleCode, offset: number, detail?: string, severity?: Severity): void {
    const { sentence } = RULES[rule];
    this.found.push({
      ...violation(pointer, rule),
      ...(severity === undefined ? {} : { severity }),
      sentence: sentenceOf(sentence, detail),
      offset: offset - this.start,
    });
    if (this.found.length >= this.options.maxFindings) {
      throw STOP;
    }
  }

  private pointer(depth: number): string {
    let pointer = "";
    for (let i = 1; i <= depth; i++) {
      const from = this.pathFrom[i] as number;
      const to = this.pathTo[i] as number;
      pointer += pointerStep(from < 0 ? to : decodeString(this.bytes, from, to));
    }
    return pointer;
  }
}
