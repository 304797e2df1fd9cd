import { describe, expect, test } from "vitest";
import { createFileHandler } from "../../src/file/file-handler.ts";
import { settingsOf } from "../../src/file/file-options.ts";
import type { FileOptions } from "../../src/file/file-options.ts";

describe("options of a file", () => {
  test("have defaults", () => {
    expect(settingsOf({ path: "a.log", maxBytes: undefined })).toEqual({
      path: "a.log",
      maxBytes: 104_857_600,
      maxBackups: 5,
      maxTotalBytes: 0,
      maxAgeDays: 0,
      rotateDaily: false,
      minRotationIntervalMs: 3_000,
      layout: "backups",
      compress: false,
      fsync: "interval",
      fsyncIntervalMs: 1_000,
    });
  });

  test("may ask for everything to be kept", () => {
    expect(settingsOf({ path: "a.log", maxBackups: Infinity }).maxBackups).toBe(Infinity);
  });

  test.each([
    [{ path: "" }, 'path: ""'],
    [{ path: "a\0b" }, "path: "],
    [{ path: 5 }, "path: 5"],
    [{ maxBytes: -1 }, "maxBytes: -1 (from code) is not an integer from 0; use 104857600"],
    [{ maxBytes: 1.5 }, "maxBytes: 1.5"],
    [{ maxBytes: Infinity }, "maxBytes: Infinity"],
    [{ maxBackups: "5" }, 'maxBackups: "5"'],
    [{ maxBackups: Number.NaN }, "maxBackups: NaN"],
    [{ fsyncIntervalMs: 0 }, "fsyncIntervalMs: 0"],
    [
      { fsync: "sometimes" },
      'fsync: "sometimes" (from code) is not one of the values; use one of never, interval, always',
    ],
    [{ layout: "date" }, 'layout: "date"'],
    [{ compress: "yes" }, 'compress: "yes" (from code) is not true or false'],
  ])("%j are refused with field, value and remedy", (options, expected) => {
    expect(() => createFileHandler({ path: "a.log", ...options } as FileOptions)).toThrow(
      `[AGORA_CONFIG] ${expected}`,
    );
  });
});
