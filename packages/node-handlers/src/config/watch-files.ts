import { readFileSync, statSync, watch } from "node:fs";
import { dirname } from "node:path";

/** How files are watched. */
export interface WatchOptions {
  /** Milliseconds between two looks where the system says nothing. */
  readonly intervalMs: number;
  /** Milliseconds that a file must be left alone before it is read: editors write in several steps. Default: 50. */
  readonly settleMs?: number | undefined;
}

/**
 * Calls `onChange` whenever the text of one of the files has changed: after a write, a rename over it, or an exchange
 * of the links on its path, as Kubernetes does with a ConfigMap. What the system says is taken as a hint only; network
 * file systems say nothing. Does not keep the process running. Never throws.
 *
 * @returns ends it.
 */
export function watchFiles(
  paths: readonly string[],
  onChange: () => void,
  options: WatchOptions,
): () => void {
  const { intervalMs, settleMs = 50 } = options;
  let seen = paths.map(textOf).join("\0");
  let stamps = paths.map(stampOf).join();
  let settling: NodeJS.Timeout | undefined;

  const look = (): void => {
    settling = undefined;
    const now = paths.map(textOf).join("\0");
    stamps = paths.map(stampOf).join();
    if (now === seen) return;
    seen = now;
    onChange();
  };
  const hint = (): void => {
    if (settling !== undefined) return;
    settling = setTimeout(look, settleMs).unref();
  };
  const timer = setInterval(() => {
    if (paths.map(stampOf).join() !== stamps) hint();
  }, intervalMs).unref();
  const watchers = [...new Set(paths.map((path) => dirname(path)))].flatMap((folder) =>
    watchFolder(folder, hint),
  );

  return () => {
    clearInterval(timer);
    clearTimeout(settling);
    for (const close of watchers) close();
  };
}

/** Says when something in a folder changes; nothing where the system cannot. */
function watchFolder(folder: string, hint: () => void): (() => void)[] {
  try {
    const watcher = watch(folder, { persistent: false }, hint);
    // Deno keeps running for it otherwise.
    watcher.unref();
    watcher.on("error", () => {
      watcher.close();
    });
    return [() => watcher.close()];
  } catch {
    return [];
  }
}

/** Changes whenever the file may have: who it is, its size, its times. */
function stampOf(path: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path);
    return [ino, size, mtimeMs, ctimeMs].join("/");
  } catch {
    return "none";
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "none";
  }
}
