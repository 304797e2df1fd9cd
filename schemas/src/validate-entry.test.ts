import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearlyEntries } from "../test/entries.ts";
import { validateLine } from "./lossless/validate-line.ts";
import { validateEntry } from "./validate-entry.ts";

const ENTRY = {
  timestamp: "2026-11-20T10:00:00.123456Z",
  level: "INFO",
  message: "",
  service: "s",
  file: "a.ts",
  line: 0,
  function: "f",
};

const rules = (value: unknown, profile: "writer" | "reader" = "writer"): string[] =>
  validateEntry(value, profile).map(({ rule, pointer }) => `${rule} ${pointer}`);

describe("validateEntry", () => {
  test("finds nothing wrong with an entry of the required members", () => {
    expect(validateEntry(ENTRY)).toEqual([]);
    expect(validateEntry(ENTRY, "reader")).toEqual([]);
  });

  test("returns every violation with pointer, rule, weight and a sentence", () => {
    expect(
      validateEntry({ ...ENTRY, level: "LOUD", host: null, context: { a: ["x".repeat(8193)] } }),
    ).toEqual([
      {
        pointer: "/level",
        rule: "entry.enum",
        severity: "MUST",
        sentence:
          'The value is none of the allowed ones: "LOUD"; allowed are DEBUG, INFO, WARNING, ERROR, CRITICAL.',
      },
      {
        pointer: "/host",
        rule: "entry.null",
        severity: "MUST",
        sentence: "The member is null; an absent member is left out instead: string wanted.",
      },
      {
        pointer: "/context/a/0",
        rule: "entry.max_length",
        severity: "MUST",
        sentence: "The text is too long: at most 8192 characters allowed.",
      },
    ]);
  });

  test("is not satisfied by members that a value inherits", () => {
    const rest = Object.fromEntries(Object.entries(ENTRY).filter(([name]) => name !== "message"));
    expect(rules(Object.assign(Object.create({ message: "inherited" }) as object, rest))).toEqual([
      "entry.required /message",
    ]);
    expect(rules(Object.create(ENTRY))).toHaveLength(7);
  });

  test("takes names of Object.prototype as any other name in context", () => {
    const context: unknown = JSON.parse(
      '{"__proto__":{"a":1},"constructor":1,"toString":"x","hasOwnProperty":null}',
    );
    expect(rules({ ...ENTRY, context })).toEqual([]);
    expect(rules({ ...ENTRY, toString: 1 })).toEqual(["entry.unknown_member /toString"]);
  });

  test("does not count on the stack for depth", () => {
    expect(rules(JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`))).toEqual([
      `json.depth ${"/0".repeat(100)}`,
    ]);
  });

  test("says of a value that is no object just that", () => {
    expect(rules([])).toEqual(["json.not_object "]);
    expect(rules(null)).toEqual(["json.not_object "]);
  });

  test("takes hostile texts of 1 MB in less than a second", () => {
    const start = performance.now();
    for (const unit of ["1", "0", "a", "1.", "a/", "-", "\u{1F602}"]) {
      const text = `${unit.repeat(1_000_000 / unit.length)}!é`;
      const all = {
        timestamp: text,
        file: text,
        version: text,
        correlation_id: text,
        trace_id: text,
        schema_version: text,
      };
      expect(validateEntry({ ...ENTRY, ...all }).length).toBeGreaterThan(5);
      expect(validateLine(new TextEncoder().encode(JSON.stringify(all))).length).toBeGreaterThan(5);
    }
    expect(performance.now() - start).toBeLessThan(7000);
  });

  test.each(["writer", "reader"] as const)(
    "agrees with the lossless validator on every parsed entry, as %s",
    (profile) => {
      const options = { profile, maxFindings: 100_000, maxEntryBytes: 1e9, warnEntryBytes: 1e9 };
      fc.assert(
        fc.property(nearlyEntries, (value) => {
          const line = JSON.stringify(value);
          const lossless = validateLine(new TextEncoder().encode(line), options).map(
            ({ rule, pointer }) => `${rule} ${pointer}`,
          );
          expect(lossless.toSorted()).toEqual(rules(JSON.parse(line), profile).toSorted());
        }),
        { numRuns: 1500 },
      );
    },
  );

  test("agrees with JSON.parse on what is JSON", () => {
    const options = { maxFindings: 100_000 };
    const broken = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom("", ...'{}[],:"\\ 01eE.+-tfnu/\t\r'))
      .map(
        ([json, at, char]) =>
          json.slice(0, at % (json.length + 1)) + char + json.slice((at % (json.length + 1)) + (at % 2)),
      );
    fc.assert(
      fc.property(broken, (text) => {
        const findings = validateLine(new TextEncoder().encode(text), options).map(({ rule }) => rule);
        const refused = findings.some((rule) => rule === "json.syntax" || rule === "line.empty");
        expect({ text, refused }).toEqual({ text, refused: !parses(text) });
      }),
      { numRuns: 2500 },
    );
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
