import { lstatSync, renameSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { compressTo } from "./compress.ts";
import { outdated } from "./layout.ts";
import type { Layout, OldFile, Retention } from "./layout.ts";
import { nameToCompress, siblings, statOf, sweep, unlinkLater, unlinkQuietly } from "./names.ts";
import { isSameFile, isUnlinked, openForAppend } from "./open-file.ts";
import type { OpenFile } from "./open-file.ts";

const DIGITS = 6;
const QUIET_MS = 2_000;

/** A segment that was found: `app.000001.log`, or the compressed form of it. */
interface Segment extends OldFile {
  readonly number: number;
  readonly isCompressed: boolean;
}

/**
 * The layout where files are never renamed: `app.000001.log`, `app.000002.log` and so on for the path `app.log`. The
 * one with the highest number is written to. Whoever can make the next number first has made it; nobody needs a lock.
 */
export function createSegments(path: string, retention: Retention): Layout {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  const nameOf = (number: number): string => `${stem}.${String(number).padStart(DIGITS, "0")}${extension}`;
  const form = new RegExp(`^\\.(\\d{${DIGITS},15})${escape(extension)}(\\.gz)?$`);
  /** The number that is written by this process: numbers are not used again, whatever was removed. */
  let current = 0;

  const numberOf = (file: string): { number: number; isCompressed: boolean } | undefined => {
    const match = form.exec(basename(file).slice(basename(stem).length));
    return match === null ? undefined : { number: Number(match[1]), isCompressed: match[2] !== undefined };
  };
  const numbers = (): { number: number; isCompressed: boolean }[] =>
    siblings(join(dirname(stem), `${basename(stem)}.`)).flatMap((file) => numberOf(file) ?? []);
  const highest = (): number => numbers().reduce((most, { number }) => Math.max(most, number), 0);

  return {
    open() {
      const found = highest();
      // A compressed one is never written again, and neither is the number of one that was removed.
      const isThere = found >= current && statOf(nameOf(found)) !== undefined;
      current = isThere ? found : Math.max(found, current) + 1;
      return openForAppend(nameOf(current));
    },
    isCurrent(file) {
      try {
        const stats = statOf(file.path);
        if (!isSameFile(file, stats)) return false;
        file.size = Number(stats?.size);
        return statOf(nameOf(current + 1)) === undefined;
      } catch (error) {
        // A directory that may not be searched any more: the file that is open can still be written.
        return (error as NodeJS.ErrnoException).code === "EACCES";
      }
    },
    isLost: isUnlinked,
    rotatedAt: () => Number(statOf(nameOf(current - 1))?.ctimeMs ?? -1n),
    advance(file, isDue) {
      if (highest() > current) return "changed";
      file.size = Number(statOf(file.path)?.size ?? 0n);
      if (file.size === 0 || !isDue(file.size)) return "needless";
      let next: OpenFile;
      try {
        next = openForAppend(nameOf(current + 1), true);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") return "changed";
        throw error;
      }
      current++;
      return next;
    },
    tidy(now) {
      sweep(stem);
      const live = Number(statOf(nameOf(current))?.size ?? 0n);
      const old = oldOnes(numbers());
      const kept = old.filter(({ number }) => current - number <= retention.maxBackups);
      const gone = old.filter((segment) => !kept.includes(segment));
      for (const { path: file } of [...gone, ...outdated(kept, live, retention, now)]) unlinkLater(file);
    },
    async compress(signal) {
      for (const { path: file, number, isCompressed, modified } of oldOnes(numbers())) {
        if (signal.aborted) return;
        const isQuiet = Math.abs(Date.now() - modified) >= QUIET_MS;
        if (!isCompressed && number <= current - 2 && isQuiet) await compressSegment(file, stem, signal);
      }
    },
  };

  function oldOnes(found: readonly { number: number; isCompressed: boolean }[]): Segment[] {
    return found
      .filter(({ number }) => number < current)
      .sort((a, b) => b.number - a.number)
      .flatMap((segment) => {
        const name = `${nameOf(segment.number)}${segment.isCompressed ? ".gz" : ""}`;
        const stats = lstatSync(name, { throwIfNoEntry: false });
        if (stats === undefined) return [];
        return [{ ...segment, path: name, bytes: stats.size, modified: stats.mtimeMs }];
      });
  }
}

/** Others that compress the same segment make the same bytes: whoever comes last replaces them by equal ones. */
async function compressSegment(file: string, stem: string, signal: AbortSignal): Promise<void> {
  const temporary = nameToCompress(stem);
  if ((await compressTo(file, temporary, signal)) === undefined) return unlinkQuietly(temporary);
  renameSync(temporary, `${file}.gz`);
  unlinkLater(file);
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
