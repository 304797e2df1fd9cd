import { expect, test } from "vitest";
import { hasColors } from "./color.ts";

test.each<[Record<string, string>, boolean, boolean]>([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: "1" }, true, false],
  [{ NO_COLOR: "" }, true, true],
  [{ NODE_DISABLE_COLORS: "1" }, true, false],
  [{ TERM: "dumb" }, true, false],
  [{ FORCE_COLOR: "1" }, false, true],
  [{ FORCE_COLOR: "" }, false, true],
  [{ FORCE_COLOR: "true" }, false, true],
  [{ FORCE_COLOR: "3", NO_COLOR: "1" }, false, true],
  [{ FORCE_COLOR: "0" }, true, false],
  [{ FORCE_COLOR: "false" }, true, false],
])("%j on a terminal (%s): colours %s", (environment, isTerminal, expected) => {
  expect(hasColors(environment, isTerminal)).toBe(expected);
});
