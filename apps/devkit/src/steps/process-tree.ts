import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";

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
  const children = new Map<number, number[]>();
  for (const [child, parent] of existsSync("/proc/self/stat") ? pairsOfProc() : pairsOfPs()) {
    children.set(parent, [...(children.get(parent) ?? []), child]);
  }
  const below = (parent: number): readonly number[] =>
    (children.get(parent) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

/** Each process with its parent. Linux tells it in files, so that a container without `ps` will do. */
function pairsOfProc(): readonly (readonly [number, number])[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      // `pid (name) state parent ...`, where the name may hold anything.
      const parent = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) \S+ /s, "");
      return [[Number(pid), Number.parseInt(parent, 10)] as const];
    } catch {
      // It has just ended.
      return [];
    }
  });
}

function pairsOfPs(): readonly (readonly [number, number])[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  return stdout
    .trim()
    .split("\n")
    .map((row) => {
      const [child = 0, parent = 0] = row.trim().split(/\s+/).map(Number);
      return [child, parent] as const;
    });
}
