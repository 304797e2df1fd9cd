import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNotation } from "./hand.ts";
import { compressText, expandText } from "./text.ts";

describe("compressText()", () => {
  test("names a long run", () => {
    expect(compressText(`{"x":"${"a".repeat(8168)}…[+25B]"}`)).toEqual(['{"x":"', { s: "a", n: 8168 }, '…[+25B]"}']);
  });

  test("names a run of a longer unit", () => {
    expect(compressText(`[${"null,".repeat(255)}null]`)).toEqual(["[", { s: "null,", n: 255 }, "null]"]);
  });

  test("leaves a short text alone", () => {
    expect(compressText('{"a":1}')).toBe('{"a":1}');
    expect(compressText("")).toBe("");
  });

  test("is undone by expandText(), whatever the text", () => {
    const unit = fc.string({ unit: "binary", maxLength: 4 });
    const texts = fc.array(fc.tuple(unit, fc.integer({ min: 0, max: 60 }))).map((runs) => runs.map(([s, n]) => s.repeat(n)).join(""));

    fc.assert(
      fc.property(texts, (text) => {
        expect(expandText(compressText(text))).toBe(text);
      }),
    );
  });

  test("never parts a surrogate pair", () => {
    expect(compressText(`x${"😂".repeat(200)}y`)).toEqual(["x", { s: "😂", n: 200 }, "y"]);
  });
});

describe("readNotation()", () => {
  test.each([
    ['{"x":"⟨a×3⟩…"}', '{"x":"aaa…"}'],
    ["⟨U+2028⟩⟨U+1F602⟩", "\u2028\u{1f602}"],
    ["⟨{\"d\":×2⟩{}⟨}×2⟩", '{"d":{"d":{}}}'],
    ["⟨U+000A×2⟩", "⟨U+000A×2⟩".replace("⟨U+000A×2⟩", "U+000AU+000A")],
    ["3×4", "3×4"],
    ["⟨a×0⟩b", "b"],
  ])("%s", (notation, text) => {
    expect(readNotation(notation)).toBe(text);
  });
});
