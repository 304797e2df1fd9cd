// The one list of what only root can install. All of it is optional: a part that is missing has a substitute that
// a package ships, or costs a counted skip.

import { spawnSync } from "node:child_process";
import { ask } from "./run-tool.mjs";
import { say } from "./say.mjs";

/**
 * @typedef {object} SystemPart
 * @property {string} name what `AGORA_REQUIRE` calls it
 * @property {string} debian its package on Debian and Ubuntu
 * @property {string} use what it is for, and what happens without it
 * @property {() => boolean} isThere
 */

/** @type {readonly SystemPart[]} */
export const parts = [
  {
    name: "gtest",
    debian: "libgtest-dev",
    use: "tests of the C++ package; without it they build the copy that the Python environment brings",
    isThere: () => hasHeader("gtest/gtest.h"),
  },
  {
    name: "ninja",
    debian: "ninja-build",
    use: "faster C++ builds; without it the Python environment's is used",
    isThere: () => ask("ninja", ["--version"]).code === 0,
  },
  {
    name: "nlohmann-json",
    debian: "nlohmann-json3-dev",
    use: "the C++ encoder's neighbour in the benchmarks; without it that row is skipped",
    isThere: () => hasHeader("nlohmann/json.hpp"),
  },
];

/**
 * Asks the compiler, which knows every folder that it would look in.
 * @param {string} header
 * @returns {boolean}
 */
function hasHeader(header) {
  const source = `#if !__has_include(<${header}>)\n#error missing\n#endif\n`;
  const args = ["-std=c++20", "-E", "-x", "c++", "-"];
  return ask(process.env["CXX"] ?? "c++", args, { input: source }).code === 0;
}

/**
 * The verb `system-parts`: says what is there and installs the rest on Debian and Ubuntu.
 * @returns {number} the exit code: 1 when a part is missing and could not be installed here
 */
export function systemParts() {
  const missing = parts.filter((part) => {
    const there = part.isThere();
    say(`${there ? "there  " : "missing"}  ${part.name.padEnd(14)} ${part.debian.padEnd(20)} ${part.use}`);
    return !there;
  });
  if (missing.length === 0) return 0;
  const names = missing.map((part) => part.debian);
  if (ask("apt-get", ["--version"]).code !== 0) {
    say(`no apt-get here; on Debian they are ${names.join(" ")}, and every one is optional`);
    return 1;
  }
  const command = ["apt-get", "install", "--yes", "--no-install-recommends", ...names];
  if (process.getuid?.() !== 0) {
    say(`only root can install them: sudo ${command.join(" ")}`);
    return 1;
  }
  return runAsRoot(["apt-get", "update"]) || runAsRoot(command);
}

/**
 * @param {string[]} command
 * @returns {number} its exit code
 */
function runAsRoot([program = "", ...args]) {
  say(`$ ${[program, ...args].join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { stdio: "inherit", env }).status ?? 1;
}
