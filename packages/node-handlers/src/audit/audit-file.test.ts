import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { NODE } from "../../test/run-child.ts";
import { DAY, useAudit } from "../../test/audit-bed.ts";
import { verifyAudit } from "./verify.ts";

vi.setConfig({ testTimeout: 60_000 });

const bed = useAudit();

describe("the chain", () => {
  test("goes on after a restart", async () => {
    bed.fill(3).close();
    bed.fill(3);

    expect(bed.entriesOf().map(({ context }) => context.audit["seq"])).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await verifyAudit(bed.path)).toMatchObject({ isValid: true, entries: 6, firstSeq: 1, lastSeq: 6 });
  });

  test("goes on after a crash between an entry and its head", async () => {
    bed.fill(2).close();
    const head = readFileSync(`${bed.path}.head`);
    bed.fill(1).close();
    writeFileSync(`${bed.path}.head`, head);
    expect((await verifyAudit(bed.path)).isValid).toBe(true);
    bed.fill(1);

    expect(await verifyAudit(bed.path)).toMatchObject({ isValid: true, entries: 4 });
    expect(bed.reports).toEqual([]);
  });

  test("takes an entry out that was written in part, and says so", async () => {
    bed.fill(2).close();
    appendFileSync(bed.path, '{"timestamp":"2026-11-20T10:00');
    expect(await bed.kinds()).toEqual(["torn 3 -"]);
    bed.fill(1);

    expect(bed.entriesOf().map(({ message }) => message)).toEqual([
      "action 1",
      "action 2",
      "audit.recovered",
      "action 1",
    ]);
    expect(bed.entriesOf()[2]?.context["torn_bytes"]).toBe(30);
    expect(await verifyAudit(bed.path)).toMatchObject({ isValid: true, entries: 4 });
  });

  test("does not close a gap that somebody made, and says at once that there is one", async () => {
    bed.fill(4).close();
    bed.change(bed.path, (lines) => lines.slice(0, 2));
    bed.fill(1);

    expect(bed.entriesOf().at(-1)?.context.audit["seq"]).toBe(5);
    expect(bed.reports).toMatchObject([
      { code: "AGORA_AUDIT_CHAIN", message: expect.stringContaining("entries 3 to 4 are missing") },
    ]);
    expect(await bed.kinds()).toEqual(["missing 3 5"]);
  });

  test("goes on across days, in a file for each", async () => {
    const log = bed.auditLog();
    for (let day = 0; day < 4; day++) {
      log.audit("a");
      log.audit("b");
      bed.now += DAY;
    }
    expect(readdirSync(join(bed.folder, "audit")).sort()).toEqual([
      "auth.log",
      "auth.log.2026-11-20",
      "auth.log.2026-11-21",
      "auth.log.2026-11-22",
      "auth.log.head",
    ]);
    expect(await log.verify()).toMatchObject({
      isValid: true,
      entries: 8,
      files: expect.objectContaining({ length: 4 }),
    });
  });

  test("keeps a clock that goes back in the same file", async () => {
    const log = bed.fill(1);
    bed.now -= 3 * DAY;
    bed.fill(1, log);
    bed.now += 5 * DAY;
    bed.fill(1, log);

    expect(bed.linesOf(`${bed.path}.2026-11-20`)).toHaveLength(2);
    expect((await log.verify()).isValid).toBe(true);
  });

  test("says what was removed for its age, so that it is not missing", async () => {
    const log = bed.auditLog({ retentionDays: 2 });
    for (let day = 0; day < 6; day++) {
      bed.fill(2, log);
      bed.now += DAY;
    }
    const names = readdirSync(join(bed.folder, "audit"));

    expect(names).not.toContain("auth.log.2026-11-20");
    expect(names).toContain("auth.log.2026-11-23");
    expect(bed.linesOf(`${bed.path}.2026-11-23`).join("")).toContain('"resource":"auth.log.2026-11-20"');
    const verified = await log.verify();
    expect(verified).toMatchObject({ isValid: true, problems: [] });
    expect(verified.firstSeq).toBeGreaterThan(1);
  });

  test("is one for processes that write at once, in turns", async () => {
    const program = `
      import { createAuditLogger } from ${JSON.stringify(new URL("../../dist/audit/index.js", import.meta.url).href)};
      const log = createAuditLogger({ service: "auth", path: process.argv[1], lockTimeoutMs: 60000 });
      for (let n = 0; n < 40; n++) if (!log.audit("x", { actor: String(process.pid) }).isWritten) process.exitCode = 1;`;
    const codes = await Promise.all(
      Array.from({ length: 4 }, () => {
        const child = spawn(NODE, ["--input-type=module", "-e", program, bed.path], {
          stdio: "inherit",
        });
        return new Promise((resolve) => child.once("close", resolve));
      }),
    );

    expect(codes).toEqual([0, 0, 0, 0]);
    expect(await verifyAudit(bed.path)).toMatchObject({ isValid: true, entries: 160, lastSeq: 160 });
    expect(new Set(bed.entriesOf().map(({ context }) => context.audit["actor"])).size).toBe(4);
  });

  test("loses no entry that was acknowledged when the process is killed", async () => {
    const program = `
      import { createAuditLogger } from ${JSON.stringify(new URL("../../dist/audit/index.js", import.meta.url).href)};
      const log = createAuditLogger({ service: "auth", path: process.argv[1] });
      for (let n = 1; n <= 20; n++) log.audit("x");
      process.kill(process.pid, "SIGKILL");`;
    expect(spawnSync(NODE, ["--input-type=module", "-e", program, bed.path]).signal).toBe("SIGKILL");
    bed.fill(1);

    expect(await verifyAudit(bed.path)).toMatchObject({ isValid: true, entries: 21 });
  });
});
