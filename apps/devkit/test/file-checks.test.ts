import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkFileLength, longestFile } from "../src/checks/file-length.ts";
import { checkTypeCoverage } from "../src/checks/type-coverage.ts";
import { copyCheckout, type CheckoutCopy } from "./checkout-copy.ts";

let copy: CheckoutCopy;
beforeEach(() => {
  copy = copyCheckout();
});
afterEach(() => copy.remove());

describe("the length of files", () => {
  test("is allowed up to the limit and reported one line above it, in every language", () => {
    copy.plant("packages/python/src/agora_log/at_limit.py", "x = 1\n".repeat(longestFile));
    copy.plant("packages/cpp/src/above.cpp", "int x;\n".repeat(longestFile + 1));
    const { problems } = checkFileLength(copy.root);
    expect(problems).toContain(
      `packages/cpp/src/above.cpp has ${longestFile + 1} lines, ${longestFile} are allowed`,
    );
    expect(problems.join("\n")).not.toContain("at_limit");
  });

  test("does not matter in generated files", () => {
    copy.plant("packages/cpp/include/agora/gen/tables.hpp", "int x;\n".repeat(longestFile + 1));
    copy.plant("packages/python/src/agora_log/_gen/tables.py", "x = 1\n".repeat(longestFile + 1));
    expect(checkFileLength(copy.root).problems.join("\n")).not.toContain("tables");
  });

  test("cannot pass where no file was looked at", () => {
    expect(checkFileLength(`${copy.root}/.changeset`).problems).toEqual(["no source file was found"]);
  });
});

describe("what the compiler looks at", () => {
  test("names a test file that is in no project, and a project that the root does not name", async () => {
    copy.plant("packages/core/elsewhere/planted.test.ts", "export const wrong: number = 'text';\n");
    copy.plant(
      "packages/core/tsconfig.planted.json",
      `{ "extends": "../../tsconfig.base.json", "include": ["src"] }`,
    );
    const { problems } = await checkTypeCoverage(copy.root);
    expect(problems).toContain("packages/core/elsewhere/planted.test.ts is in no tsconfig's include");
    expect(problems).toContain("tsconfig.json does not name packages/core/tsconfig.planted.json");
  });
});
