import { describe, expect, test } from "vitest";
import { caseViolation } from "../protocol/check-message.ts";
import { inputCapabilities } from "../vectors/capabilities.ts";
import { randomEntries } from "./entries.ts";
import { batchCase } from "./panel.ts";

const EVERYWHERE = new Set(["encode", "batch", "int.big", "str.u16", "str.u8", "f32", "time.wide"]);
const EVERYTHING = new Set([
  ...EVERYWHERE,
  "cycle",
  "throwing",
  "undef",
  "hole",
  "decimal",
  "date.us",
  "date.wide",
  "date.invalid",
  "keys.nonstring",
  "map.duplicates",
  "message.any",
  "alias.camel",
]);

describe("randomEntries()", () => {
  test("gives the same entries for the same seed, and others for another", () => {
    expect(randomEntries(5, 3, 20, EVERYWHERE)).toEqual(randomEntries(5, 3, 20, EVERYWHERE));
    expect(randomEntries(5, 3, 20, EVERYWHERE)).not.toEqual(randomEntries(5, 4, 20, EVERYWHERE));
    expect(randomEntries(5, 3, 20, EVERYWHERE)).not.toEqual(randomEntries(6, 3, 20, EVERYWHERE));
  });

  test("asks for nothing that the hosts cannot build", () => {
    for (const entry of randomEntries(1, 0, 2_000, EVERYWHERE)) {
      expect(EVERYWHERE).toContain(
        [...inputCapabilities(entry, entry.config), "encode"].find((need) => !EVERYWHERE.has(need)) ??
          "encode",
      );
    }
  });

  test("uses everything that the hosts can build", () => {
    const used = new Set(
      randomEntries(1, 0, 6_000, EVERYTHING).flatMap((entry) => [...inputCapabilities(entry, entry.config)]),
    );

    expect([...EVERYTHING].filter((name) => !used.has(name))).toEqual(["encode", "batch", "time.wide"]);
  });

  test("is of the form that the protocol asks for", () => {
    expect(caseViolation(batchCase("fuzz", randomEntries(2, 0, 500, EVERYTHING)))).toBeUndefined();
  });

  test("holds what encoders go wrong at", () => {
    const text = JSON.stringify(randomEntries(3, 0, 4_000, EVERYWHERE));

    for (const part of [
      '"correlation_id"',
      '"password"',
      '"t":"deep"',
      '"max_entry_bytes":4096',
      '"u16":"',
      '"n":257',
      '"n":1025',
      '"t":"error"',
      '"bound"',
      "7ff8000000000000",
      '"__proto__"',
      '"_agora"',
      "\\u001b[31m",
    ]) {
      expect(text).toContain(part);
    }
  });
});
