import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Runs a module given as text in a process of its own, in this package. @returns what it printed, as JSON */
export async function runScript<T>(source: string, flags: readonly string[] = []): Promise<T> {
  const args = [...flags, "--input-type=module", "--eval", source];
  const { stdout } = await run(process.execPath, args, { cwd: import.meta.dirname });
  return JSON.parse(stdout) as T;
}
