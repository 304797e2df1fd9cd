// What is on the machine: CMake, a build tool, GoogleTest's sources, the formatter. Nothing is downloaded here.

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the C++ package. */
export const packageFolder = fileURLToPath(new URL("..", import.meta.url));

// The Python environment brings what the system may lack.
const pythonEnvironment = resolve(packageFolder, "..", "python", ".venv");
const bundledTools = join(pythonEnvironment, process.platform === "win32" ? "Scripts" : "bin");
const environment = { ...process.env, PATH: [process.env["PATH"] ?? "", bundledTools].join(delimiter) };

/** An expected failure; its message is all that the user sees. */
export class Trouble extends Error {}

/**
 * Runs a program with the user's terminal.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string }} [options]
 * @throws {Trouble} when it is missing or fails
 */
export function run(program, args, options = {}) {
  const env =
    program === "cmake" && findNinja() !== "" ? { CMAKE_GENERATOR: "Ninja", ...environment } : environment;
  const done = spawnSync(program, args, { cwd: packageFolder, stdio: "inherit", ...options, env });
  if (done.error !== undefined) throw new Trouble(`missing: ${program} (${done.error.message})`);
  if (done.status !== 0)
    throw new Trouble(`${program} ${args.join(" ")} ended with ${done.status ?? done.signal}`);
}

/**
 * Says whether a program can be started.
 * @param {string} program
 * @returns {boolean}
 */
function isThere(program) {
  return spawnSync(program, ["--version"], { stdio: "ignore", env: environment }).status === 0;
}

/** @type {string | undefined} */
let ninja;

function findNinja() {
  ninja ??= isThere("ninja") ? "ninja" : "";
  return ninja;
}

/**
 * Removes a build folder that CMake would refuse: made for another path, generator or compiler.
 * @param {string} source
 * @param {string} build
 */
export function removeStaleBuild(source, build) {
  const cacheFile = join(build, "CMakeCache.txt");
  if (!existsSync(cacheFile)) return;
  const cache = readFileSync(cacheFile, "utf8");
  const entry = (name) => new RegExp(`^${name}:\\w+=(.*)$`, "m").exec(cache)?.[1];
  const generator = process.env["CMAKE_GENERATOR"] ?? (findNinja() === "" ? "Unix Makefiles" : "Ninja");
  const compiler = process.env["CXX"];
  const fits =
    resolve(entry("CMAKE_HOME_DIRECTORY") ?? "") === resolve(source) &&
    entry("CMAKE_GENERATOR") === generator &&
    (compiler === undefined ||
      (entry("CMAKE_CXX_COMPILER") ?? "").endsWith(compiler.split(/\s+/).at(-1) ?? ""));
  if (!fits) rmSync(build, { recursive: true, force: true });
}

/** The arguments that tell CMake where GoogleTest's sources are, for systems without GoogleTest. */
export function googleTestArguments() {
  const sources = join(pythonEnvironment, "src", "gtest_vendor");
  return existsSync(join(sources, "CMakeLists.txt")) ? [`-DAGORA_LOG_GTEST_SOURCE_DIR=${sources}`] : [];
}
