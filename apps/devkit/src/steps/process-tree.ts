import { spawnSync } from "node:child_process";

/**
 * Signals a process and all its descendants. turbo and ninja give their children process groups of their own, so a
 * group is not enough.
 *
 * @param pid of the topmost one; a process that has ended meanwhile is passed over
 */
export function signalTree(pid: number, signal: NodeJS.Signals): void {
  for (const one of [pid, ...descendantsOf(pid)]) {
    try {
      process.kill(one, signal);
    } catch {
      // It has just ended by itself.
    }
  }
}

/** Lists the processes that a process started, and theirs, as they are now. */
export function descendantsOf(pid: number): readonly number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const rows = stdout.trim().split("\n");
  const children = new Map<number, number[]>();
  for (const row of rows) {
    const [child = 0, parent = 0] = row.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), child]);
  }
  const below = (parent: number): readonly number[] =>
    (children.get(parent) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}
