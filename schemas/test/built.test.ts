import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "..");

test("the built package runs where no code can be made from text and nothing can be required", async () => {
  const args = ["--disallow-code-generation-from-strings", join(import.meta.dirname, "no-eval.mjs")];
  expect((await promisify(execFile)(process.execPath, args)).stdout).toBe("fine\n");
});

test("no generated module asks for another one at run time but protobufjs' minimal part", async () => {
  const names = (await readdir(join(folder, "gen"))).filter((name) => name.endsWith(".ts"));
  expect(names.length).toBeGreaterThan(8);
  for (const name of names) {
    const text = await readFile(join(folder, "gen", name), "utf8");
    expect({ name, calls: text.match(/\b(?:require|eval|Function)\(/g) ?? [] }).toEqual({ name, calls: [] });
    const imports = [...text.matchAll(/^import (?!type).*from "([^"]+)"/gm)].map((each) => each[1]);
    expect({ name, imports }).toEqual({
      name,
      imports: name === "proto-codec.ts" ? ["protobufjs/minimal.js"] : [],
    });
  }
});
