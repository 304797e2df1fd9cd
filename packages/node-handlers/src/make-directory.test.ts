import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeDirectory } from "./make-directory.ts";

describe("makeDirectory", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "agora-directory-"));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test("makes all that is missing, with its mode, and nothing where it exists", () => {
    const path = join(folder, "a", "b", "c");
    makeDirectory(path, 0o750);
    makeDirectory(path, 0o700);

    expect(statSync(path).mode & 0o777).toBe(0o750);
    expect(statSync(join(folder, "a")).mode & 0o777).toBe(0o750);
  });

  test("fails where a file is in the way", () => {
    writeFileSync(join(folder, "file"), "");

    expect(() => makeDirectory(join(folder, "file", "a"), 0o750)).toThrow(/ENOTDIR/);
  });

  test.skipIf(!existsSync("/proc/self"))("ends where the system denies a directory that exists", () => {
    expect(() => makeDirectory("/proc/agora/a/b", 0o750)).toThrow(/ENOENT/);
  });
});
