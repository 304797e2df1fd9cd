import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extendNumbers, type FieldNumbers } from "./field-numbers.ts";
import type { Member, Shape } from "./model.ts";

function shape(message: string, fields: readonly string[]): Shape {
  const members = fields.map((name): Member => {
    const proto = { name, type: "string", repeated: false };
    const texts = { title: name, description: name, type: "string", since: "1.0", stability: "stable" };
    return { name, ...texts, required: false, rule: {}, examples: [], proto };
  });
  return { name: message, title: message, description: "", members, closed: true, message };
}

/** The names in these lines, numbered from 1. */
function numbers(...lines: string[]): Record<string, number> {
  return Object.fromEntries(
    lines
      .join(" ")
      .split(" ")
      .map((name, index) => [name, index + 1]),
  );
}

describe("field numbers", () => {
  test("of version 1.0 are these and stay these", () => {
    const lock = JSON.parse(
      readFileSync(join(import.meta.dirname, "..", "field-numbers.lock"), "utf8"),
    ) as FieldNumbers;
    expect(lock).toMatchObject({
      LogEntry: numbers(
        "time_unix_micros level message service file line function environment version host logger_name",
        "correlation_id user_id trace_id span_id context duration_ms exception schema_version",
      ),
      Exception: { type: 1, message: 2, stacktrace: 3, properties: 4, cause: 5, errors: 6 },
      Sampling: { rate: 1 },
    });
    expect(lock["LogEntry"]).toMatchObject({ entry_id: 30, sampling: 31 });
  });

  test("are given to new fields behind the highest, over the range that is kept free", () => {
    expect(extendNumbers({ A: { x: 3 } }, [shape("A", ["new", "x"])])).toEqual({ A: { x: 3, new: 4 } });
    expect(extendNumbers({ LogEntry: { x: 19 } }, [shape("LogEntry", ["x", "y"])])).toEqual({
      LogEntry: { x: 19, y: 30 },
    });
    expect(extendNumbers({}, [shape("New", ["a", "b"])])).toEqual({ New: { a: 1, b: 2 } });
  });

  test("of a field that the schema no longer has are kept and never given again", () => {
    const first = extendNumbers({}, [shape("A", ["a", "b"])]);
    const without = extendNumbers(first, [shape("A", ["a"])]);
    expect(extendNumbers(without, [shape("A", ["a", "c"])])).toEqual({ A: { a: 1, b: 2, c: 3 } });
  });

  test("that were given once never change, whatever comes and goes, and are never shared", () => {
    const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"));
    fc.assert(
      fc.property(fc.array(names, { minLength: 1 }), (versions) => {
        let given: FieldNumbers = {};
        for (const fields of versions) {
          const next = extendNumbers(given, [shape("A", fields)]);
          expect(next).toMatchObject(given);
          given = next;
        }
        const all = Object.values(given["A"] ?? {});
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  test.each<[string, FieldNumbers]>([
    ["twice", { A: { x: 1, y: 1 } }],
    ["0", { A: { x: 0 } }],
    ["of a half", { A: { x: 1.5 } }],
    ["of protobuf itself", { A: { x: 19_500 } }],
    ["that is kept free", { LogEntry: { x: 20 } }],
  ])("%s in the lock are refused", (_, lock) => {
    expect(() => extendNumbers(lock, [])).toThrow(/field-numbers\.lock: /);
  });
});
