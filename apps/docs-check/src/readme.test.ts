import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { validateLine } from "@agora/schema/lossless";
import { codeBlocks } from "./code-blocks.ts";
import { root, workFolder } from "./places.ts";

/** What the examples are run with: a clean environment, so that a variable of the machine changes nothing. */
const environment = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" };
const blocks = codeBlocks(readFileSync(join(root, "README.md"), "utf8"));

interface Entry {
  readonly level: string;
  readonly message: string;
  readonly service: string;
  readonly file: string;
  readonly line: number;
  readonly function: string;
  readonly context?: Record<string, unknown>;
  readonly exception?: { readonly type: string; readonly cause?: { readonly type: string } };
}

function writeExample(language: string, name: string): string {
  const block = blocks.find((candidate) => candidate.language === language);
  if (block === undefined) throw new Error(`README.md has no ${language} block`);
  const folder = join(workFolder, language);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, block.code);
  return file;
}

function run(command: string, ...parameters: string[]): Entry[] {
  const output = execFileSync(command, parameters, { env: environment, encoding: "utf8", cwd: workFolder });
  const lines = output.split("\n").filter((line) => line !== "");
  for (const line of lines)
    expect(validateLine(Buffer.from(`${line}\n`), { profile: "canonical" }), line).toEqual([]);
  return lines.map((line) => JSON.parse(line) as Entry);
}

/** The line of `file` that holds `text`, counted from 1. */
function lineOf(file: string, text: string): number {
  return (
    readFileSync(file, "utf8")
      .split("\n")
      .findIndex((row) => row.includes(text)) + 1
  );
}

describe("the README's code", () => {
  test("TypeScript: two canonical entries with the place of each call", () => {
    const file = writeExample("ts", "example.ts");
    const [first, second, ...rest] = run(process.execPath, file);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      level: "INFO",
      message: "order accepted",
      service: "gateway",
      file: "example.ts",
    });
    expect(first?.line).toBe(lineOf(file, "log.info("));
    expect(second).toMatchObject({
      level: "ERROR",
      line: lineOf(file, "orderLog.error("),
      context: { order: "o-17", price: 101.25 },
      exception: { type: "RangeError", cause: { type: "Error" } },
    });
  });

  test("Python: two canonical entries with the place of each call", () => {
    const file = writeExample("python", "example.py");
    const python = join(root, "packages", "python", ".venv", "bin", "python");
    const [first, second, ...rest] = run(python, file);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      level: "INFO",
      service: "risk",
      file: basename(file),
      function: "<module>",
    });
    expect(first?.line).toBe(lineOf(file, "log.info("));
    expect(second).toMatchObject({
      level: "ERROR",
      line: lineOf(file, "order_log.error("),
      context: { exposure: 250_000, order: "o-17" },
      exception: { type: "ValueError", cause: { type: "KeyError" } },
    });
  });

  test("C++: two canonical entries with the place of each call", { timeout: 180_000 }, () => {
    const file = writeExample("cpp", "example.cpp");
    const folder = join(workFolder, "cpp");
    writeFileSync(
      join(folder, "CMakeLists.txt"),
      [
        "cmake_minimum_required(VERSION 3.25)",
        "project(readme_example CXX)",
        `add_subdirectory("${join(root, "packages", "cpp")}" agora_log)`,
        "add_executable(example example.cpp)",
        "target_link_libraries(example PRIVATE agora::log)",
        "",
      ].join("\n"),
    );
    const build = join(folder, "build");
    execFileSync("cmake", ["-S", folder, "-B", build, "-DCMAKE_BUILD_TYPE=Debug"], { stdio: "pipe" });
    execFileSync("cmake", ["--build", build, "--target", "example", "--parallel", "2"], { stdio: "pipe" });
    const [first, second, ...rest] = run(join(build, "example"));
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ level: "INFO", service: "pricing", file: "example.cpp", function: "main" });
    expect(first?.line).toBe(lineOf(file, "log.info("));
    expect(second).toMatchObject({
      level: "ERROR",
      line: lineOf(file, "order_log.error("),
      context: { level: 9, order: "o-17" },
    });
    expect(second?.exception?.type).toContain("out_of_range");
  });
});
