import type { Drops } from "./drops.ts";

/** Takes lines where no handler can; says whether it could. Never throws. */
export type Fallback = (lines: string, count: number, isOwn?: boolean) => boolean;

/** A fallback that counts what it cannot take, but for the library's own lines, and survives being logged from. */
export function createFallback(
  port: ((lines: string) => void) | undefined,
  drops: Pick<Drops, "add">,
): Fallback {
  let isBusy = false;
  return (lines, count, isOwn = false) => {
    const isRecursion = isBusy;
    if (port !== undefined && !isRecursion) {
      isBusy = true;
      try {
        port(lines);
        return true;
      } catch {
        // Counted below.
      } finally {
        isBusy = false;
      }
    }
    if (!isOwn) drops.add(isRecursion ? "recursion" : "failed", count);
    return false;
  };
}
