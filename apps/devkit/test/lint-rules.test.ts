import { describe, expect, test, beforeAll, afterAll } from "vitest";
import { runProgram } from "../src/steps/command.ts";
import { copyCheckout, type CheckoutCopy } from "./checkout-copy.ts";

let copy: CheckoutCopy;
beforeAll(() => {
  copy = copyCheckout();
});
afterAll(() => copy.remove());

async function lint(file: string, source: string): Promise<string> {
  copy.plant(file, source);
  const { output } = await runProgram("oxlint", ["--format=unix", file], { cwd: copy.root });
  return output;
}

describe("lint", () => {
  test("finds a floating promise, so type-aware rules do run", async () => {
    const source =
      "export async function work(): Promise<void> {}\n\nexport function start(): void {\n  work();\n}\n";
    expect(await lint("packages/core/src/planted.ts", source)).toContain(
      "planted.ts:4:3: Promises must be awaited",
    );
  });

  test.each([
    ["node:fs", `import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n`],
    ["a type of node:stream", `import type { Writable } from "node:stream";\nexport type Sink = Writable;\n`],
    ["fs without its prefix", `import { readFileSync } from "fs";\nexport const read = readFileSync;\n`],
  ])("keeps %s out of core", async (_what, source) => {
    const found = await lint("packages/core/src/planted.ts", source);
    expect(found).toMatch(/planted\.ts:1:.*(?:no-restricted-imports|prefer-node-protocol)/);
  });

  test("keeps the packages under test out of the conformance runner", async () => {
    const source = `import { getLogger } from "@agora/core";\nexport const logger = getLogger;\n`;
    expect(await lint("conformance/runner/src/planted.ts", source)).toContain("no-restricted-imports");
  });

  test("finds a cycle between two files", async () => {
    copy.plant(
      "packages/core/src/planted-b.ts",
      `import { a } from "./planted.ts";\nexport const b = () => a;\n`,
    );
    const source = `import { b } from "./planted-b.ts";\nexport const a = () => b;\n`;
    expect(await lint("packages/core/src/planted.ts", source)).toContain("no-cycle");
  });
});
