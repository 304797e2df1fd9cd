import fc from "fast-check";
import { expect, test } from "vitest";
import { base64 } from "./base64.ts";

test("base64 writes what Buffer writes", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 100 }),
      (bytes) => base64(bytes) === Buffer.from(bytes).toString("base64"),
    ),
  );
  expect(base64(new Uint8Array())).toBe("");
});
