#!/usr/bin/env node
// The package's verbs. `agora-cpp project <folder>` builds any CMake project the way that this one is built.

import { mkdirSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { googleTestArguments, packageFolder, removeStaleBuild, run, Trouble } from "./tools.mjs";

const parallel = ["--parallel", String(availableParallelism())];

const verbs = {
  build: () => buildPreset("release"),
  test: () => testPresets(["tests", "sanitized"]),
  "test:long": () => testPresets(["long", "sanitized"]),
  format: (folder = ".", ...options) => format(resolve(folder), options.includes("--check")),
  project: (folder = ".") => buildProject(resolve(folder)),
};

/** @param {string} preset */
function buildPreset(preset) {
  removeStaleBuild(packageFolder, join(packageFolder, "build", preset));
  const tests = preset === "release" ? [] : googleTestArguments();
  run("cmake", ["--preset", preset, ...tests]);
  run("cmake", ["--build", "--preset", preset, ...parallel]);
}

/** @param {readonly string[]} presets */
function testPresets(presets) {
  for (const preset of presets) buildPreset(preset);
  mkdirSync(resolve(packageFolder, "../../var/test-results"), { recursive: true });
  for (const preset of presets) run("ctest", ["--preset", preset, ...parallel]);
}

/** @param {string} folder */
function buildProject(folder) {
  const build = join(folder, "build");
  removeStaleBuild(folder, build);
  run("cmake", ["-S", folder, "-B", build, "-DCMAKE_BUILD_TYPE=Release"]);
  run("cmake", ["--build", build, ...parallel]);
}

/**
 * @param {string} folder
 * @param {boolean} check only compare
 */
function format(folder, check) {
  const files = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => /\.[ch]pp$/.test(file) && !/(?:^|[\\/])(?:build|gen|node_modules)[\\/]/.test(file));
  if (files.length === 0) throw new Trouble(`no C++ file in ${folder}`);
  run("clang-format", [...(check ? ["--dry-run", "-Werror"] : ["-i"]), ...files], { cwd: folder });
  process.stdout.write(`${files.length} files are ${check ? "" : "now "}formatted\n`);
}

try {
  const [verb = "", ...args] = process.argv.slice(2);
  const perform = verbs[verb];
  if (perform === undefined) throw new Trouble(`usage: agora-cpp ${Object.keys(verbs).join(" | ")}`);
  perform(...args);
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
