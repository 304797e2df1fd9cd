import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { matchDistToSource } from "../src/checks/dist.ts";
import { runProgram } from "../src/steps/command.ts";

let folder: string;
const at = (file: string): string => join(folder, file);
const member = () => ({ folder, manifest: { name: "x", scripts: { build: "tsc -b" } } });
const build = () => runProgram("tsc", ["-b"], { cwd: folder });

beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "agora-dist-")));
  mkdirSync(at("src"));
  const options = { rootDir: "src", outDir: "dist", tsBuildInfoFile: "dist/tsconfig.tsbuildinfo" };
  const compilerOptions = { ...options, composite: true, module: "nodenext", types: [] };
  writeFileSync(at("tsconfig.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
  writeFileSync(at("src/kept.ts"), "export const kept: number = 1;\n");
  writeFileSync(at("src/gone.ts"), "export const gone: number = 1;\n");
  expect((await build()).code).toBe(0);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a package's dist", () => {
  test("loses the files whose source was removed", async () => {
    rmSync(at("src/gone.ts"));
    expect((await matchDistToSource(member())).toSorted()).toEqual(["gone.d.ts", "gone.js"]);
    expect([existsSync(at("dist/gone.js")), existsSync(at("dist/kept.js"))]).toEqual([false, true]);
  });

  test("is built again where one of its files was removed, which tsc alone does not notice", async () => {
    rmSync(at("dist/kept.js"));
    await build();
    expect(existsSync(at("dist/kept.js"))).toBe(false);
    await matchDistToSource(member());
    await build();
    expect(existsSync(at("dist/kept.js"))).toBe(true);
  });

  test("is left alone when it fits", async () => {
    expect(await matchDistToSource(member())).toEqual([]);
    expect(existsSync(at("dist/tsconfig.tsbuildinfo"))).toBe(true);
  });
});
