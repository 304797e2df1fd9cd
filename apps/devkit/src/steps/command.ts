import { spawn, type ChildProcess } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { delimiter, join } from "node:path";

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

/** Ends every running command and what it started; called when this process is told to end. */
export function killAll(signal: NodeJS.Signals): void {
  for (const child of running) killGroup(child, signal);
}

function spawnOptions({ cwd, env }: CommandOptions) {
  const path = [join(cwd, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter);
  return {
    cwd,
    env: { ...process.env, ...env, PATH: path },
    stdio: ["ignore", "pipe", "pipe"] as ["ignore", "pipe", "pipe"],
    // A group of its own, so that a time limit reaches grandchildren too.
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
    killGroup(child, "SIGKILL");
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

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // It has just ended by itself.
  }
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
