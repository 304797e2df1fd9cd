import { spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NODE } from "../../test/run-child.ts";
import { createSpool } from "./spool.ts";
import type { Spool } from "./spool.ts";

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let open: Spool[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-spool-"));
  open = [];
});

afterEach(() => {
  for (const spool of open) spool.close();
  rmSync(folder, { recursive: true });
});

function spoolIn(directory: string = join(folder, "spool"), maxBytes?: number): Spool {
  const spool = createSpool({ directory, maxBytes });
  open.push(spool);
  return spool;
}

const line = (n: number, size = 20): string => `{"n":${n},"x":"${"ü".repeat(size)}"}\n`;

/** All that a spool holds, by its own reading. */
function drain(spool: Spool, maxLines = 7, maxBytes = 500): string {
  let all = "";
  for (
    let batch = spool.peek(maxLines, maxBytes);
    batch !== undefined;
    batch = spool.peek(maxLines, maxBytes)
  ) {
    expect(batch.lines.split("\n")).toHaveLength(batch.count + 1);
    all += batch.lines;
    spool.remove(batch);
  }
  return all;
}

describe("a spool", () => {
  test("gives the lines back in their order, whole, and is empty then", () => {
    const spool = spoolIn();
    const lines = Array.from({ length: 100 }, (_, n) => line(n, n));
    lines.forEach((one) => spool.append(one, 1));

    expect(spool.pending).toBe(100);
    expect(drain(spool)).toBe(lines.join(""));
    expect([spool.pending, spool.bytes, spool.dropped]).toEqual([0, 0, 0]);
    expect(readdirSync(join(folder, "spool"))).toEqual([]);
  });

  test("makes nothing on the disk before it is used", () => {
    spoolIn().peek(1, 1);

    expect(readdirSync(folder)).toEqual([]);
  });

  test("gives the same lines again until they are removed", () => {
    const spool = spoolIn();
    spool.append(line(1) + line(2) + line(3), 3);
    const first = spool.peek(2, 1e6);

    expect(spool.peek(2, 1e6)).toEqual(first);
    expect(first).toEqual({ lines: line(1) + line(2), count: 2 });
  });

  test("gives a line that is larger than what was asked for", () => {
    const spool = spoolIn();
    spool.append(line(1, 5000), 1);

    expect(spool.peek(10, 100)?.lines).toBe(line(1, 5000));
  });

  test("takes lines while others are being delivered", () => {
    const spool = spoolIn();
    spool.append(line(1), 1);
    const batch = spool.peek(10, 1e6);
    spool.append(line(2), 1);
    spool.remove(batch as { lines: string; count: number });

    expect(drain(spool)).toBe(line(2));
  });

  test("has files for the owner and his group only", () => {
    spoolIn().append(line(1), 1);
    const [name = ""] = readdirSync(join(folder, "spool"));

    expect(statSync(join(folder, "spool")).mode & 0o777).toBe(0o750);
    expect(statSync(join(folder, "spool", name)).mode & 0o777).toBe(0o640);
  });

  test("stays under its limit, drops the oldest lines for it and counts them", () => {
    const spool = spoolIn(undefined, 65_536);
    const lines = Array.from({ length: 5_000 }, (_, n) => line(n));
    lines.forEach((one) => {
      spool.append(one, 1);
      expect(spool.bytes).toBeLessThanOrEqual(65_536);
    });
    const kept = drain(spool, 100, 10_000);

    expect(kept).toBe(lines.slice(spool.dropped).join(""));
    expect(Buffer.byteLength(kept)).toBeGreaterThan(65_536 * 0.9);
  });

  test("refuses what it could never hold, and keeps the rest", () => {
    const spool = spoolIn(undefined, 65_536);
    spool.append(line(1), 1);

    expect(() => spool.append(line(2, 65_536), 1)).toThrow(RangeError);
    expect(drain(spool)).toBe(line(1));
  });

  test.each([0, 65_535, 1.5, NaN, "1MB" as never])("refuses %s as its limit", (maxBytes) => {
    expect(() => createSpool({ directory: folder, maxBytes })).toThrow(/AGORA_CONFIG.*maxBytes/);
  });

  test("throws what the system says when its directory cannot be made", () => {
    writeFileSync(join(folder, "file"), "");

    expect(() => spoolIn(join(folder, "file", "spool")).append(line(1), 1)).toThrow(/ENOTDIR/);
  });

  test("counts lines whose file somebody removed, and goes on", () => {
    const spool = spoolIn();
    spool.append(line(1) + line(2), 2);
    rmSync(join(folder, "spool"), { recursive: true });

    expect(spool.peek(10, 1e6)).toBeUndefined();
    expect(spool.dropped).toBe(2);
    spool.append(line(3), 1);
    expect(drain(spool)).toBe(line(3));
  });

  test("does not take a link or any other file for its own", () => {
    mkdirSync(join(folder, "spool"));
    writeFileSync(join(folder, "spool", "notes.ndjson"), "mine\n");
    const spool = spoolIn();
    spool.append(line(1), 1);

    expect(drain(spool)).toBe(line(1));
    expect(readdirSync(join(folder, "spool"))).toEqual(["notes.ndjson"]);
  });
});

describe("what a spool held", () => {
  test("is found by the next one after it was closed, without what was removed", () => {
    const first = spoolIn();
    first.append(line(1) + line(2) + line(3), 3);
    first.remove(first.peek(1, 1e6) as { lines: string; count: number });
    first.close();
    const second = spoolIn();
    second.append(line(4), 1);

    expect(second.pending).toBe(3);
    expect(drain(second)).toBe(line(2) + line(3) + line(4));
    expect(() => first.append(line(5), 1)).toThrow(/AGORA_CLOSED/);
  });

  test("is not taken by another one of the same process while it is in use", () => {
    spoolIn().append(line(1), 1);

    expect(spoolIn().peek(1, 1e6)).toBeUndefined();
  });

  test("is taken over from a process that was killed, without the torn line", () => {
    const directory = join(folder, "spool");
    const program = `
      import { createSpool } from ${JSON.stringify(new URL("../../dist/network/spool.js", import.meta.url).href)};
      const spool = createSpool({ directory: process.argv[1] });
      for (let n = 0; n < 300; n++) spool.append(JSON.stringify({ n }) + "\\n", 1);
      spool.remove(spool.peek(100, 1e6));
      process.kill(process.pid, "SIGKILL");`;
    const child = spawnSync(NODE, ["--input-type=module", "-e", program, directory]);
    expect(child.signal).toBe("SIGKILL");
    const [name = ""] = readdirSync(directory);
    truncateSync(join(directory, name), statSync(join(directory, name)).size - 3);
    const spool = spoolIn(directory);

    const expected = Array.from({ length: 199 }, (_, n) => `{"n":${n + 100}}\n`).join("");
    expect(drain(spool, 1000, 1e6)).toBe(expected);
  });

  test("is taken over by one of several processes that start together", async () => {
    const directory = join(folder, "spool");
    const first = spoolIn(directory);
    for (let n = 0; n < 200; n++) first.append(line(n, 2000), 1);
    first.close();
    expect(readdirSync(directory).length).toBe(1);
    const program = `
      import { createSpool } from ${JSON.stringify(new URL("../../dist/network/spool.js", import.meta.url).href)};
      const spool = createSpool({ directory: process.argv[1] });
      for (let batch = spool.peek(9, 1e5); batch; batch = spool.peek(9, 1e5)) {
        process.stdout.write(batch.lines);
        spool.remove(batch);
      }`;
    const outputs = await Promise.all(
      Array.from({ length: 3 }, () => {
        const child = spawn(NODE, ["--input-type=module", "-e", program, directory]);
        let out = "";
        child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
        return new Promise<string>((resolve) => child.once("close", () => resolve(out)));
      }),
    );

    expect(outputs.filter((out) => out !== "")).toHaveLength(1);
    expect(outputs.join("")).toBe(Array.from({ length: 200 }, (_, n) => line(n, 2000)).join(""));
  });

  test("is taken over from another container once it has not been touched for a minute", () => {
    const directory = join(folder, "spool");
    mkdirSync(directory);
    const path = join(directory, "1780000000000000.0.0123456789ab-7-123-00000001.ndjson");
    writeFileSync(path, line(1));
    const early = spoolIn(directory);
    expect(early.peek(1, 1e6)).toBeUndefined();
    const before = new Date(Date.now() - 120_000);
    utimesSync(path, before, before);

    expect(drain(spoolIn(directory))).toBe(line(1));
  });
});
