import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { root } from "../src/bootstrap/places.mjs";

const everything = ["env", "sh", "bash", "node", "npm", "python3", "g++", "c++", "as", "ld", "cmake"];

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), "agora-path-"));
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

/** Runs a verb with nothing on the path but some programs; no verb gets further than its prerequisites. */
function runWith(programs: readonly string[], verb = "start") {
  for (const program of programs) {
    symlinkSync(whereIs(program), join(path, program));
  }
  return spawnSync(process.execPath, [join(root, "apps/devkit/src/run.mjs"), verb], {
    encoding: "utf8",
    env: { PATH: path, HOME: path },
  });
}

function whereIs(program: string): string {
  // What stands on the path may be a version manager's script, which needs the rest of the path.
  const question =
    program === "python3" ? `python3 -c "import sys; print(sys.executable)"` : `command -v ${program}`;
  return execFileSync("sh", ["-c", question], { encoding: "utf8" }).trim();
}

function without(...programs: readonly string[]): readonly string[] {
  return everything.filter((program) => !programs.includes(program));
}

describe("a machine that lacks something", () => {
  test.each([
    ["Python", ["python3"], /^agora: not found: Python 3\.11 or newer; install\b.*\n$/],
    ["a C++ compiler", ["g++", "c++"], /^agora: not found: a C\+\+20 compiler; install\b.*\n$/],
    ["CMake", ["cmake"], /^agora: not found: CMake 3\.25 or newer; install\b.*\n$/],
    [
      "all of them",
      ["python3", "g++", "c++", "cmake"],
      /^agora: not found: Python 3\.11 or newer, a C\+\+20 compiler, CMake 3\.25 or newer; install\b.*\n$/,
    ],
  ])("gets one line that names %s and the command that installs it", (_what, missing, line) => {
    const { status, stdout, stderr } = runWith(without(...missing));
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(line);
  });

  test("is told which Python it has when that one is too old", () => {
    writeFileSync(join(path, "python3"), "#!/bin/sh\necho 3.9.2 /usr/bin/python3\n", { mode: 0o755 });
    const { status, stderr } = runWith(without("python3"));
    expect(status).toBe(1);
    expect(stderr).toContain("Python 3.11 or newer (python3 is 3.9.2)");
  });

  test("is told when its compiler accepts no C++20", () => {
    const script = `#!/bin/sh\ncase "$*" in *--version*) echo old 9.9;; *) exit 1;; esac\n`;
    writeFileSync(join(path, "g++"), script, { mode: 0o755 });
    const { status, stderr } = runWith(without("g++", "c++"));
    expect(status).toBe(1);
    expect(stderr).toContain("a C++20 compiler (g++ cannot build C++20)");
  });

  test("is told when its CMake is too old", () => {
    writeFileSync(join(path, "cmake"), "#!/bin/sh\necho cmake version 3.16.3\n", { mode: 0o755 });
    const { status, stderr } = runWith(without("cmake"));
    expect(status).toBe(1);
    expect(stderr).toContain("CMake 3.25 or newer (cmake is 3.16)");
  });
});

describe("system-parts", () => {
  test("names every part with its package and prints the command where it cannot run it", () => {
    const { status, stdout } = runWith([], "system-parts");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^missing {2}gtest +libgtest-dev /m);
    expect(stdout).toMatch(/no apt-get here; on Debian they are .*ninja-build/);
  });
});
