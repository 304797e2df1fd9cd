import type { OpenFile } from "./open-file.ts";

/** Why there is no new file: another process has the lock, another process was faster, or it is not needed. */
export type NotAdvanced = "busy" | "changed" | "needless";

/** A file that is not written any more. */
export interface OldFile {
  readonly path: string;
  readonly bytes: number;
  /** When it was written last: milliseconds since 1970. */
  readonly modified: number;
}

/** How the files of one log are named and follow each other. All methods but the last two are on the call's path. */
export interface Layout {
  /** Opens the file that is to be written now; makes it where it is missing. */
  open(): OpenFile;
  /** Whether the open file is still that one; brings its size up to date. */
  isCurrent(file: OpenFile): boolean;
  /** Whether what was written to the open file cannot be found any more. */
  isLost(file: OpenFile): boolean;
  /** When the last file was put away, in milliseconds since 1970 by the clock of the files; -1 where nothing says it. */
  rotatedAt(file: OpenFile): number;
  /**
   * Goes on to a new file.
   *
   * @param isDue asked again with the size of the file, once nobody else can change it.
   * @throws what the system says; the open file can still be written to.
   */
  advance(file: OpenFile, isDue: (size: number) => boolean): OpenFile | NotAdvanced;
  /** Removes what falls off the end, what retention does not keep, and what processes that died left. */
  tidy(now: number): void;
  /** Compresses old files. Resolves when it is done, or when `signal` has ended it. */
  compress(signal: AbortSignal): Promise<void>;
}

/** What is kept. */
export interface Retention {
  /** How many old files. */
  readonly maxBackups: number;
  /** How many bytes they and the current file may have; 0 for any number. */
  readonly maxTotalBytes: number;
  /** How many days after their last line; 0 for ever. */
  readonly maxAgeDays: number;
}

const DAY_MS = 86_400_000;

/**
 * Chooses the old files that have to go by age and bytes.
 *
 * @param files the youngest first.
 * @param live bytes of the current file.
 */
export function outdated(
  files: readonly OldFile[],
  live: number,
  { maxTotalBytes, maxAgeDays }: Retention,
  now: number,
): OldFile[] {
  let total = live;
  return files.filter((file) => {
    total += file.bytes;
    const isTooMuch = maxTotalBytes > 0 && total > maxTotalBytes;
    const isTooOld = maxAgeDays > 0 && now - file.modified > maxAgeDays * DAY_MS;
    if (isTooMuch || isTooOld) total -= file.bytes;
    return isTooMuch || isTooOld;
  });
}
