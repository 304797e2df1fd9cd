import { describe, expect, test } from "vitest";
import type { TypedValue } from "../protocol/typed-value.ts";
import { inputCapabilities } from "./capabilities.ts";

function needsOf(value: TypedValue): readonly string[] {
  const input = { level: "INFO", message: "m", file: "f", line: 1, function: "f", context: { t: "map", e: [["x", value]] } } as const;
  return [...inputCapabilities(input)].toSorted();
}

describe("a value needs", () => {
  test.each<[TypedValue, string[]]>([
    [null, []],
    ["text", []],
    [{ t: "i64", v: "-9223372036854775808" }, []],
    [{ t: "error", type: "E", message: "m" }, []],
    [{ t: "big", v: "1" }, ["int.big"]],
    [{ t: "str", u16: "d800" }, ["str.u16"]],
    [{ t: "str", u8: "ff" }, ["str.u8"]],
    [{ t: "f32", bits: "00000000" }, ["f32"]],
    [{ t: "function" }, ["undef"]],
    [[{ t: "symbol" }, { t: "hole" }], ["hole", "undef"]],
    [{ t: "date", ns: "1000000" }, []],
    [{ t: "date", ns: "1000" }, ["date.us"]],
    [{ t: "date", ns: "-1" }, ["date.us"]],
    [{ t: "date", invalid: true }, ["date.invalid"]],
    [{ t: "date", ns: "253402300799999000000" }, []],
    [{ t: "date", ns: "253402300800000000000" }, ["date.wide"]],
    [{ t: "date", ns: "-62135596800000000000" }, []],
    [{ t: "date", ns: "-62135596800001000000" }, ["date.wide"]],
    [{ t: "map", e: [[{ t: "i64", v: "1" }, null]] }, ["keys.nonstring"]],
    [{ t: "map", e: [[null, { t: "throwing", name: "E" }]] }, ["keys.nonstring", "throwing"]],
    [{ t: "map", e: [["a", 1 as never], [{ t: "repeat", s: "a", n: 1 }, null]] }, ["map.duplicates"]],
    [{ t: "map", e: [[{ t: "str", u8: "ff" }, null], [{ t: "str", u8: "fe" }, null]] }, ["map.duplicates", "str.u8"]],
    [{ t: "map", e: [[{ t: "str", u16: "d800" }, null], [{ t: "str", u16: "d801" }, null]] }, ["str.u16"]],
    [{ t: "error", type: "E", message: "m", props: [["a", { t: "decimal", v: "1" }]], cause: { t: "cycle", up: 1 } }, ["cycle", "decimal"]],
    [{ t: "list", n: 3, v: { t: "set", e: [] } }, ["set"]],
  ])("%j needs %j", (value, needs) => {
    expect(needsOf(value)).toEqual(needs);
  });
});

test("a call needs what its message, its layers and its clock ask for", () => {
  const call = { level: "INFO", message: null, file: "f", line: 1, function: "f", bound: [{ t: "map", e: [["userId", "u"]] }] } as const;

  expect([...inputCapabilities(call, { clock: { ns: "9223372036854775808" }, service: "s" })].toSorted()).toEqual(["alias.camel", "message.any", "time.wide"]);
});
