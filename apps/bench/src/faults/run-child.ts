import { spawn } from "node:child_process";
import { join } from "node:path";

/** How a process ended. */
export interface Ended {
  /** Exit code, or the name of the signal. */
  readonly how: string;
  readonly stdout: string;
  readonly stderr: string;
}

const CHILD = join(import.meta.dirname, "child.ts");
const MOST_OUTPUT = 4 * 1024 * 1024;

/** Runs one scenario with one peer. A process that does not end within 30 s is killed, and that is how it ended. */
export function runChild(peer: string, scenario: string, path: string, ...rest: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, peer, scenario, path, ...rest], {
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 30_000,
      killSignal: "SIGKILL",
    });
    const output = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        if (output[name].length < MOST_OUTPUT) output[name] += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ how: String(signal ?? code), ...output }));
  });
}
