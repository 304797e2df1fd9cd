import type { ChildProcess } from "node:child_process";

const live = new Set<ChildProcess>();

// The last resort, for ends of this process that nobody foresaw; every ordinary end has stopped the services before.
process.on("exit", () => {
  for (const child of live) child.kill("SIGKILL");
});

/** Makes sure that a started process does not outlive this one, however this one ends, short of SIGKILL. */
export function endWithUs(child: ChildProcess): void {
  live.add(child);
  child.once("exit", () => live.delete(child));
}
