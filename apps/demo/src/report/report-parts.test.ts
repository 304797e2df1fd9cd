import { expect, test } from "vitest";
import type { LoggedEntry } from "../logs/entry.ts";
import { createPaint, wantsColours } from "./paint.ts";
import { storyLines } from "./story.ts";
import { tableLines } from "./table.ts";

const plain = createPaint(false);

const entry: LoggedEntry = {
  timestamp: "2026-11-21T10:00:00.000250Z",
  level: "ERROR",
  message: "Quote failed",
  service: "pricing",
  file: "apps/demo/pricing/src/quotes.cpp",
  line: 80,
  function: "answer_quote",
  duration_ms: 0.125,
  context: { symbol: "KELP", note: "two words" },
  exception: { type: "QuoteError", message: "no price", cause: { type: "FeedError", message: "damaged" } },
};

test("a story tells time since its begin, place, context, and every cause", () => {
  const first = { ...entry, timestamp: "2026-11-21T09:59:59.999000Z", message: "First" };
  const lines = storyLines([first, entry], plain);

  expect(lines.slice(5)).toEqual([
    "   +1.250 ms ERROR    pricing (C++)        Quote failed",
    "             apps/demo/pricing/src/quotes.cpp:80 answer_quote",
    '             symbol=KELP note="two words" duration_ms=0.125',
    "             QuoteError: no price",
    "               caused by FeedError: damaged",
  ]);
});

test("nothing that was logged can steer the terminal", () => {
  const lines = storyLines([{ ...entry, message: "a\u001b[31mb\u0007\u009b2Jc\nd" }], createPaint(true));

  expect(lines[0]).not.toContain("\u0007");
  expect(lines[0]).toContain("d");
  expect(lines[0]?.includes("\n")).toBe(false);
  expect(lines[0]).not.toContain("\u009b");
});

test("columns are set by what is seen: numbers to the right, colours without width", () => {
  const paint = createPaint(true);
  const lines = tableLines([
    ["a", "n"],
    [paint.good("long"), 5],
    ["b", 1234],
  ]);

  expect(lines).toEqual(["a        n", `${paint.good("long")}     5`, "b     1234"]);
});

test("colours are for terminals, unless they are asked for or not wanted", () => {
  const terminal = { isTTY: true, hasColors: () => true };

  expect(wantsColours(terminal, {})).toBe(true);
  expect(wantsColours({}, {})).toBe(false);
  expect(wantsColours({}, { FORCE_COLOR: "1" })).toBe(true);
  expect(wantsColours({}, { FORCE_COLOR: "0" })).toBe(false);
  expect(wantsColours({}, { FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
});
