import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("nothing said means 200 orders from port 4390 on", () => {
  expect(readOptions([])).toEqual({
    orders: 200,
    port: 4390,
    seed: 1,
    keep: false,
    logDir: undefined,
    help: false,
  });
});

test("options are read, with or without the separator that npm takes", () => {
  const expected = { orders: 5, port: 0, seed: 9, keep: true, logDir: "x" };
  const args = ["--orders", "5", "--port=0", "--seed", "9", "--keep", "--log-dir", "x"];

  expect(readOptions(args)).toMatchObject(expected);
  expect(readOptions(["--", ...args])).toMatchObject(expected);
});

test.each([
  [["--orders", "many"], "--orders many: give a whole number from 0 to 100000."],
  [["--orders", "100001"], "--orders 100001: give a whole number from 0 to 100000."],
  [["--port", "65534"], "--port 65534: give a whole number from 0 to 65533."],
  [["--seed", "1e3"], "--seed 1e3: give a whole number from 0 to 4294967295."],
  [["--loud"], "Unknown option '--loud'."],
  [["--orders"], "Option '--orders <value>' argument missing."],
])("%j is refused with what is wrong", (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});
