import { describe, expect, test } from "vitest";
import { AgoraError } from "./agora-error.ts";
import { findLevel, parseLevel } from "./level.ts";

describe("parseLevel", () => {
  test.each([
    ["DEBUG", "DEBUG"],
    ["info", "INFO"],
    ["Warning", "WARNING"],
    ["trace", "DEBUG"],
    ["NOTICE", "INFO"],
    ["warn", "WARNING"],
    ["err", "ERROR"],
    ["fatal", "CRITICAL"],
    ["crit", "CRITICAL"],
    ["alert", "CRITICAL"],
    ["emerg", "CRITICAL"],
    ["panic", "CRITICAL"],
    [10, "DEBUG"],
    [50, "CRITICAL"],
  ])("takes %s as %s", (input, expected) => {
    expect(parseLevel(input)).toBe(expected);
  });

  test.each(["VERBOSE", "", " info", "constructor", "__proto__", "ınfo", 30.5, 0, null, undefined, {}])(
    "refuses %s",
    (input) => {
      expect(findLevel(input)).toBeUndefined();
      expect(() => parseLevel(input)).toThrow(AgoraError);
    },
  );

  test("says what to use instead", () => {
    expect(() => parseLevel("VERBOSE")).toThrow(
      '[AGORA_LEVEL] level: "VERBOSE" is not a level; use one of DEBUG, INFO, WARNING, ERROR, CRITICAL',
    );
  });
});
