import { close, closeSync, fdatasync, fdatasyncSync, fsyncSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { later } from "./later.ts";
import type { OpenFile } from "./open-file.ts";

/** Files that wait for their last sync on another thread, at most. */
const MAX_RETIRED = 32;
/** What cannot be brought to a disk, because it is on none, is none the worse for it. */
const CANNOT_SYNC = new Set(["EINVAL", "ENOTSUP", "EROFS", "ENOSYS"]);

/** Brings files to the disk by one of the policies, off the path of the calls where the policy allows it. */
export interface Syncer {
  /** Called after a file was opened. */
  readonly opened: (file: OpenFile) => void;
  /** Called after lines were written; what it throws means that they may not survive a loss of power. */
  readonly written: (file: OpenFile) => void;
  /** Called from time to time: syncs what was written since, on another thread. */
  readonly tick: (file: OpenFile) => void;
  /** Closes a file that is not written any more, after its last sync. */
  readonly retire: (file: OpenFile) => void;
  /** Waits until everything is on the disk. */
  readonly flush: (file: OpenFile | undefined) => Promise<void>;
  /** The same without other threads. */
  readonly flushSync: (file: OpenFile | undefined) => void;
}

/**
 * Makes a syncer.
 *
 * @param onError told of a sync on another thread that failed: the lines may be lost with the power.
 */
export function createSyncer(
  policy: "never" | "interval" | "always",
  onError: (error: Error) => void,
): Syncer {
  const retired = new Map<OpenFile, Promise<void>>();
  const isNever = policy === "never";
  let isDirty = false;

  const report = (error: Error | null): void => {
    if (error !== null && !isHarmless(error)) onError(error);
  };
  const syncNow = (file: OpenFile): void => {
    if (!file.isRegular) return;
    try {
      fsyncSync(file.fd);
    } catch (error) {
      if (!isHarmless(error)) throw error;
    }
  };

  return {
    opened(file) {
      if (policy === "always" && file.isRegular && file.size === 0) syncDirectory(dirname(file.path));
    },
    written(file) {
      isDirty = true;
      if (policy === "always" && file.isRegular) fdatasyncSync(file.fd);
    },
    tick(file) {
      if (policy !== "interval" || !isDirty || !file.isRegular) return;
      isDirty = false;
      fdatasync(file.fd, report);
    },
    retire(file) {
      if (isNever || !file.isRegular) return later(() => close(file.fd, () => undefined));
      if (retired.size >= MAX_RETIRED) {
        // Nobody lets the other threads answer: the descriptors must not run out.
        try {
          syncNow(file);
        } finally {
          closeSync(file.fd);
        }
        return;
      }
      const done = new Promise<void>((resolve) => {
        later(() =>
          fdatasync(file.fd, (error) => {
            retired.delete(file);
            report(error);
            close(file.fd, () => resolve());
          }),
        );
      });
      retired.set(file, done);
    },
    async flush(file) {
      isDirty = false;
      const waiting = [...retired.values()];
      if (file?.isRegular === true) waiting.push(syncOnce(file.fd));
      await Promise.all(waiting);
    },
    flushSync(file) {
      isDirty = false;
      for (const old of retired.keys()) syncNow(old);
      if (file !== undefined) syncNow(file);
    },
  };
}

/** Without it, a loss of power may take the name of a new file, and so all that is in it. */
function syncDirectory(path: string): void {
  let fd: number;
  try {
    fd = openSync(path, "r");
  } catch {
    // Some systems do not open directories, and some directories may not be read.
    return;
  }
  try {
    fsyncSync(fd);
  } catch (error) {
    if (!isHarmless(error)) throw error;
  } finally {
    closeSync(fd);
  }
}

function syncOnce(fd: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fdatasync(fd, (error) => (error === null || isHarmless(error) ? resolve() : reject(error)));
  });
}

function isHarmless(error: unknown): boolean {
  return CANNOT_SYNC.has((error as NodeJS.ErrnoException).code ?? "");
}
