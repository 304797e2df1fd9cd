import fc from "fast-check";
import { expect, test } from "vitest";
import { splitArray, splitObject } from "./json-split.ts";

test("splitObject takes any object apart so that its parts put together are the text", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue()), (given) => {
      const text = JSON.stringify(given);
      // What the text says: it has no -0.
      const object = JSON.parse(text) as Record<string, unknown>;
      const members = splitObject(text) ?? [];
      expect(`{${members.map(({ key, json }) => `${JSON.stringify(key)}:${json}`).join(",")}}`).toBe(text);
      expect(members.map(({ json }) => JSON.parse(json) as unknown)).toEqual(Object.values(object));
    }),
  );
});

test("splitArray takes any array apart", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (array) => {
      const elements = splitArray(JSON.stringify(array)) ?? [];
      expect(elements).toEqual(array.map((element) => JSON.stringify(element)));
    }),
  );
});

test("text that is no object is none", () => {
  expect(splitObject("[1]")).toBeUndefined();
  expect(splitObject("")).toBeUndefined();
  expect(splitObject('{"a":1')).toBeUndefined();
  expect(splitArray("{}")).toBeUndefined();
});
