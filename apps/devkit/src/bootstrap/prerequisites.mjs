// What has to be on the machine, since no package brings it: Python, a C++20 compiler, CMake.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { remedyFor } from "./remedy.mjs";
import { ask } from "./run-tool.mjs";
import { Trouble } from "./say.mjs";
import { fingerprint, isStamped, writeStamp } from "./stamp.mjs";

/** The oldest Python that the Python package supports. */
const oldestPython = /** @type {const} */ ([3, 11]);

/** The oldest CMake: the first that reads version 6 presets. */
const oldestCmake = /** @type {const} */ ([3, 25]);

/** @typedef {{ part: import("./remedy.mjs").Part, problem: string }} Missing */

const pythonNames = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"];
const compilerNames = ["c++", "g++", "clang++", "g++-14", "g++-13", "g++-12", "clang++-18", "clang++-16"];

// Library parts that a compiler may accept -std=c++20 without having.
const cpp20Probe = `#include <charconv>
#include <concepts>
#include <source_location>
#include <span>
int main() {
  char text[32];
  auto written = std::to_chars(text, text + 32, 0.1);
  std::span<char> used(text, written.ptr);
  return used.size() == 3 && std::source_location::current().line() == 9 ? 0 : 1;
}
`;

/**
 * Reads the first `major.minor` of a text.
 * @param {string} text
 * @returns {[number, number] | undefined}
 */
function versionIn(text) {
  const found = /(\d+)\.(\d+)/.exec(text);
  return found === null ? undefined : [Number(found[1]), Number(found[2])];
}

/**
 * @param {readonly [number, number] | undefined} version
 * @param {readonly [number, number]} oldest
 * @returns {boolean}
 */
function isAtLeast(version, oldest) {
  if (version === undefined) return false;
  return version[0] > oldest[0] || (version[0] === oldest[0] && version[1] >= oldest[1]);
}

/**
 * Finds a Python that is new enough; `PYTHON` names another one than those on the path.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ program: string } | Missing} the program's own absolute path
 */
function findPython(env) {
  const seen = [];
  for (const name of env["PYTHON"] ? [env["PYTHON"]] : pythonNames) {
    const answer = ask(name, ["-c", "import sys; print(sys.version.split()[0], sys.executable)"], { env });
    const [version = "", ...rest] = answer.output.trim().split(" ");
    if (answer.code !== 0) continue;
    if (isAtLeast(versionIn(version), oldestPython)) return { program: rest.join(" ") };
    seen.push(`${name} is ${version}`);
  }
  const found = seen.length === 0 ? "" : ` (${seen.join(", ")})`;
  return { part: "python", problem: `Python ${oldestPython.join(".")} or newer${found}` };
}

/**
 * Finds a compiler that builds C++20; `CXX` names another one than those on the path.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ program: string } | Missing}
 */
function findCompiler(env) {
  const seen = [];
  for (const name of env["CXX"] ? [env["CXX"]] : compilerNames) {
    const version = ask(name, ["--version"], { env });
    if (version.code !== 0) continue;
    if (buildsCpp20(name, version.output, env)) return { program: name };
    seen.push(`${name} cannot build C++20`);
  }
  const asked = env["CXX"] && seen.length === 0 ? ` (CXX is ${env["CXX"]})` : "";
  const found = seen.length === 0 ? asked : ` (${seen.join(", ")})`;
  return { part: "compiler", problem: `a C++20 compiler${found}` };
}

/**
 * @param {string} compiler
 * @param {string} version what it says of itself
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean}
 */
function buildsCpp20(compiler, version, env) {
  const key = fingerprint({ texts: [compiler, version, cpp20Probe] });
  if (isStamped("compiler", key)) return true;
  const folder = mkdtempSync(join(tmpdir(), "agora-cpp20-"));
  try {
    const source = join(folder, "probe.cpp");
    const program = join(folder, "probe");
    writeFileSync(source, cpp20Probe);
    const built = ask(compiler, ["-std=c++20", source, "-o", program], { env });
    const works = built.code === 0 && ask(program, [], { env }).code === 0;
    if (works) writeStamp("compiler", key);
    return works;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Finds CMake.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ program: string } | Missing}
 */
function findCmake(env) {
  const answer = ask("cmake", ["--version"], { env });
  const version = answer.code === 0 ? versionIn(answer.output) : undefined;
  if (isAtLeast(version, oldestCmake)) return { program: "cmake" };
  const found = version === undefined ? "" : ` (cmake is ${version.join(".")})`;
  return { part: "cmake", problem: `CMake ${oldestCmake.join(".")} or newer${found}` };
}

/**
 * Looks for all of them.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ python: string }} the Python to make the environment from
 * @throws {Trouble} one line that names all that is missing and the command that installs it
 */
export function requirePrerequisites(env) {
  const python = findPython(env);
  const missing = [python, findCompiler(env), findCmake(env)].filter((found) => "problem" in found);
  if (missing.length > 0 || "problem" in python) {
    const problems = missing.map(({ problem }) => problem).join(", ");
    throw new Trouble(`not found: ${problems}; ${remedyFor(missing.map(({ part }) => part))}`);
  }
  return { python: python.program };
}
