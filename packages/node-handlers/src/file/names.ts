import { lstatSync, readdirSync, unlink, unlinkSync } from "node:fs";
import type { BigIntStats } from "node:fs";
import { basename, dirname, join } from "node:path";
import { later } from "./later.ts";

/** A lock that was moved aside, and a compressed file that nobody works on any more, after this time. */
const LEFT_MS = 60_000;

/** The status of what is at a path, links not followed; undefined when there is nothing, nor its directory. */
export function statOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Sixteen hexadecimal digits that nobody else has. They need not be secret, and node:crypto costs time to load. */
export function randomToken(): string {
  const digits = (): string =>
    Math.floor(Math.random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, "0");
  return digits() + digits();
}

/** A name for a file that is about to be removed: `<path>.del.<16 hexadecimal digits>`. */
export function nameToDelete(path: string): string {
  return `${path}.del.${randomToken()}`;
}

/** A name for a file that is being compressed: `<path>.gz.<16 hexadecimal digits>.tmp`. */
export function nameToCompress(path: string): string {
  return `${path}.gz.${randomToken()}.tmp`;
}

/** The paths that begin with `path`, from its directory; empty where it cannot be read. */
export function siblings(path: string): string[] {
  const folder = dirname(path);
  const name = basename(path);
  try {
    return readdirSync(folder)
      .filter((other) => other.startsWith(name))
      .map((other) => join(folder, other));
  } catch {
    return [];
  }
}

/** The files at {@link nameToDelete}, of any process. */
export function filesToDelete(path: string): string[] {
  const start = join(dirname(path), `${basename(path)}.del.`);
  return siblings(path).filter((other) => other.startsWith(start));
}

/** Unlinks a file without keeping anybody waiting: that takes milliseconds for a large one. */
export function unlinkLater(path: string): void {
  later(() =>
    unlink(path, () => {
      // Another process has done it, or the next one that tidies up does.
    }),
  );
}

/** Removes what processes that died have left behind: files to delete, locks moved aside, half-compressed files. */
export function sweep(path: string): void {
  filesToDelete(path).forEach(unlinkLater);
  const ownName = basename(path);
  for (const other of siblings(path)) {
    const rest = basename(other).slice(ownName.length);
    if (!/^\.lock\.\d+\.[0-9a-f]{16}$|\.gz\.[0-9a-f]{16}\.tmp$/.test(rest)) continue;
    const stats = statOf(other);
    if (stats !== undefined && Math.abs(Date.now() - Number(stats.mtimeMs)) > LEFT_MS) unlinkQuietly(other);
  }
}

/** Unlinks a file if it is there and may be removed. */
export function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is tried again with the next rotation.
  }
}
