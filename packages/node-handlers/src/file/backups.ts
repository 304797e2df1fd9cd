import { renameSync } from "node:fs";
import { compressTo } from "./compress.ts";
import { outdated } from "./layout.ts";
import type { Layout, OldFile, Retention } from "./layout.ts";
import { takeLock } from "./lock.ts";
import type { Lock } from "./lock.ts";
import { thisProcess } from "./lock-owner.ts";
import {
  filesToDelete,
  nameToCompress,
  nameToDelete,
  statOf,
  sweep,
  unlinkLater,
  unlinkQuietly,
} from "./names.ts";
import { isSameFile, isUnlinked, openForAppend } from "./open-file.ts";

/** A file is compressed once nobody has written to it for so long. */
const QUIET_MS = 2_000;
const LOCK_TRIES = 100;
const LOCK_AGAIN_MS = 20;

/**
 * The layout where the file keeps its name, and what is put away has a number: `.1` is the youngest, `.2.gz` may be
 * compressed. Processes that share the file rotate it under the lock `<path>.lock`.
 */
export function createBackups(path: string, retention: Retention): Layout {
  const lockPath = `${path}.lock`;
  return {
    open: () => openForAppend(path),
    isCurrent(file) {
      try {
        const stats = statOf(path);
        if (!isSameFile(file, stats)) return false;
        file.size = Number(stats?.size);
        return true;
      } catch (error) {
        // A directory that may not be searched any more: the file that is open can still be written.
        return (error as NodeJS.ErrnoException).code === "EACCES";
      }
    },
    isLost(file) {
      // In this order: a file that is put aside after the look was in its place during it.
      const isAside = filesToDelete(path).some((other) => isSameFile(file, statOf(other)));
      return isAside || isUnlinked(file);
    },
    rotatedAt: () => changedAt(`${path}.1`),
    advance(file, isDue) {
      const lock = takeLock(lockPath);
      if (lock === undefined) return "busy";
      try {
        const stats = statOf(path);
        if (!isSameFile(file, stats)) return "changed";
        file.size = Number(stats?.size);
        if (file.size === 0 || !isDue(file.size)) return "needless";
        const aside = putAway(path, retention.maxBackups, lock);
        const next = openForAppend(path);
        aside.forEach(unlinkLater);
        return next;
      } finally {
        lock.release();
      }
    },
    tidy(now) {
      sweep(path);
      // Asked here, and not by the first call that rotates.
      thisProcess();
      if (retention.maxAgeDays === 0 && retention.maxTotalBytes === 0) return;
      const lock = takeLock(lockPath);
      try {
        if (lock === undefined) return;
        const live = Number(statOf(path)?.size ?? 0n);
        for (const old of outdated(backupsOf(path, retention.maxBackups), live, retention, now))
          putAside(old.path, path);
      } finally {
        lock?.release();
      }
    },
    async compress(signal) {
      for (let number = 2; number <= retention.maxBackups && !signal.aborted; number++) {
        const source = `${path}.${number}`;
        const stats = statOf(source);
        if (stats === undefined && statOf(`${source}.gz`) === undefined) return;
        if (stats?.isFile() !== true || Math.abs(Date.now() - Number(stats.mtimeMs)) < QUIET_MS) continue;
        await compressBackup(path, number, retention.maxBackups, signal);
      }
    },
  };
}

/**
 * Renames from the first hole down to the file itself, so that `.1` is free and then the file that was written. Returns
 * what is to be unlinked: it has a name of its own by now.
 *
 * With five old files of 100 MB the call that rotates takes 0.4 to 0.9 ms (ext4), of which the renames are 0.1; the
 * unlink of the oldest would be 4 to 28.
 */
function putAway(path: string, count: number, lock: Lock): string[] {
  const aside: string[] = [];
  const move = (from: string, to: string): void => {
    // One who held it for too long has lost it: what he would rename is not what he has seen.
    if (!lock.isHeld()) throw new Error(`${path}.lock was taken over by another process`);
    renameSync(from, to);
  };
  const drop = (from: string): void => {
    const to = nameToDelete(path);
    move(from, to);
    aside.push(to);
  };
  if (count === 0) {
    drop(path);
    return aside;
  }
  const found: string[][] = [];
  while (found.length < count) {
    const names = namesAt(path, found.length + 1);
    if (names.length === 0) break;
    found.push(names);
  }
  if (found.length === count) found.pop()?.forEach(drop);
  for (let number = found.length; number >= 1; number--) {
    const [name = "", ...copies] = found[number - 1] ?? [];
    // A process died between the making of the compressed file, which is whole, and the removal of its source.
    copies.forEach(drop);
    move(name, `${path}.${number + 1}${name.endsWith(".gz") ? ".gz" : ""}`);
  }
  move(path, `${path}.1`);
  return aside;
}

/** Removes a file later, by a name of its own: the next rotation may give the old one to another file before that. */
function putAside(name: string, path: string): void {
  const aside = nameToDelete(path);
  renameSync(name, aside);
  unlinkLater(aside);
}

/** What is at a number: nothing, or one file, or both forms of it, the compressed one first. */
function namesAt(path: string, number: number): string[] {
  const name = `${path}.${number}`;
  const found = statOf(`${name}.gz`) === undefined ? [] : [`${name}.gz`];
  if (statOf(name) !== undefined) found.push(name);
  return found;
}

function backupsOf(path: string, count: number): OldFile[] {
  const files: OldFile[] = [];
  for (let number = 1; number <= count; number++) {
    const names = namesAt(path, number);
    if (names.length === 0) break;
    for (const name of names) {
      const stats = statOf(name);
      if (stats !== undefined)
        files.push({ path: name, bytes: Number(stats.size), modified: Number(stats.mtimeMs) });
    }
  }
  return files;
}

function changedAt(path: string): number {
  const stats = statOf(path);
  return stats === undefined ? -1 : Number(stats.ctimeMs);
}

/** Compresses a backup under another name, and puts it, under the lock, where its source is by then. */
async function compressBackup(
  path: string,
  number: number,
  count: number,
  signal: AbortSignal,
): Promise<void> {
  const temporary = nameToCompress(path);
  const source = await compressTo(`${path}.${number}`, temporary, signal);
  if (source === undefined) return unlinkQuietly(temporary);
  for (let tried = 0; tried < LOCK_TRIES && !signal.aborted; tried++) {
    const lock = takeLock(`${path}.lock`);
    if (lock === undefined) {
      await new Promise((resolve) => setTimeout(resolve, LOCK_AGAIN_MS));
      continue;
    }
    try {
      for (let place = number; place <= count && lock.isHeld(); place++) {
        const name = `${path}.${place}`;
        const stats = statOf(name);
        const hasGone = stats === undefined && statOf(`${name}.gz`) === undefined;
        if (hasGone) break;
        const isIt = stats?.ino === source.ino && stats.dev === source.dev && stats.size === source.size;
        if (!isIt || statOf(`${name}.gz`) !== undefined) continue;
        renameSync(temporary, `${name}.gz`);
        return putAside(name, path);
      }
    } finally {
      lock.release();
    }
    break;
  }
  unlinkQuietly(temporary);
}
