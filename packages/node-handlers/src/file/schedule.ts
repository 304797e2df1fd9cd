import type { FileSettings } from "./file-options.ts";
import type { Layout } from "./layout.ts";
import type { OpenFile } from "./open-file.ts";

/** After a rotation that failed, the next one is tried so many milliseconds later. */
const RETRY_MS = 1_000;
/** While another process rotates a file that has twice its limit, it is tried so many milliseconds later. */
const BUSY_MS = 1;
const DAY_MICROS = 86_400_000_000;

/** Decides when a new file is due. */
export interface Schedule {
  /** Whether so many more bytes would need a new file, by what is known without asking the system. */
  readonly isDue: (file: OpenFile, size: number, more: number) => boolean;
  /** Whether the file would be so much over its limit that another process which rotates is waited for. */
  readonly isPressing: (size: number, more: number) => boolean;
  /** Told that another file is written from now on: `isFresh` says that it was made just now, by whomever. */
  readonly began: (file: OpenFile, isFresh: boolean) => void;
  /** Told that it went wrong. */
  readonly failed: () => void;
  /** Told that another process still rotates: it is tried again, but with twice the limit not with each line. */
  readonly busy: (size: number, more: number) => void;
}

/**
 * Makes a schedule.
 *
 * @param clock microseconds since 1970, for the days.
 */
export function createSchedule(settings: FileSettings, layout: Layout, clock: () => number): Schedule {
  const { maxBytes, minRotationIntervalMs, rotateDaily } = settings;
  // By the steady clock: the other one is set back and forward.
  let freshAt = -Infinity;
  let holdUntil = -Infinity;
  let retryAt = -Infinity;
  let pressesAbove = 2 * maxBytes;
  let day = Infinity;

  const today = (): number => Math.floor(clock() / DAY_MICROS);

  /** Whether the last new file is long enough ago; notes until when it is not. */
  const isRested = (file: OpenFile, now: number): boolean => {
    if (minRotationIntervalMs === 0) return true;
    if (now < holdUntil) return false;
    const sinceFresh = now - freshAt;
    // Other processes have seen other files: only the system knows. A clock that was set back says nothing.
    const sinceRotated = Date.now() - layout.rotatedAt(file);
    const isRecent = sinceRotated >= 0 && sinceRotated < minRotationIntervalMs;
    const since = Math.min(sinceFresh, isRecent ? sinceRotated : Infinity);
    if (since >= minRotationIntervalMs) return true;
    holdUntil = now + minRotationIntervalMs - since;
    return false;
  };

  const hasNewDay = (): boolean => {
    if (!rotateDaily) return false;
    const now = today();
    // A clock that was set forward and back again must not leave the file waiting for the day that it showed.
    if (now < day) day = now;
    return now > day;
  };

  const isTwice = (size: number, more: number): boolean => maxBytes > 0 && size + more > 2 * maxBytes;

  return {
    isPressing: (size, more) => maxBytes > 0 && size + more > pressesAbove,
    isDue(file, size, more) {
      if (size === 0 || !file.isRegular) return false;
      const isOver = maxBytes > 0 && size + more > maxBytes;
      if (!isOver && !hasNewDay()) return false;
      const now = performance.now();
      if (now < retryAt) return false;
      return isTwice(size, more) || isRested(file, now);
    },
    began(file, isFresh) {
      if (isFresh) freshAt = performance.now();
      holdUntil = -Infinity;
      retryAt = -Infinity;
      pressesAbove = 2 * maxBytes;
      if (!rotateDaily) return;
      const now = today();
      day = file.size === 0 ? now : Math.min(now, Math.floor((file.modified * 1_000) / DAY_MICROS));
    },
    failed() {
      retryAt = performance.now() + RETRY_MS;
    },
    busy(size, more) {
      if (!isTwice(size, more)) return;
      retryAt = performance.now() + BUSY_MS;
      // It is waited for again when the file has grown by its limit once more: that slows the growth, not the service.
      if (size + more > pressesAbove) pressesAbove = size + more + maxBytes;
    },
  };
}
