import { expect, test } from "vitest";
import { fieldsOf, lineOf } from "./line-protocol.ts";

test("what is written as a line is read back unchanged", () => {
  const fields = { order_id: "A-1", trader: 'Zoë "Fast" 🚀 = 100 %\n\tand \\ more', empty: "" };
  const line = lineOf("QUOTE", fields);

  expect(line).toMatch(/^QUOTE [^\n]+\n$/);
  const read = fieldsOf(line.trimEnd());
  expect(read.verb).toBe("QUOTE");
  expect(Object.fromEntries(read.fields)).toEqual(fields);
});
