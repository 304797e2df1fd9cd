import policySchema from "@agora/schema/redaction-policy.schema.json" with { type: "json" };
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPolicy } from "./check-policy.ts";
import { createPolicy } from "./policy.ts";
import { readPolicy } from "./read-policy.ts";

const fields = (policy: unknown): string[] => checkPolicy(policy).map(({ field }) => field);

describe("a policy file", () => {
  test("is read with the names that all languages share", () => {
    const options = readPolicy({
      enabled: true,
      fields: ["iban"],
      replace_defaults: true,
      patterns: {
        email: true,
        jwt: false,
        "account-no": { pattern: "acc-\\d+", ignore_case: true, replacement: "#" },
      },
      masks: { card_number: { show_last: 2, mask_char: "x" }, email: { email: true } },
    });

    expect(options).toEqual({
      enabled: true,
      fields: ["iban"],
      replaceDefaults: true,
      patterns: {
        email: true,
        jwt: false,
        "account-no": { pattern: "acc-\\d+", ignoreCase: true, replacement: "#" },
      },
      masks: { card_number: { showLast: 2, maskChar: "x" }, email: { email: true } },
    });
    expect(createPolicy(options).scrub("ACC-12 a@b.io")).toBe("# [REDACTED]");
  });

  test("may be empty", () => {
    expect(readPolicy({})).toEqual({});
  });

  test("is checked member by member", () => {
    expect(fields(null)).toEqual([""]);
    expect(fields({ field: [] })).toEqual(["field"]);
    expect(fields({ enabled: 1, fields: "x", replace_defaults: null })).toEqual([
      "enabled",
      "fields",
      "replace_defaults",
    ]);
    expect(fields({ fields: ["a", 1] })).toEqual(["fields[1]"]);
    expect(fields({ patterns: [] })).toEqual(["patterns"]);
    expect(fields({ patterns: { email: {}, Own: { pattern: "a" }, p: {}, q: 1 } })).toEqual([
      "patterns.email",
      "patterns.Own",
      "patterns.p",
      "patterns.q",
    ]);
    expect(fields({ patterns: { p: { pattern: "a", ignoreCase: true, replacement: 1 } } })).toEqual([
      "patterns.p.ignoreCase",
      "patterns.p.replacement",
    ]);
    expect(fields({ masks: { a: { show_last: 257, mask_char: "ab", email: "x" }, "-": {}, b: 1 } })).toEqual([
      "masks.a.show_last",
      "masks.a.mask_char",
      "masks.a.email",
      "masks.-",
      "masks.b",
    ]);
  });

  test("that is refused names member, value and remedy", () => {
    expect(() => readPolicy({ patterns: { p: { pattern: "a\\1" } } })).toThrow(
      '[AGORA_CONFIG] redact.patterns.p.pattern: "a\\\\1" has a back reference (character 2); write the text out',
    );
  });

  test("is judged as its JSON Schema judges it", () => {
    const fits = new Ajv().compile(policySchema);
    const name = fc.constantFrom("email", "jwt", "emails", "own-1", "Own", "a".repeat(65), "");
    const flag = fc.constantFrom<unknown>(true, false, null, 1);
    const own = fc.record(
      {
        pattern: fc.constantFrom<unknown>("a", 1),
        ignore_case: flag,
        replacement: fc.constantFrom<unknown>("", "🎉".repeat(256), "x".repeat(257), 0),
        ignoreCase: flag,
      },
      { requiredKeys: [] },
    );
    const mask = fc.record(
      {
        show_last: fc.constantFrom<unknown>(0, 256, 257, -1, 1.5, "4"),
        mask_char: fc.constantFrom<unknown>("*", "🎉", "", "**", "\n", "\u0085", 1),
        email: flag,
        domain: flag,
      },
      { requiredKeys: [] },
    );
    const policy = fc.record(
      {
        enabled: flag,
        fields: fc.constantFrom<unknown>([], ["a", ""], ["a", 1], "a", null),
        replace_defaults: flag,
        patterns: fc.oneof(fc.dictionary(name, fc.oneof(flag, own)), fc.constant([])),
        masks: fc.oneof(
          fc.dictionary(fc.constantFrom("a", "é", "1", "--", "card_number"), fc.oneof(mask, fc.constant(4))),
          fc.constant(null),
        ),
        field: flag,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(policy, (given) => {
        expect(checkPolicy(given).length === 0, JSON.stringify(given)).toBe(fits(given));
      }),
      { numRuns: 3000 },
    );
  });

  test("is either refused or makes a policy that works, whatever it holds", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (patterns, masks) => {
        const policy = { patterns, masks };
        if (checkPolicy(policy, "typescript").length > 0) {
          expect(() => createPolicy(policy as object)).toThrow("[AGORA_CONFIG]");
        } else expect(typeof createPolicy(policy as object).scrub("x")).toBe("string");
      }),
    );
  });
});
