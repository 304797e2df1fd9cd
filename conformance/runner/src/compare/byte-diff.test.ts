import { describe, expect, test } from "vitest";
import { compareBytes } from "./byte-diff.ts";
import { showBytes, showText } from "./show-text.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "utf8");

describe("compareBytes()", () => {
  test("says nothing of equal bytes", () => {
    expect(compareBytes(bytes("abc"), bytes("abc"))).toBeUndefined();
  });

  test("shows the first difference in hex with a caret, and as text with named controls", () => {
    const difference = compareBytes(bytes('{"a":1,"b":"x\u2028"}\n'), bytes('{"a":1,"b":"y\u2028"}\n'));

    expect(difference).toMatchObject({ offset: 12, expectedLength: 19, actualLength: 19 });
    expect(difference?.text.split("\n")).toEqual([
      "first difference at byte 12; expected 19 bytes, got 19",
      "expected 00000000  7b 22 61 22 3a 31 2c 22 62 22 3a 22 78 e2 80 a8",
      "got      00000000  7b 22 61 22 3a 31 2c 22 62 22 3a 22 79 e2 80 a8",
      "                                                       ^^",
      'expected {"a":1,"b":" >>> x<U+2028 LS>"}<LF>',
      'got      {"a":1,"b":" >>> y<U+2028 LS>"}<LF>',
    ]);
  });

  test("finds that one ends before the other", () => {
    expect(compareBytes(bytes("ab\n"), bytes("ab"))).toMatchObject({
      offset: 2,
      expectedLength: 3,
      actualLength: 2,
    });
    expect(compareBytes(bytes(""), bytes("x"))).toMatchObject({ offset: 0 });
  });

  test("shows only what stands around a difference, cut between characters", () => {
    const difference = compareBytes(
      bytes(`${"é".repeat(100)}x${"é".repeat(100)}`),
      bytes(`${"é".repeat(100)}y${"é".repeat(100)}`),
    );

    expect(difference?.text).toContain(`expected …${"é".repeat(16)} >>> x${"é".repeat(15)}…`);
  });
});

test("controls, format characters and odd blanks have names or code points", () => {
  expect(showText("a\0\n\r\t\u001b\u007f\u0085\u00a0\u200d\u202e\u2028\ufeff\ufffdé😂")).toBe(
    "a<NUL><LF><CR><TAB><ESC><U+007F DEL><U+0085 NEL><U+00A0 NBSP><U+200D ZWJ><U+202E><U+2028 LS><U+FEFF BOM><U+FFFD>é😂",
  );
});

test("bytes that are not UTF-8 are shown one by one", () => {
  expect(showBytes(Buffer.from("61ff62eda080c3", "hex"))).toBe("a<FF>b<ED><A0><80><C3>");
  expect(showBytes(Buffer.from("efbfbd", "hex"))).toBe("<U+FFFD>");
});
