// The Python environment: packages/python/.venv with the pinned tools and our package, editable.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { root, varFolder, venvBin, venvFolder } from "./places.mjs";
import { remedyFor } from "./remedy.mjs";
import { ask, runLogged } from "./run-tool.mjs";
import { Trouble } from "./say.mjs";
import { fingerprint, isStamped, removeStamp, writeStamp } from "./stamp.mjs";

const packageFolder = join(root, "packages", "python");
const requirements = join(packageFolder, "requirements-dev.txt");
const pyproject = join(packageFolder, "pyproject.toml");
const venvPython = join(venvBin, process.platform === "win32" ? "python.exe" : "python");
const pipInstall = ["install", "--quiet", "--no-input", "--no-warn-script-location"];
const log = join(varFolder, "logs", "install-python.log");

/**
 * Makes the environment, unless stamps say that it was made from the same files. One that another Python of the machine
 * made is kept as long as it works; `PYTHON`, which asks for a certain one, is part of the stamp.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} python the Python to make it with
 * @returns {Promise<{ fresh: boolean }>} fresh when nothing had to be done
 * @throws {Trouble}
 */
export async function ensurePythonEnvironment(env, python) {
  const toolsKey = fingerprint({ texts: [root, env["PYTHON"] ?? ""], files: [requirements] });
  const packageKey = fingerprint({ texts: [toolsKey], files: [pyproject] });
  if (isStamped("python-package", packageKey) && imports("agora_log", env)) return { fresh: true };
  removeStamp("python-package");
  if (!(isStamped("python-tools", toolsKey) && imports("pytest, mypy, hatchling", env))) {
    removeStamp("python-tools");
    rmSync(venvFolder, { recursive: true, force: true });
    await makeEmptyEnvironment(python, env);
    await run(pipOf(python, env), [...pipInstall, "--requirement", requirements], env);
    writeStamp("python-tools", toolsKey);
  }
  const editable = ["--no-build-isolation", "--no-deps", "--editable", packageFolder];
  await run(pipOf(python, env), [...pipInstall, ...editable], env);
  writeStamp("python-package", packageKey);
  return { fresh: false };
}

/**
 * @param {string} modules
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean} whether the environment has them
 */
function imports(modules, env) {
  return ask(venvPython, ["-c", `import ${modules}`], { env }).code === 0;
}

/**
 * Makes a virtual environment. Some systems split `ensurepip` off `venv`; then the machine's own pip will do.
 * @param {string} python
 * @param {NodeJS.ProcessEnv} env
 * @throws {Trouble} when there is neither
 */
async function makeEmptyEnvironment(python, env) {
  const canBringPip = ask(python, ["-c", "import ensurepip"], { env }).code === 0;
  if (!canBringPip && ask(python, ["-m", "pip", "--version"], { env }).code !== 0) {
    throw new Trouble(`${python} has neither venv nor pip; ${remedyFor(["venv"])}`);
  }
  await run([python, "-m", "venv"], canBringPip ? [venvFolder] : ["--without-pip", venvFolder], env);
}

/**
 * @param {string} python
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]} the command that is pip for the environment
 */
function pipOf(python, env) {
  const own = imports("pip", env);
  return own ? [venvPython, "-m", "pip"] : [python, "-m", "pip", "--python", venvPython];
}

/**
 * @param {string[]} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function run(command, args, env) {
  const [program = "", ...first] = command;
  const done = await runLogged(program, [...first, ...args], { cwd: packageFolder, env, log });
  if (done.code === 0) return;
  const lines = done.output.trim().split("\n");
  const telling =
    lines.findLast((line) => /^\s*(?:ERROR|\w*Error): /.test(line)) ?? lines.at(-1) ?? "no output";
  throw new Trouble(`the Python environment could not be made: ${telling.trim()} (all of it in ${log})`);
}
