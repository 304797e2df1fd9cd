import { spawn } from "node:child_process";
import type { ChildProcess, StdioOptions } from "node:child_process";
import { join } from "node:path";

/** The Node that runs the programs: another one than that of the tests where AGORA_TEST_NODE names it. */
export const NODE: string = process.env["AGORA_TEST_NODE"] ?? process.execPath;

/** What a process left behind. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** How a process is started. */
export interface Start {
  readonly env?: Record<string, string>;
  /** A command of the shell in front of node, such as a limit. */
  readonly shell?: string;
  /** What standard output is. Default: a pipe of Node's, which is a socket. */
  readonly stdout?: number;
  /** Called when the process runs; what it returns tells whether standard output is read. */
  readonly onStart?: (child: ChildProcess) => boolean;
}

/** Runs a program of `fixtures` with node, and collects what it writes. */
export function runChild(name: string, args: readonly string[] = [], start: Start = {}): Promise<Ended> {
  const program = join(import.meta.dirname, "fixtures", name);
  const env = { PATH: process.env["PATH"] ?? "", ...start.env };
  const stdio: StdioOptions = ["pipe", start.stdout ?? "pipe", "pipe"];
  const child: ChildProcess =
    start.shell === undefined
      ? spawn(NODE, [program, ...args], { env, stdio })
      : spawn("/bin/sh", ["-c", `${start.shell} && exec "$0" "$@"`, NODE, program, ...args], {
          env,
          stdio,
        });
  const reads = start.onStart?.(child) ?? true;
  let out = "";
  let err = "";
  if (reads) child.stdout?.setEncoding("utf8").on("data", (text: string) => (out += text));
  if (child.stderr?.isPaused() !== true)
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (err += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    // "close" waits for the streams; one that nobody reads never ends.
    child.once(reads ? "close" : "exit", (code: number | null, signal: string | null) =>
      resolve({ code, signal, out, err }),
    );
  });
}

/** The entries in a text of lines. */
export function entriesOf<T>(text: string): T[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}
