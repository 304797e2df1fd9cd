import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { varFolder } from "./bootstrap/places.mjs";
import { runProgram } from "./steps/command.ts";

/**
 * The Node versions that the published packages are tried on: the oldest that they support, and each line that is
 * maintained or current.
 */
export const supportedNodes = ["20.19.0", "22.23.3", "24.21.0", "26.10.0"] as const;

/**
 * Brings a Node of another version into the checkout, unless it is there.
 *
 * @param version exact
 * @returns the program's absolute path
 * @throws Error with npm's output when it cannot be had
 */
export async function otherNode(version: string): Promise<string> {
  const folder = join(varFolder, "tools", `node-${version}`);
  const program = join(folder, "node_modules", "node", "bin", "node");
  if (await runs(program, version)) return program;
  rmSync(folder, { recursive: true, force: true });
  const args = ["install", "--prefix", folder, "--no-save", "--prefer-offline", `node@${version}`];
  const done = await runProgram("npm", args, { cwd: varFolder });
  if (!(await runs(program, version))) throw new Error(`Node ${version} cannot be had:\n${done.output}`);
  return program;
}

async function runs(program: string, version: string): Promise<boolean> {
  if (!existsSync(program)) return false;
  return (await runProgram(program, ["--version"], { cwd: varFolder })).output.trim() === `v${version}`;
}
