import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const here = import.meta.dirname;
const packageRoot = join(here, "..");
const fixture = (name: string): string => join(here, "fixtures", name);

interface Output {
  readonly lines: string[];
  readonly isLimitKept: boolean;
  readonly isHookKept: boolean;
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly function: string;
}

function run(file: string, ...flags: string[]): Output {
  return JSON.parse(execFileSync(process.execPath, [...flags, file], { encoding: "utf8" })) as Output;
}

/** What each entry says, by its message. */
function placesOf({ lines }: Output): Map<string, Place> {
  const entries = lines.map((line) => JSON.parse(line) as Place & { message: string });
  return new Map(
    entries.map(({ message, file, line, function: name }) => [message, { file, line, function: name }]),
  );
}

/** What the comments of a file say: the messages of a line, and the function they stand in. */
function expectedPlaces(path: string): Map<string, Place> {
  const found = new Map<string, Place>();
  readFileSync(path, "utf8")
    .split("\n")
    .forEach((text, index) => {
      const name = /\/\/ => (\S+)$/.exec(text)?.[1];
      if (name === undefined || name === "skip") return;
      for (const [, message = ""] of text.matchAll(/(?:info\(|bound\(|\[)"([^"]+)"/g)) {
        found.set(message, { file: basename(path), line: index + 1, function: name });
      }
    });
  return found;
}

function expectAllRight(path: string, output: Output, least: number): void {
  const places = placesOf(output);
  const expected = expectedPlaces(path);
  expect(expected.size).toBeGreaterThanOrEqual(least);
  for (const [message, place] of expected)
    expect({ message, ...places.get(message) }).toEqual({ message, ...place });
}

describe("the place of a call, found at run time", () => {
  let built: string;

  beforeAll(() => {
    built = mkdtempSync(join(packageRoot, "dist", "fixtures-"));
    const options = [
      "--outDir",
      built,
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--types",
      "node",
      "--skipLibCheck",
      "--rootDir",
      join(here, "fixtures"),
    ];
    const tsc = join(packageRoot, "..", "..", "node_modules", ".bin", "tsc");
    execFileSync(tsc, [...options, "--ignoreConfig", fixture("call-sites.ts"), fixture("frozen-error.ts")], {
      cwd: here,
    });
  });

  afterAll(() => {
    rmSync(built, { recursive: true });
  });

  test("is right for every shape where Node strips the types", () => {
    expectAllRight(fixture("call-sites.ts"), run(fixture("call-sites.ts")), 43);
  });

  test("is right for every shape in what the compiler wrote", () => {
    expectAllRight(join(built, "call-sites.js"), run(join(built, "call-sites.js")), 43);
  });

  test("is unknown, and not the awaiting function, for a method that a promise calls", () => {
    const places = placesOf(run(fixture("call-sites.ts")));

    expect(places.get("then")).toEqual({ file: "<unknown>", line: 0, function: "<unknown>" });
  });

  test("is right in code of another realm with a limit of its own", () => {
    expect(placesOf(run(fixture("call-sites.ts"))).get("another realm")).toEqual({
      file: "realm.js",
      line: 42,
      function: "<module>",
    });
  });

  test("leaves the limit and the hook of Error as they were", () => {
    expect(run(fixture("call-sites.ts"))).toMatchObject({ isLimitKept: true, isHookKept: true });
  });

  test.each([["--stack-trace-limit=0"], ["--enable-source-maps"], ["--disable-proto=delete"]])(
    "is right with %s",
    (flag) => {
      expectAllRight(fixture("call-sites.ts"), run(fixture("call-sites.ts"), flag), 43);
    },
  );

  test("is read from the text of the stack where Error is frozen", () => {
    const output = run(fixture("frozen-error.ts"));

    expectAllRight(fixture("frozen-error.ts"), output, 3);
    expect(placesOf(output).get("then")).toEqual({ file: "<unknown>", line: 0, function: "<unknown>" });
  });

  test("is right in a worker thread", async () => {
    const file = join(built, "worker.mjs");
    writeFileSync(
      file,
      [
        'import { parentPort } from "node:worker_threads";',
        'import { captureSite } from "@agora/core/callsite";',
        "function capture() { return captureSite(capture, ''); }",
        "function caller() { return capture().text; }",
        "parentPort.postMessage(caller());",
      ].join("\n"),
    );
    const text = await new Promise<string>((resolve, reject) => {
      const worker = new Worker(file);
      worker.once("message", resolve).once("error", reject);
    });

    expect(text).toBe('"file":"worker.mjs","line":4,"function":"caller"');
  });

  test("has a path relative to the root of the sources, also with blanks and links in it", () => {
    const folder = join(built, "with blank");
    symlinkSync(built, folder);
    writeFileSync(
      join(built, "rooted.mjs"),
      [
        'import { captureSite } from "@agora/core/callsite";',
        "const capture = (root) => captureSite(capture, root);",
        "process.stdout.write(capture(process.argv[2]).text);",
      ].join("\n"),
    );
    const args = ["--preserve-symlinks-main", join(folder, "rooted.mjs"), built];

    expect(execFileSync(process.execPath, args, { encoding: "utf8" })).toBe(
      '"file":"with blank/rooted.mjs","line":3,"function":"<module>"',
    );
  });
});
