/** The ways in which a process ends after it has logged. */
export const ENDINGS = ["process.exit", "throw", "rejection", "SIGTERM", "SIGKILL"] as const;

/** Ends this process. */
export function endingOf(name: string): () => void {
  switch (name) {
    case "process.exit":
      return () => process.exit(0);
    case "throw":
      return () => {
        throw new Error("the end");
      };
    case "rejection":
      return () => void Promise.reject(new Error("the end"));
    default:
      return () => {
        process.kill(process.pid, name);
        // A signal comes in a later turn; the process must not end by itself before.
        setTimeout(() => {}, 2_000);
      };
  }
}
