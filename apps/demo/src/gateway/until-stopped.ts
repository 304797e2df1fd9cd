/**
 * Waits until this process is asked to end.
 *
 * @param watchStdin - whether the end of stdin is such a request: a parent that holds the other end of the pipe then
 *   takes this process with it, even when it is killed
 * @returns `SIGTERM`, `SIGINT` or `stdin`
 */
export function untilStopped(watchStdin: boolean): Promise<string> {
  return new Promise((resolve) => {
    process.on("SIGTERM", resolve);
    process.on("SIGINT", resolve);
    if (!watchStdin) return;
    process.stdin.resume();
    process.stdin.once("end", () => resolve("stdin"));
    process.stdin.once("error", () => resolve("stdin"));
  });
}
