import { resolve } from "node:path";
import { AgoraError } from "@agora/core";
import type { Handler } from "@agora/core";
import { exitState } from "../exit/exit-state.ts";
import { createBackups } from "./backups.ts";
import { createFileHealth } from "./file-health.ts";
import type { FileHealth } from "./file-health.ts";
import { settingsOf } from "./file-options.ts";
import type { FileOptions } from "./file-options.ts";
import { networkFileSystem } from "./network-file-system.ts";
import { writeParts } from "./parts.ts";
import { createSegments } from "./segments.ts";
import { createUpkeep } from "./upkeep.ts";
import { Writer } from "./writer.ts";
import type { WriterEvents } from "./writer.ts";

const MICROS_PER_MILLI = 1_000;
/** Where lines are not synced at times, it is still looked at times whether they can be found. */
const LOOK_INTERVAL_MS = 1_000;

/**
 * Makes a handler that appends every line to a file at once: a line whose call has returned survives the process.
 *
 * The file (mode 0640) and its directory (0750) are made with the first line, and again when somebody has removed or
 * renamed them. Links are not followed. Several processes, of any language, may write and rotate one file. A line of
 * which a full disk took only a part is finished before the next one, or ended where another process has written behind
 * it; so is one that a crash left. A rotation that fails stops no line: the file goes on, a report is written to it, and
 * it is tried again.
 *
 * The disk is not touched before the first line. What the system refuses then is thrown by `write`; of `writeMany`, a
 * `WriteFailure` says with `written` how many bytes of whole lines are in the file.
 *
 * @throws {AgoraError} `AGORA_CONFIG` for options that cannot be used.
 */
export function createFileHandler(options: FileOptions): Handler {
  const settings = settingsOf(options);
  const { maxBytes } = settings;
  const path = absolute(settings.path);
  const layout =
    settings.layout === "segments" ? createSegments(path, settings) : createBackups(path, settings);
  const upkeep = createUpkeep(layout, settings);
  const health = createFileHealth();
  const clock = (): number => health.host?.clock() ?? Date.now() * MICROS_PER_MILLI;
  const tickMs = settings.fsync === "interval" ? settings.fsyncIntervalMs : LOOK_INTERVAL_MS;
  let rotations = 0;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const writer = new Writer(settings, layout, clock, {
    ...eventsOf(path, health),
    opened() {
      upkeep.soon();
      return networkWarning(path, health);
    },
    rotated() {
      rotations++;
      upkeep.soon();
    },
  });

  /** Does something; what it throws is counted first. */
  const counted = <T>(does: () => T): T => {
    try {
      return does();
    } catch (error) {
      health.failed(error);
      throw error;
    }
  };

  const flush = async (): Promise<void> => {
    try {
      await writer.flush();
    } catch (error) {
      health.failed(error);
      throw error;
    }
  };

  const flushSync = (): void => {
    try {
      counted(() => writer.flushSync());
    } finally {
      // No later write can pay what is owed.
      if (exitState().isEnding) health.giveUp(writer.takeOwed());
    }
  };

  const tick = (): void => {
    timer = undefined;
    try {
      counted(() => writer.tick());
    } catch {
      // What is owed stays owed: the next write, flush or close says so.
    }
  };

  const put = (text: string, lines: number): void => {
    if (isClosed)
      throw new AgoraError("AGORA_CLOSED", `file: ${path} was closed; initialize again to write to it`);
    try {
      writer.write(text, lines);
    } catch (error) {
      health.failed(error);
      throw error;
    }
    health.worked();
    timer ??= setTimeout(tick, tickMs).unref();
  };

  return {
    name: "file",
    open(host) {
      health.host = host;
    },
    write: (line) => put(line, 1),
    writeMany(lines, count) {
      if (maxBytes === 0 || Buffer.byteLength(lines) <= maxBytes) return put(lines, count);
      writeParts(lines, maxBytes, put);
    },
    flush,
    flushSync,
    reopen: () => counted(() => writer.reopen()),
    async close() {
      if (isClosed) return;
      isClosed = true;
      clearTimeout(timer);
      const stopped = upkeep.stop();
      try {
        await flush();
      } finally {
        health.giveUp(writer.close());
        await stopped;
      }
    },
    status: () => ({
      ...health.status(),
      pending: writer.owedLines,
      file: { path: writer.file?.path ?? path, bytes: writer.file?.size ?? 0, rotations },
    }),
  };
}

/** The path as it is meant now, whatever folder the process goes to later. */
function absolute(path: string): string {
  try {
    return resolve(path);
  } catch {
    // The working directory has been removed.
    return path;
  }
}

/** What is said when something goes wrong that loses no line. */
function eventsOf(path: string, health: FileHealth): Pick<WriterEvents, "rotationFailed" | "syncFailed"> {
  return {
    rotationFailed(error) {
      health.failed(error);
      const message = "A log file could not be rotated; it goes on";
      return health.lineOf({ level: "WARNING", code: "AGORA_ROTATION", message, context: { path }, error });
    },
    syncFailed(error) {
      health.failed(error);
      const message = "A log file could not be brought to the disk";
      health.tell({ level: "ERROR", code: "AGORA_HANDLER_IO", message, context: { path }, error });
    },
  };
}

function networkWarning(path: string, health: FileHealth): string {
  const kind = networkFileSystem(path);
  if (kind === undefined) return "";
  const message = `A log file is on a network file system (${kind}): only one machine may write to it`;
  return health.lineOf({ level: "WARNING", code: "AGORA_NETWORK_FILE", message, context: { path } });
}
