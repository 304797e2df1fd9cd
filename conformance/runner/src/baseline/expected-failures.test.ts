import { describe, expect, test } from "vitest";
import { matchesId, matchesMessage, parseExpectedFailures } from "./expected-failures.ts";

const KNOWN = ["c.num.0001", "c.num.0002", "p.wire.0001"];
const TODAY = "2026-11-21";

describe("parseExpectedFailures()", () => {
  test("reads entries with all their members", () => {
    const text = `
- id: c.num.0001
  reason: no shortest digits yet
  issue: the tracker's number 12
  message: /first difference/
  flaky: true
  expires: 2027-01-31
- id: p.*.0001
  reason: unknown fields are dropped
`;

    expect(parseExpectedFailures(text, KNOWN, TODAY)).toEqual({
      problems: [],
      entries: [
        {
          id: "c.num.0001",
          reason: "no shortest digits yet",
          issue: "the tracker's number 12",
          message: "/first difference/",
          flaky: true,
          expires: "2027-01-31",
        },
        { id: "p.*.0001", reason: "unknown fields are dropped", flaky: false },
      ],
    });
  });

  test.each(["", "# nothing\n"])("an empty list is a list", (text) => {
    expect(parseExpectedFailures(text, KNOWN, TODAY)).toEqual({ entries: [], problems: [] });
  });

  test.each([
    ["- id: c.num.9999\n  reason: r\n", "matches no case"],
    ["- id: c.num.0001\n  reason: r\n  expires: 2026-11-21\n", "expired"],
    ["- id: c.num.0001\n", "no reason"],
    ["- reason: r\n", "no id"],
    ["- id: c.num.0001\n  reason: r\n  until: x\n", "until is not a member"],
    ["- id: c.num.0001\n  reason: r\n  expires: soon\n", "no YYYY-MM-DD"],
    ["- id: c.num.0001\n  reason: r\n  flaky: yes\n", "neither true nor false"],
    ["- id: c.num.0001\n  reason: r\n  message: /(/\n", "no regular expression"],
    ["- id: c.num.0001\n  reason: ''\n", "reason must be text"],
    ["- c.num.0001\n", "not a mapping"],
    ["id: c.num.0001\n", "not a YAML sequence"],
    ["- [\n", "no YAML"],
  ])("%j has a problem: %s", (text, problem) => {
    expect(parseExpectedFailures(text, KNOWN, TODAY).problems.join("\n")).toContain(problem);
  });
});

test.each([
  ["c.num.0001", "c.num.0001", true],
  ["c.*.0001", "c.num.0001", true],
  ["c.num.*", "c.num.0002", true],
  ["*", "c.num.0001", false],
  ["c.nu*.0001", "c.num.0001", false],
  ["c.num", "c.num.0001", false],
])("the pattern %s matches %s: %s", (pattern, id, matches) => {
  expect(matchesId(pattern, id)).toBe(matches);
});

test("a message is literal text, or a regular expression between slashes", () => {
  const entry = { id: "c.num.0001", reason: "r", flaky: false };

  expect(matchesMessage(entry, "anything")).toBe(true);
  expect(matchesMessage({ ...entry, message: "byte 5?" }, "at byte 5?")).toBe(true);
  expect(matchesMessage({ ...entry, message: "byte 5?" }, "at byte")).toBe(false);
  expect(matchesMessage({ ...entry, message: "/byte [0-9]+/" }, "at byte 17")).toBe(true);
});
