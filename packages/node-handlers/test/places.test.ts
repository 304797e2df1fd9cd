import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const packageRoot = join(import.meta.dirname, "..");
const root = join(packageRoot, "..", "..");
const bin = join(root, "node_modules", ".bin");
const fixture = readFileSync(join(root, "packages", "core", "test", "fixtures", "call-sites.ts"), "utf8");

interface Place {
  readonly file: string;
  readonly line: number;
  readonly function: string;
}

let folder: string;
let source: string;

beforeAll(() => {
  mkdirSync(join(packageRoot, "dist"), { recursive: true });
  folder = mkdtempSync(join(packageRoot, "dist", "places-"));
  source = join(folder, "call-sites.ts");
  // The shapes of core's own test, with the capture of this package and the lines in a file. No line moves.
  const text = fixture
    .replace(
      'import { captureSite } from "@agora/core/callsite";',
      'import { createNodePorts } from "@agora/node-handlers"; import { writeFileSync } from "node:fs"; const captureSite = createNodePorts().stack!;',
    )
    // Code in an eval finds the logger also where a minifier has renamed it.
    .replace('log.info("module")', '(globalThis as any).log = log; log.info("module")')
    .replace(/process\.stdout\.write\(/, 'writeFileSync(process.env["OUT"] as string, ');
  writeFileSync(source, text);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the comments of the fixture say: the messages of a line, and the function they stand in. */
function expectedPlaces(): Map<string, Place> {
  const found = new Map<string, Place>();
  for (const [index, text] of fixture.split("\n").entries()) {
    const name = /\/\/ => (\S+)$/.exec(text)?.[1];
    if (name === undefined || name === "skip") continue;
    for (const [, message = ""] of text.matchAll(/(?:info\(|bound\(|\[)"([^"]+)"/g)) {
      found.set(message, { file: basename(source), line: index + 1, function: name });
    }
  }
  return found;
}

function run(command: string, ...args: string[]): Map<string, Place> {
  const out = join(folder, "out.json");
  const env = { ...process.env, OUT: out, NODE_OPTIONS: "", VITEST: "" };
  execFileSync(command, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  const { lines } = JSON.parse(readFileSync(out, "utf8")) as { readonly lines: readonly string[] };
  return new Map(
    lines.map((line) => {
      const { message, file, line: number, function: name } = JSON.parse(line) as Place & { message: string };
      return [message, { file, line: number, function: name }];
    }),
  );
}

function compile(...options: string[]): string {
  const outDir = mkdtempSync(join(folder, "built-"));
  const args = ["--ignoreConfig", "--outDir", outDir, "--module", "nodenext", "--types", "node"];
  execFileSync(
    join(bin, "tsc"),
    [...args, "--target", "es2022", "--skipLibCheck", "--rootDir", folder, ...options, source],
    {
      cwd: packageRoot,
    },
  );
  return join(outDir, "call-sites.js");
}

function bundle(...options: string[]): string {
  const outDir = mkdtempSync(join(folder, "bundled-"));
  const file = join(outDir, "bundle.js");
  const args = ["--bundle", "--platform=node", "--format=esm", "--packages=external", `--outfile=${file}`];
  execFileSync(join(packageRoot, "node_modules", ".bin", "esbuild"), [source, ...args, ...options]);
  return file;
}

function expectAllRight(places: Map<string, Place>): void {
  const expected = expectedPlaces();
  expect(expected.size).toBeGreaterThanOrEqual(43);
  const found = [...expected.keys()].map((message) => [message, places.get(message)]);
  expect(found).toEqual([...expected]);
}

/**
 * How many entries name the right line, how many the right function as well, and those that name a wrong line. A call
 * that is missing was taken out by the bundler.
 */
function countRight(places: Map<string, Place>): { lines: number; all: number; wrong: string[] } {
  const wrong: string[] = [];
  let lines = 0;
  let all = 0;
  for (const [message, { file, line, function: name }] of expectedPlaces()) {
    const place = places.get(message);
    if (place?.line === line && place.file === file) lines++;
    else if (place !== undefined && place.file !== "<unknown>")
      wrong.push(`${message}: ${JSON.stringify(place)}`);
    if (place?.line === line && place.file === file && place.function === name) all++;
  }
  return { lines, all, wrong };
}

describe("the place of a call that is found at run time names the line of the source", () => {
  test("where Node strips the types", () => {
    expectAllRight(run(process.execPath, source));
  });

  test("where the compiler wrote a map beside the file", () => {
    expectAllRight(run(process.execPath, compile("--sourceMap")));
  });

  test("where the map is in the file", () => {
    expectAllRight(run(process.execPath, compile("--inlineSourceMap")));
  });

  test("where Node uses the maps itself", () => {
    expectAllRight(run(process.execPath, "--enable-source-maps", compile("--sourceMap")));
  });

  test("under tsx", () => {
    expectAllRight(run(process.execPath, "--import", "tsx", source));
  });

  test("under vitest", () => {
    writeFileSync(
      join(folder, "places.spec.ts"),
      'import { test } from "vitest"; test("runs", async () => { await import("./call-sites.ts"); });',
    );
    const { lines, wrong } = countRight(
      run(
        process.execPath,
        join(packageRoot, "node_modules", "vitest", "vitest.mjs"),
        "run",
        "--root",
        folder,
      ),
    );
    // There the shape has put a hook of its own in the place of the one that knows the source.
    expect(wrong.filter((each) => !each.startsWith("with a hook of one's own"))).toEqual([]);
    expect(lines).toBeGreaterThanOrEqual(42);
  });

  test("where somebody else's hook knows the source", () => {
    const hook = join(folder, "hook.mjs");
    writeFileSync(
      hook,
      'Error.prepareStackTrace = (error, frames) => `${error}\\n` + frames.map((frame) => `    at ${frame.getFunctionName()} (/elsewhere/original.ts:${1000 + frame.getLineNumber()}:1)`).join("\\n");',
    );
    const places = run(process.execPath, "--import", hook, source);
    const expected = [...expectedPlaces()].filter(([message]) => !message.startsWith("eval"));
    expect(places.get("declared")).toEqual({
      file: "original.ts",
      line: 1000 + (expected.find(([message]) => message === "declared")?.[1].line ?? 0),
      function: "declared",
    });
  });

  test("in a bundle", () => {
    const { lines, all, wrong } = countRight(run(process.execPath, bundle("--sourcemap")));
    expect(wrong).toEqual([]);
    expect(lines).toBeGreaterThanOrEqual(43);
    expect(all).toBeGreaterThanOrEqual(32);
  });

  test("in a minified bundle, whatever the functions are called there", () => {
    const { lines, all, wrong } = countRight(run(process.execPath, bundle("--sourcemap", "--minify")));
    expect(wrong).toEqual([]);
    expect(lines).toBeGreaterThanOrEqual(41);
    expect(all).toBeGreaterThanOrEqual(10);
  });
});

test("without a map, or with one that is broken, the place in the code that runs is written", () => {
  const file = compile("--sourceMap");
  const text = readFileSync(file, "utf8");
  const line = text.split("\n").findIndex((each) => each.includes('log.info("declared")')) + 1;
  for (const map of [
    "no json",
    '{"version":3,"sources":["a.ts"],"mappings":"!!"}',
    '{"version":3}',
    undefined,
  ]) {
    if (map === undefined) rmSync(`${file}.map`);
    else writeFileSync(`${file}.map`, map);
    expect(run(process.execPath, file).get("declared")).toEqual({
      file: "call-sites.js",
      line,
      function: "declared",
    });
  }
});
