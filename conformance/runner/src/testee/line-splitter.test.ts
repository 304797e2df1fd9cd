import { expect, test } from "vitest";
import { LineSplitter } from "./line-splitter.ts";

function split(chunks: readonly string[], maxBytes = 100): readonly string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter(
    { line: (bytes, whole) => lines.push(`${bytes.toString()}${whole ? "" : " (cut)"}`) },
    maxBytes,
  );
  for (const chunk of chunks) splitter.push(Buffer.from(chunk));
  splitter.end();
  return lines;
}

test("lines are put together from any pieces", () => {
  expect(split(["a", "b\nc\n", "\n", "d", "e\n"])).toEqual(["ab", "c", "", "de"]);
});

test("what is left without LF is a line that is not whole", () => {
  expect(split(["a\nb"])).toEqual(["a", "b (cut)"]);
});

test("a line beyond the limit is cut, and the next one is whole again", () => {
  expect(split(["12345678", "90", "12\nok\n"], 8)).toEqual(["12345678 (cut)", "ok"]);
});

test("nothing at all is no line", () => {
  expect(split([])).toEqual([]);
});
