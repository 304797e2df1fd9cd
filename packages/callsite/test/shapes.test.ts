import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundlers, compile, helpers, register, workFolder } from "./builds.ts";
import { expectedSites, reportedSites } from "./expected-sites.ts";
import type { ExpectedSite } from "./expected-sites.ts";

const execute = promisify(execFile);
const MINUTE = 60_000;

interface Output {
  readonly lines: string[];
  readonly shadowed: number;
  readonly isCalled: boolean;
  readonly sites: number;
  readonly doubled: string[];
}

type Reported = ReturnType<typeof reportedSites>;

let folder: string;
let expected: Map<string, ExpectedSite>;
const table: string[] = [];

beforeAll(() => {
  folder = workFolder("shapes");
  expected = expectedSites(join(folder, "src"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  const results = join(import.meta.dirname, "..", "..", "..", "var", "test-results");
  mkdirSync(results, { recursive: true });
  const head = "| build | written into the code | found by the stack |\n| --- | --- | --- |\n";
  writeFileSync(join(results, "callsite-shapes.md"), `${head}${table.sort().join("\n")}\n`);
});

/** Runs the shapes; blind, so that only what stands in the code is known, or with the stack. */
async function run(file: string, isBlind: boolean, flags: readonly string[] = []): Promise<Output> {
  const { stdout } = await execute(process.execPath, [...flags, file], {
    cwd: folder,
    maxBuffer: 1 << 24,
    env: {
      ...process.env,
      AGORA_SHAPES_BLIND: isBlind ? "1" : "0",
      AGORA_CALLSITE_ROOT: folder,
      AGORA_CALLSITE_HELPERS: helpers.join(),
    },
  });
  return JSON.parse(stdout) as Output;
}

function isRight(id: string, reported: Reported): boolean {
  const { isRunTime: _, ...place } = expected.get(id) as ExpectedSite;
  return JSON.stringify(reported.get(id)) === JSON.stringify(place);
}

/** The shapes that say another place than the source does. */
function wrong(reported: Reported, isRunTime: boolean): string[] {
  return [...expected]
    .filter(([id, site]) => site.isRunTime === isRunTime && !isRight(id, reported))
    .map(([id]) => `${id} ${JSON.stringify(reported.get(id))}`);
}

function record(build: string, blind: Reported, open: Reported): void {
  const count = (reported: Reported, isRunTime: boolean): string => {
    const all = [...expected.values()].filter((site) => site.isRunTime === isRunTime).length;
    return `${String(all - wrong(reported, isRunTime).length)} of ${String(all)}`;
  };
  table.push(`| ${build} | ${count(blind, false)} | ${count(open, true)} |`);
}

/** What holds in every build. */
function expectHonest(output: Output): Reported {
  const reported = reportedSites(output.lines);
  // Nobody's place is better than a guess; and what a stranger sends as a site is not one.
  expect(reported.get("30")).toEqual({ file: "<unknown>", line: 0, function: "<unknown>" });
  expect(reported.get("47")?.file).not.toBe("evil.ts");
  expect(reported.has("27b")).toBe(false);
  // A site that a minifier moved into its call would be made, and encoded, again each time.
  expect(output).toMatchObject({ shadowed: 2, isCalled: true, doubled: [] });
  expect(output.sites).toBeGreaterThan(50);
  return reported;
}

describe("the shapes of the fixture", () => {
  test("are as many as they were", () => {
    expect([...expected.values()].filter(({ isRunTime }) => !isRunTime)).toHaveLength(60);
    expect([...expected.values()].filter(({ isRunTime }) => isRunTime)).toHaveLength(6);
  });
});

describe("the load hook gives every call its place", () => {
  const loader = ["--import", register];

  async function expectAll(build: string, file: string): Promise<void> {
    const blind = expectHonest(await run(file, true, loader));
    expect(wrong(blind, false)).toEqual([]);
    const open = expectHonest(await run(file, false, loader));
    expect(wrong(open, false)).toEqual([]);
    record(build, blind, open);
  }

  test(
    "in TypeScript whose types Node takes out",
    async () => {
      await expectAll("loader, type stripping", join(folder, "src", "shapes.ts"));
    },
    MINUTE,
  );

  test(
    "in ES modules from tsc, by their source maps",
    async () => {
      await expectAll("loader, tsc ES2022 modules", await compile(folder, "esm", "esnext", "es2022"));
    },
    MINUTE,
  );

  test(
    "in CommonJS from tsc for an old target, which renames functions and fields",
    async () => {
      await expectAll("loader, tsc ES2017 CommonJS", await compile(folder, "cjs", "commonjs", "es2017"));
    },
    MINUTE,
  );
});

describe("the plugin gives every call its place", () => {
  // esbuild takes the call of shape 35 out when it minifies, with the plugin or without; Rollup's test minifies with it.
  const lost: Readonly<Record<string, readonly string[]>> = {
    "esbuild minified": ["35"],
    "rollup minified": ["35"],
  };

  for (const [name, bundle] of Object.entries(bundlers)) {
    for (const minify of [false, true]) {
      const build = `${name}${minify ? " minified" : ""}`;
      test(
        `in a bundle of ${build}`,
        async () => {
          const file = await bundle(folder, minify);
          const blind = expectHonest(await run(file, true));
          expect(wrong(blind, false).map((text) => text.split(" ")[0])).toEqual(lost[build] ?? []);
          const open = expectHonest(await run(file, false));
          expect(wrong(open, false).map((text) => text.split(" ")[0])).toEqual(lost[build] ?? []);
          record(build, blind, open);
        },
        MINUTE,
      );
    }
  }
});
