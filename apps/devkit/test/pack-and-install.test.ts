import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { otherNode, supportedNodes } from "../src/other-node.ts";
import { packAll, publishedMembers } from "../src/pack.ts";
import { runProgram } from "../src/steps/command.ts";

// The packages as a stranger gets them: packed, installed by npm into a project that holds nothing else.
let project: string;
const published = publishedMembers();
const minutes = 60_000;

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), "agora-install-"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "stranger", private: true }));
  const tarballs = (await packAll("smoke")).map(({ tarball }) => tarball);
  const installed = await runProgram("npm", ["install", "--prefer-offline", ...tarballs], { cwd: project });
  expect(installed.code, installed.output).toBe(0);
}, 5 * minutes);
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe.each(supportedNodes)("on Node %s", (version) => {
  let node: string;
  beforeAll(async () => {
    node = await otherNode(version);
  }, 5 * minutes);

  test.each(published.map(({ manifest, folder }) => ({ name: manifest.name, folder })))(
    "$name works once installed",
    async ({ name, folder }) => {
      const folderName = name.replaceAll(/[@/]/g, "_");
      mkdirSync(join(project, folderName), { recursive: true });
      const script = join(project, folderName, "smoke.mjs");
      const own = join(folder, "test", "smoke.mjs");
      if (existsSync(own)) copyFileSync(own, script);
      else writeFileSync(script, `if (Object.keys(await import("${name}")).length === 0) process.exit(1);\n`);
      const { code, output } = await runProgram(node, [script], { cwd: dirname(script), limitMinutes: 1 });
      expect(code, output).toBe(0);
    },
    minutes,
  );
});

describe("an installed package", () => {
  test.each(published.map(({ manifest }) => manifest.name))(
    "%s holds no test and no build information",
    (name) => {
      const folder = join(project, "node_modules", name);
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
      const strays = files.filter(
        (file) => /\.test\.|\.tsbuildinfo$/.test(file) && !file.includes("node_modules"),
      );
      expect(strays).toEqual([]);
      expect(files).toContain("package.json");
      expect(readFileSync(join(folder, "package.json"), "utf8")).not.toMatch(/"(?:workspace|catalog):/);
    },
  );
});
