import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { descendantsOf, signalTree } from "./process-tree.ts";

/** How a command ended. */
export interface Outcome {
  /** The exit code; 128 + n after signal n is folded into 1, a time limit into 124. */
  readonly code: number;
  /** stdout and stderr as they came. */
  readonly output: string;
}

/** Where and how a command runs. */
export interface CommandOptions {
  /** The working folder, an absolute path; its own `node_modules/.bin` comes first on the path. */
  readonly cwd: string;
  /** Also kept in this file. */
  readonly log?: string;
  /** Called with each whole line, for progress. */
  readonly onLine?: (line: string) => void;
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** In minutes; default 20. The command and all that it started are killed then. */
  readonly limitMinutes?: number;
}

const graceMilliseconds = 5_000;

const running = new Set<ChildProcess>();

/** Runs a program without a shell and gathers what it prints. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<Outcome> {
  return follow(spawn(program, args, spawnOptions(options)), options);
}

/** Runs a line of package.json's `scripts`, with more arguments behind it, in the system's shell. */
export function runScriptLine(
  line: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<Outcome> {
  const quoted = args.map((arg) => `'${arg.replaceAll("'", "'\\''")}'`);
  return follow(spawn([line, ...quoted].join(" "), { ...spawnOptions(options), shell: true }), options);
}

/**
 * Ends every running command and all that it started; called when this process is told to end. They get a few seconds to
 * end in order, then they are killed.
 */
export async function endAll(): Promise<void> {
  const pids = [...running].flatMap(({ pid }) => (pid === undefined ? [] : [pid, ...descendantsOf(pid)]));
  for (const pid of pids) signalTree(pid, "SIGTERM");
  const deadline = performance.now() + graceMilliseconds;
  while (running.size > 0 && performance.now() < deadline) await sleep(50);
  // Those whose parent has ended are found by what was noted before.
  for (const pid of pids) signalTree(pid, "SIGKILL");
}

function spawnOptions({ cwd, env }: CommandOptions) {
  const path = [join(cwd, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter);
  return {
    cwd,
    env: { ...process.env, ...env, PATH: path },
    stdio: ["ignore", "pipe", "pipe"] as ["ignore", "pipe", "pipe"],
    // Out of the terminal's group: at Ctrl-C it is this process that ends them.
    detached: true,
  };
}

function follow(child: ChildProcess, options: CommandOptions): Promise<Outcome> {
  const limit = (options.limitMinutes ?? 20) * 60_000;
  const output: string[] = [];
  const log = openLog(options.log);
  const lines = lineSplitter(options.onLine);
  let timedOut = false;
  running.add(child);
  const timer = setTimeout(() => {
    timedOut = true;
    if (child.pid !== undefined) signalTree(child.pid, "SIGKILL");
  }, limit);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output.push(text);
      log?.write(text);
      lines(text);
    });
  }
  return new Promise((resolve) => {
    const finish = (code: number, last: string): void => {
      clearTimeout(timer);
      running.delete(child);
      log?.end(last);
      resolve({ code, output: output.join("") + last });
    };
    child.once("error", (error) => finish(127, `${error.message}\n`));
    child.once("close", (code) => {
      if (timedOut) finish(124, `\nstopped: no end after ${limit / 60_000} minutes\n`);
      else finish(code ?? 1, "");
    });
  });
}

function openLog(file: string | undefined) {
  if (file === undefined) return undefined;
  mkdirSync(dirname(file), { recursive: true });
  return createWriteStream(file);
}

function lineSplitter(onLine: ((line: string) => void) | undefined): (text: string) => void {
  let rest = "";
  return (text) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    if (onLine !== undefined) for (const line of lines) onLine(line);
  };
}
