// Child processes of the bootstrap.

import { spawn, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * @typedef {{ code: number, output: string }} Outcome exit code (1 for a signal) and the text of stdout and stderr
 */

/**
 * Runs a short program and returns what it said; a program that is not there is an outcome with code 127.
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, input?: string }} [options]
 * @returns {Outcome}
 */
export function ask(program, args, options = {}) {
  const done = spawnSync(program, args, {
    encoding: "utf8",
    env: options.env ?? process.env,
    // A pipe to a program that ends without reading is an error (EPIPE).
    ...(options.input === undefined ? { stdio: ["ignore", "pipe", "pipe"] } : { input: options.input }),
    timeout: 60_000,
  });
  if (done.error !== undefined) return { code: 127, output: done.error.message };
  return { code: done.status ?? 1, output: `${done.stdout}${done.stderr}` };
}

/**
 * Runs a program with its output in a file, so that a killed run leaves its traces.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, log: string, append?: boolean }} options
 * @returns {Promise<Outcome>} the output is the whole log
 */
export async function runLogged(program, args, options) {
  mkdirSync(dirname(options.log), { recursive: true });
  const file = openSync(options.log, options.append === true ? "a" : "w");
  const child = spawn(program, args, { cwd: options.cwd, env: options.env, stdio: ["ignore", file, file] });
  closeSync(file);
  /** @type {number} */
  const code = await new Promise((resolve) => {
    child.once("error", () => resolve(127));
    child.once("exit", (status) => resolve(status ?? 1));
  });
  return { code, output: readFileSync(options.log, "utf8") };
}

/**
 * Runs a program in the foreground: it owns the terminal, and what would end us ends it.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} its exit code, 128 + n after signal n as a shell has it
 */
export async function runForeground(program, args, options) {
  const child = spawn(program, args, { ...options, stdio: "inherit" });
  // Ctrl-C reaches the whole group by itself; the child decides when it has cleaned up.
  process.removeAllListeners("SIGINT").on("SIGINT", () => {});
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP"])) {
    process.removeAllListeners(signal).on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (status, signal) => resolve(status ?? 128 + signalNumber(signal)));
  });
}

/**
 * @param {NodeJS.Signals | null} signal
 * @returns {number}
 */
function signalNumber(signal) {
  const numbers = /** @type {Record<string, number>} */ ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 });
  return numbers[signal ?? ""] ?? 0;
}
