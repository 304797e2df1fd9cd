import { RULES } from "../../gen/tables.ts";
import { sentenceOf, violation } from "../violation.ts";
import type { Finding, LineOptions, StreamFinding } from "./finding.ts";
import { LineChecker } from "./line-checker.ts";

/** What can be set for the check of a stream; sizes are in bytes. */
export interface StreamOptions extends LineOptions {
  /** A longer line is reported as `line.too_long` and not read; it is never held in memory. Default 1,048,576. */
  readonly maxLineBytes?: number;
  /** Whether a last line without line feed is passed over, as a crashed writer leaves one. Default false. */
  readonly allowTornTail?: boolean;
  /** Called for each finding, in the order of the lines. What it throws ends the check. */
  readonly onFinding?: (finding: StreamFinding) => void;
}

/** What was seen in a stream. */
export interface StreamSummary {
  /** Lines, those that are not valid and a torn last one included. */
  readonly lines: number;
  /** Lines that broke no MUST. */
  readonly valid: number;
  /** Findings that are a MUST. */
  readonly failures: number;
  /** Findings that are a SHOULD. */
  readonly warnings: number;
  readonly bytes: number;
  /** Whether a last line without line feed was passed over. */
  readonly tornTail: boolean;
}

const LF = 0x0a;
const MAX_LINE_BYTES = 1_048_576;

/**
 * Checks a stream of lines that comes in pieces of any size. Lines end at 0x0A and at nothing else. Memory stays below
 * twice the longest line that is read, whatever the stream holds.
 */
export class StreamValidator {
  private readonly checker: LineChecker;
  private readonly options: StreamOptions;
  private readonly maxLineBytes: number;
  private readonly maxEntryBytes: number;
  /** The part of the current line that came in earlier pieces. */
  private held: Uint8Array = new Uint8Array(4096);
  /** How long that part is, what is not kept of it counted too. */
  private heldLength = 0;
  private lines = 0;
  private valid = 0;
  private failures = 0;
  private warnings = 0;
  private bytes = 0;
  private lineStart = 0;
  private tornTail = false;

  constructor(options: StreamOptions = {}) {
    this.checker = new LineChecker(options);
    this.options = options;
    this.maxLineBytes = options.maxLineBytes ?? MAX_LINE_BYTES;
    this.maxEntryBytes = this.checker.maxEntryBytes;
  }

  /** Takes the next piece. It may be used again by the caller when this returns. */
  push(chunk: Uint8Array): void {
    let from = 0;
    for (let lf = chunk.indexOf(LF); lf >= 0; lf = chunk.indexOf(LF, from)) {
      this.endLine(chunk, from, lf);
      from = lf + 1;
      this.lineStart = this.bytes + from;
    }
    this.hold(chunk, from, chunk.length);
    this.bytes += chunk.length;
  }

  /** Ends the stream and returns what was seen. */
  end(): StreamSummary {
    if (this.heldLength > 0 && this.options.allowTornTail === true) {
      this.tornTail = true;
      this.heldLength = 0;
    } else if (this.heldLength > 0) {
      const offset = this.heldLength;
      this.endLine(new Uint8Array(0), 0, 0, [{ ...violation("", "line.torn"), offset }]);
    }
    const { lines, valid, failures, warnings, bytes, tornTail } = this;
    return { lines, valid, failures, warnings, bytes, tornTail };
  }

  private endLine(chunk: Uint8Array, from: number, to: number, more: readonly Finding[] = []): void {
    this.lines++;
    const length = this.heldLength + to - from;
    let findings: readonly Finding[];
    if (length > this.maxLineBytes) {
      findings = this.tooLong(length + 1);
    } else if (this.heldLength === 0) {
      findings = this.checker.check(chunk, from, to);
    } else {
      this.hold(chunk, from, to);
      findings = this.checker.check(this.held, 0, length);
    }
    this.heldLength = 0;
    if (findings.length === 0 && more.length === 0) {
      this.valid++;
    } else {
      this.tell([...findings, ...more]);
    }
  }

  private tooLong(size: number): Finding[] {
    const found = (rule: "line.too_long" | "entry.size", limit: number): Finding => ({
      ...violation("", rule),
      sentence: sentenceOf(RULES[rule].sentence, `${size} bytes, at most ${limit} allowed`),
      offset: 0,
    });
    const entry = size > this.maxEntryBytes ? [found("entry.size", this.maxEntryBytes)] : [];
    return [found("line.too_long", this.maxLineBytes), ...entry];
  }

  private hold(chunk: Uint8Array, from: number, to: number): void {
    const length = this.heldLength + to - from;
    if (length <= this.maxLineBytes && length > 0) {
      if (length > this.held.length) {
        const longer = new Uint8Array(Math.min(this.maxLineBytes, Math.max(length, this.held.length * 2)));
        longer.set(this.held.subarray(0, this.heldLength));
        this.held = longer;
      }
      this.held.set(chunk.subarray(from, to), this.heldLength);
    }
    this.heldLength = length;
  }

  private tell(findings: readonly Finding[]): void {
    const failures = findings.filter(({ severity }) => severity === "MUST").length;
    this.failures += failures;
    this.warnings += findings.length - failures;
    if (failures === 0) {
      this.valid++;
    }
    for (const finding of findings) {
      const streamOffset = this.lineStart + finding.offset;
      this.options.onFinding?.({ ...finding, line: this.lines, streamOffset });
    }
  }
}

/** Checks a stream, such as a file's, to its end. Rejects when the source does or when `onFinding` throws. */
export async function validateStream(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: StreamOptions = {},
): Promise<StreamSummary> {
  const validator = new StreamValidator(options);
  for await (const chunk of source) {
    validator.push(chunk);
  }
  return validator.end();
}
