import { isDate } from "../calendar.ts";
import { escapedSize } from "../escaped-size.ts";
import { shown } from "../violation.ts";
import type { Rule } from "./compile.ts";
import { Reporter } from "./reporter.ts";
import { BROKEN, ESCAPED, LONE_SURROGATE, NON_ASCII, ODD_ESCAPE } from "./scanner.ts";
import { countCodePoints, decodeAscii, decodeString } from "./utf8.ts";

/** Decimals with at most so many digits are the shortest form of the double that they name. */
const EXACT_DIGITS = 15;

/** Checks the string or number that was read last. */
export abstract class ScalarChecker extends Reporter {
  /** Checks the form of a string, wherever it stands; `at` is its first quote. */
  protected checkStringForm(at: number): void {
    if (this.canonical && (this.flags & (ODD_ESCAPE | LONE_SURROGATE)) !== 0) {
      this.report((this.flags & LONE_SURROGATE) === 0 ? "canon.escape" : "canon.text", at);
    }
  }

  /** Checks a string against its rule. */
  protected checkText(rule: Rule, at: number): void {
    const { row } = rule;
    if ((this.flags & BROKEN) !== 0) {
      return;
    }
    if (rule.values.length > 0 && !this.isOneOf(rule)) {
      this.report("entry.enum", at, `${this.quoted()}; allowed are ${row.enum?.join(", ")}`);
    }
    if (row.minLength !== undefined || row.maxLength !== undefined) {
      this.checkLength(rule, at);
    }
    if (row.maxBytes !== undefined) {
      this.checkSize(row.maxBytes, at);
    }
    if (rule.matches !== undefined) {
      this.checkPattern(rule, at);
    }
  }

  /** Checks the size of a text in bytes of its canonical form; the form that was read is never shorter. */
  protected checkSize(limit: number, at: number): void {
    const read = this.to - this.from;
    if (read > limit) {
      const size = (this.flags & ESCAPED) === 0 ? read : escapedSize(this.text());
      if (size > limit) {
        this.report("entry.max_length", at, `${size} bytes, at most ${limit} allowed`);
      }
    }
  }

  private checkLength({ row }: Rule, at: number): void {
    const { minLength = 0 } = row;
    // A limit in bytes is never looser than the same one in code points.
    const maxLength =
      row.maxBytes === undefined ? (row.maxLength ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    const read = this.to - this.from;
    // Six bytes are the longest form of a code point, so most texts need no count.
    if (read <= maxLength && read >= minLength * 12) {
      return;
    }
    const length = this.codePoints();
    if (length < minLength) {
      this.report("entry.min_length", at, `${length} characters, at least ${minLength} allowed`);
    }
    if (length > maxLength) {
      this.report("entry.max_length", at, `${length} characters, at most ${maxLength} allowed`);
    }
  }

  private codePoints(): number {
    if ((this.flags & ESCAPED) !== 0) {
      return Array.from(this.text()).length;
    }
    return (this.flags & NON_ASCII) === 0
      ? this.to - this.from
      : countCodePoints(this.bytes, this.from, this.to);
  }

  private checkPattern(rule: Rule, at: number): void {
    const plain = (this.flags & (ESCAPED | NON_ASCII)) === 0;
    const matches = plain ? rule.matches?.(this.bytes, this.from, this.to) : rule.regex?.test(this.text());
    if (matches !== true) {
      this.report("entry.pattern", at, this.quoted());
    } else if (rule.row.check === "calendar" && !this.isCalendarDate()) {
      this.report("entry.calendar", at, this.text().slice(0, 10));
    }
  }

  private isCalendarDate(): boolean {
    const digits = (from: number, to: number): number => {
      let value = 0;
      for (let i = this.from + from; i < this.from + to; i++) {
        value = value * 10 + (this.bytes[i] as number) - 0x30;
      }
      return value;
    };
    if ((this.flags & ESCAPED) === 0) {
      return isDate(digits(0, 4), digits(5, 7), digits(8, 10));
    }
    const [year = 0, month = 0, day = 0] = this.text().slice(0, 10).split("-").map(Number);
    return isDate(year, month, day);
  }

  private isOneOf({ values, row }: Rule): boolean {
    if ((this.flags & ESCAPED) !== 0) {
      return row.enum?.includes(this.text()) === true;
    }
    for (const value of values) {
      if (this.equals(value)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the string that was read, without escapes, is these bytes. */
  protected equals(value: Uint8Array): boolean {
    const { bytes, from, to } = this;
    if (to - from !== value.length) {
      return false;
    }
    for (let i = 0; i < value.length; i++) {
      if (bytes[from + i] !== value[i]) {
        return false;
      }
    }
    return true;
  }

  /** Checks the form of a number, wherever it stands. Returns whether a double can hold it. */
  protected checkNumberForm(): boolean {
    const { digits, exponent, from, to } = this;
    if (digits > 0 && digits <= EXACT_DIGITS) {
      if (this.canonical && this.bytes[from] === 0x2d && this.bytes[from + 1] === 0x30) {
        this.report("canon.number", from, "-0; canonical is 0");
      }
      return true;
    }
    if (digits === 0 && !exponent && (this.canonical ? this.isShortDecimal() : to - from < 300)) {
      return true;
    }
    return this.checkLongNumber();
  }

  private checkLongNumber(): boolean {
    const text = decodeAscii(this.bytes, this.from, this.to);
    const value = Number(text);
    const shortest = String(value);
    if (!Number.isFinite(value)) {
      this.report("json.number_range", this.from, shownDigits(text));
      return false;
    }
    if (this.canonical && shortest !== text) {
      this.report("canon.number", this.from, `${shownDigits(text)}; canonical is ${shortest}`);
    } else if (this.digits > 0 && shortest !== text && BigInt(value) !== BigInt(text)) {
      this.report("json.number_range", this.from, `${shownDigits(text)} is read as ${shortest}`, "SHOULD");
    }
    return true;
  }

  /** Whether a decimal is surely canonical: few digits, none superfluous, and not so small that it needs an exponent. */
  private isShortDecimal(): boolean {
    const { bytes, from, to } = this;
    const first = bytes[from] === 0x2d ? from + 1 : from;
    // Below 0.000001 the canonical form has an exponent.
    const tiny = bytes[first] === 0x30 && !bytes.subarray(first + 2, first + 8).some((byte) => byte > 0x30);
    return to - first <= EXACT_DIGITS + 1 && bytes[to - 1] !== 0x30 && !tiny;
  }

  /** Checks a number against its rule. */
  protected checkNumber({ kind, row }: Rule): void {
    const value = this.numberValue();
    if (kind === "integer" && !Number.isInteger(value)) {
      this.report("entry.type", this.from, "integer wanted, number found");
    }
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = row;
    if (minimum !== undefined && value < minimum) {
      this.report("entry.minimum", this.from, `at least ${minimum} allowed`);
    }
    if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) {
      this.report("entry.minimum", this.from, `above ${exclusiveMinimum} allowed`);
    }
    if (maximum !== undefined && value > maximum) {
      this.report("entry.maximum", this.from, `at most ${maximum} allowed`);
    }
    if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) {
      this.report("entry.maximum", this.from, `below ${exclusiveMaximum} allowed`);
    }
  }

  private numberValue(): number {
    const { bytes, from, to, digits } = this;
    if (digits === 0 || digits > EXACT_DIGITS) {
      return Number(decodeAscii(bytes, from, to));
    }
    let value = 0;
    for (let i = to - digits; i < to; i++) {
      value = value * 10 + (bytes[i] as number) - 0x30;
    }
    return bytes[from] === 0x2d ? -value : value;
  }

  /** The string that was read. */
  protected text(): string {
    return decodeString(this.bytes, this.from, this.to);
  }

  private quoted(): string {
    // A long text is cut before it is decoded; what is shown is shorter still.
    return shown(decodeString(this.bytes, this.from, Math.min(this.to, this.from + 400)));
  }
}

function shownDigits(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
