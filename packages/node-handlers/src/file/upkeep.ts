import type { FileSettings } from "./file-options.ts";
import type { Layout } from "./layout.ts";

/** What is done about old files when no call waits for it. */
export interface Upkeep {
  /** Asks for it: after a file was opened, after a rotation. */
  readonly soon: () => void;
  /** Ends it; what is half done is undone or left for the next process. */
  readonly stop: () => Promise<void>;
}

/** Makes the upkeep of the old files of a layout. Its failures are no failures of the log: they are tried again. */
export function createUpkeep(layout: Layout, { compress }: FileSettings): Upkeep {
  const abort = new AbortController();
  // The wall clock may be set forward by years: that must not remove what is to be kept for one.
  const begun = Date.now() - performance.now();
  let isAsked = false;
  let work: Promise<void> | undefined;

  const compressAll = async (): Promise<void> => {
    try {
      await layout.compress(abort.signal);
    } catch {
      // The next rotation asks again.
    } finally {
      work = undefined;
    }
  };
  const run = (): void => {
    isAsked = false;
    if (abort.signal.aborted) return;
    try {
      layout.tidy(begun + performance.now());
    } catch {
      // The next rotation asks again.
    }
    if (compress) work ??= compressAll();
  };

  return {
    soon() {
      if (isAsked) return;
      isAsked = true;
      setImmediate(run).unref();
    },
    async stop() {
      abort.abort();
      await work;
    },
  };
}
