import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { DAY, KEY, useAudit } from "../../test/audit-bed.ts";
import { verifyAudit } from "./verify.ts";

vi.setConfig({ testTimeout: 60_000 });

const bed = useAudit();

describe("verifyAudit", () => {
  test("finds any byte that was changed, and where", async () => {
    bed.fill(5).close();
    const whole = readFileSync(bed.path);
    const start = bed.linesOf().slice(0, 2).join("\n").length + 1;
    const length = bed.linesOf()[2]?.length ?? 0;
    for (let at = start; at < start + length; at += 7) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt8((bytes.readUInt8(at) ^ 1) & 0x7f, at);
      if (bytes.equals(whole)) continue;
      writeFileSync(bed.path, bytes);
      const { isValid, problems } = await verifyAudit(bed.path);
      expect(isValid).toBe(false);
      expect(problems[0]).toMatchObject({ file: bed.path, line: expect.toBeOneOf([3, 4]) });
    }
    writeFileSync(bed.path, whole);
    expect((await verifyAudit(bed.path)).isValid).toBe(true);
  });

  test("finds a changed entry once, and not those behind it", async () => {
    bed.fill(5).close();
    bed.change(bed.path, (lines) =>
      lines.map((line, n) => (n === 2 ? line.replace("action 3", "action 9") : line)),
    );

    expect(await bed.kinds()).toEqual(["changed 3 3"]);
  });

  test.each<[string, (lines: string[]) => string[], string[]]>([
    ["a removed line", (lines) => lines.toSpliced(2, 1), ["missing 3 4"]],
    ["several removed lines", (lines) => lines.toSpliced(1, 3), ["missing 2 5"]],
    ["removed lines at the start", (lines) => lines.slice(1), ["missing 1 2"]],
    ["a cut end", (lines) => lines.slice(0, 3), ["cut 0 6"]],
    ["an end of which all was cut", () => [], ["cut 0 6"]],
    ["a repeated line", (lines) => lines.toSpliced(3, 0, lines[2] as string), ["order 4 3"]],
    [
      "lines in another order",
      (lines) => [0, 2, 1, 3, 4, 5].map((n) => lines[n] as string),
      ["missing 2 3", "order 3 2"],
    ],
    ["a line that is no entry", (lines) => lines.toSpliced(2, 0, "{}"), ["format 3 -"]],
  ])("finds %s", async (_, edit, expected) => {
    bed.fill(6).close();
    bed.change(bed.path, edit);

    expect(await bed.kinds()).toEqual(expected);
  });

  test("finds an entry that somebody made again with a hash that fits it", async () => {
    bed.fill(5).close();
    bed.change(bed.path, (lines) =>
      lines.map((line, n) => {
        if (n !== 2) return line;
        const edited = line.replace("action 3", "action 9").replace(/"hash":"[0-9a-f]{64}",/, "");
        const hash = createHash("sha256").update(edited).digest("hex");
        return edited.replace('"outcome"', `"hash":"${hash}","outcome"`);
      }),
    );

    expect(await bed.kinds()).toEqual(["link 4 4"]);
  });

  test("finds an end that was cut within a line", async () => {
    bed.fill(3).close();
    truncateSync(bed.path, statSync(bed.path).size - 10);

    expect(await bed.kinds()).toEqual(["torn 3 -", "cut 0 3"]);
  });

  test("finds a removed file at the start, in the middle and at the end", async () => {
    const log = bed.auditLog();
    for (let day = 0; day < 4; day++) {
      bed.fill(2, log);
      bed.now += DAY;
    }
    const check = async (name: string): Promise<string[]> => {
      renameSync(name, join(bed.folder, "away"));
      const found = await bed.kinds();
      renameSync(join(bed.folder, "away"), name);
      return found;
    };

    expect(await check(`${bed.path}.2026-11-20`)).toEqual(["missing 1 3"]);
    expect(await check(`${bed.path}.2026-11-22`)).toEqual(["missing 1 7"]);
    expect(await check(bed.path)).toEqual(["cut 0 8"]);
    expect(await check(`${bed.path}.head`)).toEqual(["head 0 -"]);
    expect(await bed.kinds()).toEqual([]);
  });

  test("finds a wrong key, a missing one, and a chain that was made again without it", async () => {
    bed.fill(3, bed.auditLog({ key: KEY })).close();

    expect(await bed.kinds({ key: KEY })).toEqual([]);
    expect(await bed.kinds({ key: Buffer.from(KEY) })).toEqual([]);
    expect(await bed.kinds({ key: "another key, sixteen bytes or more" })).toEqual([
      "changed 1 1",
      "changed 2 2",
      "changed 3 3",
    ]);
    expect(await bed.kinds()).toEqual(["key 1 1"]);
    rmSync(join(bed.folder, "audit"), { recursive: true });
    bed.fill(3);
    expect(await bed.kinds({ key: KEY })).toEqual(["key 1 1"]);
  });

  test("finds a head that was replaced", async () => {
    bed.fill(3).close();
    writeFileSync(`${bed.path}.head`, `{"hash":"${"a".repeat(64)}","seq":3}\n`);
    expect(await bed.kinds()).toEqual(["head 0 3"]);
    writeFileSync(`${bed.path}.head`, "no head");
    expect(await bed.kinds()).toEqual(["head 0 -"]);
  });

  test("does not take a path for valid where nothing is: it may be mistyped, or all was removed", async () => {
    const nothing = { isValid: false, entries: 0, lastSeq: undefined, files: [] };
    expect(await verifyAudit(bed.path)).toMatchObject({
      ...nothing,
      problems: [{ kind: "missing", line: 0 }],
    });

    bed.fill(3).close();
    for (const file of [bed.path, `${bed.path}.head`]) rmSync(file);
    expect(await verifyAudit(bed.path)).toMatchObject(nothing);
  });

  test("lists as many problems as it is asked for, and counts all", async () => {
    bed.fill(10).close();
    bed.change(bed.path, (lines) => lines.map((line) => line.replace("action", "deed")));

    expect(await verifyAudit(bed.path, { maxProblems: 3 })).toMatchObject({
      problemCount: 10,
      problems: { length: 3 },
    });
  });
});
