import { describe, expect, test } from "vitest";
import { sortArguments } from "./call-arguments.ts";

describe("sortArguments", () => {
  const error = new RangeError("real");
  const other = new Error("other");

  test.each([
    ["the message", error, "text", undefined],
    ["the second argument", "m", error, "text"],
    ["the third argument, behind a loose value", "m", "text", error],
    ["the message, before another Error", error, other, undefined],
  ])(
    "takes the Error that is %s, and keeps the other value as `error` in a context",
    (_, message, ...rest) => {
      const sorted = sortArguments(message, rest[0], rest[1]);
      expect(sorted.error).toBe(error);
      expect(sorted.contexts).toEqual([{ error: rest.find((value) => value !== error) }]);
    },
  );

  test("keeps several values that are left over", () => {
    expect(sortArguments(error, other, "text").contexts).toEqual([{ error: [other, "text"] }]);
  });

  test("takes a value that is neither an Error nor a context where there is no Error", () => {
    expect(sortArguments("m", { a: 1 }, "text")).toEqual({ error: "text", contexts: [{ a: 1 }] });
  });
});
