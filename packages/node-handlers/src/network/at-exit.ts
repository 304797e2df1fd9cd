const pending = new Set<() => void>();

function runAll(): void {
  for (const run of pending) run();
}

/**
 * Runs a function when the process ends, after which nothing asynchronous happens any more.
 *
 * @returns takes it back.
 */
export function atExit(run: () => void): () => void {
  // One listener for all, so that many handlers do not look like a leak of listeners.
  if (pending.size === 0) process.on("exit", runAll);
  pending.add(run);
  return () => {
    pending.delete(run);
    if (pending.size === 0) process.removeListener("exit", runAll);
  };
}
