import { sequenceLength } from "./utf8.ts";

/** Thrown to leave a line at once; the finding has been made before. One object, so that leaving costs no stack trace. */
export const STOP: unique symbol = Symbol("stop");

/** What a string holds besides plain ASCII. Bits of {@link Scanner.flags}. */
export const NON_ASCII = 1;
export const ESCAPED = 2;
/** An escape that canonical text would not have. */
export const ODD_ESCAPE = 4;
/** An escape that is one half of a surrogate pair without the other. */
export const LONE_SURROGATE = 8;
/** Bytes that are not UTF-8. */
export const BROKEN = 16;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Kinds of bytes inside a string: 0 goes on, 1 ends it, 2 escapes, 3 is not allowed, 4 begins a longer character. */
const IN_STRING: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === QUOTE ? 1 : byte === BACKSLASH ? 2 : byte < 0x20 ? 3 : byte >= 0x80 ? 4 : 0,
);

/**
 * Reads the tokens of JSON text from bytes. After a string, `from` and `to` are the offsets of its content and `flags`
 * says what it holds; after a number, they are the offsets of its digits. Nothing is allocated.
 */
export abstract class Scanner {
  protected bytes: Uint8Array = new Uint8Array(0);
  protected pos = 0;
  protected end = 0;
  protected from = 0;
  protected to = 0;
  protected flags = 0;
  /** Number of digits of a number that has digits only, else 0. */
  protected digits = 0;
  /** Whether the number has an exponent. */
  protected exponent = false;

  /** Reports that the bytes at `offset` are not JSON, and leaves the line. */
  protected abstract fail(offset: number, detail: string): never;

  /** Reports bytes that are not UTF-8. */
  protected abstract notUtf8(offset: number): void;

  /** Moves on to the next token and returns whether there was white space. */
  protected skipSpace(): boolean {
    const before = this.pos;
    while (this.pos < this.end) {
      const byte = this.bytes[this.pos];
      if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d && byte !== 0x0a) {
        break;
      }
      this.pos++;
    }
    return this.pos > before;
  }

  /** Reads a string; `pos` is at its first quote and moves behind its last one. */
  protected scanString(): void {
    const { bytes, end } = this;
    let at = this.pos + 1;
    this.from = at;
    this.flags = 0;
    for (;;) {
      while (at < end && IN_STRING[bytes[at] as number] === 0) {
        at++;
      }
      if (at >= end) {
        this.fail(end, "the line ends inside a string");
      }
      const byte = bytes[at] as number;
      if (byte === QUOTE) {
        break;
      }
      at = byte === BACKSLASH ? this.scanEscape(at) : this.scanLong(at, byte);
    }
    this.to = at;
    this.pos = at + 1;
  }

  private scanLong(at: number, byte: number): number {
    if (byte < 0x20) {
      this.fail(at, `a string holds the control character ${hex(byte)}`);
    }
    const length = sequenceLength(this.bytes, at, this.end);
    if (length > 0) {
      this.flags |= NON_ASCII;
      return at + length;
    }
    if ((this.flags & BROKEN) === 0) {
      this.notUtf8(at);
    }
    this.flags |= BROKEN;
    return at + 1;
  }

  private scanEscape(at: number): number {
    this.flags |= ESCAPED;
    switch (this.bytes[at + 1]) {
      case 0x22: // "
      case 0x5c: // \
      case 0x62: // b
      case 0x66: // f
      case 0x6e: // n
      case 0x72: // r
      case 0x74: // t
        break;
      case 0x2f: // /
        this.flags |= ODD_ESCAPE;
        break;
      case 0x75: // u
        return this.scanUnicodeEscape(at);
      default:
        this.fail(at, "a backslash begins no escape");
    }
    if (at + 1 >= this.end) {
      this.fail(this.end, "the line ends inside a string");
    }
    return at + 2;
  }

  private scanUnicodeEscape(at: number): number {
    const unit = this.hexUnit(at + 2);
    if (unit >= 0xd800 && unit < 0xe000) {
      const isPair = unit < 0xdc00 && this.bytes[at + 6] === BACKSLASH && this.bytes[at + 7] === 0x75;
      const low = isPair ? this.hexUnit(at + 8) : 0;
      if (low >= 0xdc00 && low < 0xe000) {
        this.flags |= ODD_ESCAPE;
        return at + 12;
      }
      this.flags |= LONE_SURROGATE;
      return at + 6;
    }
    const short = unit === 8 || unit === 9 || unit === 10 || unit === 12 || unit === 13;
    if (unit >= 0x20 || short || this.hasUpperHex(at + 2)) {
      this.flags |= ODD_ESCAPE;
    }
    return at + 6;
  }

  private hexUnit(at: number): number {
    let unit = 0;
    for (let i = at; i < at + 4; i++) {
      const digit = i < this.end ? hexValue(this.bytes[i] as number) : -1;
      if (digit < 0) {
        this.fail(i, "an escape lacks four hexadecimal digits");
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }

  private hasUpperHex(at: number): boolean {
    return this.bytes.subarray(at, at + 4).some((byte) => byte >= 0x41 && byte <= 0x46);
  }

  /** Reads a number; `pos` is at its first character and moves behind its last one. */
  protected scanNumber(): void {
    const { bytes } = this;
    let at = this.pos;
    this.from = at;
    if (bytes[at] === 0x2d) {
      at++;
    }
    const first = at;
    at = this.scanDigits(at);
    if (bytes[first] === 0x30 && at > first + 1) {
      this.fail(first, "a number begins with a zero");
    }
    this.digits = at - first;
    this.exponent = false;
    if (bytes[at] === 0x2e && at < this.end) {
      at = this.scanDigits(at + 1);
      this.digits = 0;
    }
    if ((bytes[at] === 0x65 || bytes[at] === 0x45) && at < this.end) {
      const sign = bytes[at + 1];
      at = this.scanDigits(sign === 0x2b || sign === 0x2d ? at + 2 : at + 1);
      this.digits = 0;
      this.exponent = true;
    }
    this.to = at;
    this.pos = at;
  }

  private scanDigits(start: number): number {
    const { bytes, end } = this;
    let at = start;
    while (at < end && (bytes[at] as number) >= 0x30 && (bytes[at] as number) <= 0x39) {
      at++;
    }
    if (at === start) {
      this.fail(at, "a number lacks a digit");
    }
    return at;
  }

  /** Reads `true`, `false` or `null`; `pos` is at its first letter and moves behind its last one. */
  protected scanWord(word: Uint8Array): void {
    for (let i = 0; i < word.length; i++) {
      if (this.pos + i >= this.end || this.bytes[this.pos + i] !== word[i]) {
        this.fail(this.pos, "a value is expected");
      }
    }
    this.from = this.pos;
    this.pos += word.length;
    this.to = this.pos;
  }
}

function hexValue(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) {
    return byte - 0x30;
  }
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** A byte as two hexadecimal digits. */
export function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, "0")}`;
}
