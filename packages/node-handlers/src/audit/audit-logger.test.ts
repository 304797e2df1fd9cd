import { spawnSync } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { validateLine } from "@agora/schema/lossless";
import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { NODE } from "../../test/run-child.ts";
import { KEY, useAudit } from "../../test/audit-bed.ts";
import type { AuditEntry } from "../../test/audit-bed.ts";
import type { AuditConfig } from "./audit-logger.ts";
import { verifyAudit } from "./verify.ts";

vi.setConfig({ testTimeout: 60_000 });

const bed = useAudit();

describe("an audit entry", () => {
  test("is a valid canonical entry that says who did what to what, and how it ended", () => {
    const result = bed.auditLog().audit("User login", {
      actor: "alice",
      resource: "account/7",
      outcome: "denied",
      userId: "123",
      ipAddress: "10.0.0.1",
      requestId: "r-1",
      correlationId: "0b9fc3a2-6f0e-4b0e-9d43-9f0a2f5f7a11",
      context: { attempt: 3, password: "secret" },
    });
    const [line = ""] = bed.linesOf();
    const [entry] = bed.entriesOf();

    expect(validateLine(Buffer.from(`${line}\n`), { profile: "canonical" })).toEqual([]);
    expect(entry).toMatchObject({
      level: "INFO",
      message: "User login",
      logger_name: "audit",
      file: "audit-logger.test.ts",
      user_id: "123",
      correlation_id: "0b9fc3a2-6f0e-4b0e-9d43-9f0a2f5f7a11",
      context: {
        attempt: 3,
        password: "[REDACTED]",
        audit: {
          action: "User login",
          actor: "alice",
          ip_address: "10.0.0.1",
          outcome: "denied",
          prev: "0".repeat(64),
          request_id: "r-1",
          resource: "account/7",
          seq: 1,
        },
      },
    });
    expect(result).toEqual({ isWritten: true, seq: 1, hash: entry?.context.audit["hash"] });
  });

  test("says only what is configured, and has all members of the chain without any detail", () => {
    const log = bed.auditLog({ includeUserId: false, includeIpAddress: false, includeRequestId: false });
    log.audit("x", { userId: "123", ipAddress: "10.0.0.1", requestId: "r" });
    bed.auditLog().audit("");
    const [first, second] = bed.entriesOf();

    expect(first).not.toHaveProperty("user_id");
    expect(Object.keys(first?.context.audit ?? {})).toEqual([
      "action",
      "actor",
      "hash",
      "outcome",
      "prev",
      "resource",
      "seq",
    ]);
    expect(second?.context.audit).toMatchObject({
      action: "unknown",
      actor: "unknown",
      outcome: "success",
      resource: "",
    });
  });

  test.each([undefined, KEY])(
    "has the hash of its bytes without the hash, and refers to the one before (key %s)",
    (key) => {
      bed.fill(5, bed.auditLog({ key }));
      let prev = "0".repeat(64);
      for (const [index, line] of bed.linesOf().entries()) {
        const { audit } = (JSON.parse(line) as AuditEntry).context;
        const bytes = line.replace(/"hash":"[0-9a-f]{64}",/, "");
        const hash = key === undefined ? createHash("sha256") : createHmac("sha256", key);
        expect(audit).toMatchObject({ seq: index + 1, prev, hash: hash.update(bytes).digest("hex") });
        expect(audit["alg"]).toBe(key === undefined ? undefined : "hmac-sha256");
        prev = audit["hash"] as string;
      }
      expect(JSON.parse(readFileSync(`${bed.path}.head`, "utf8"))).toEqual({ seq: 5, hash: prev });
    },
  );

  test("is in files for the owner and his group only, and follows no link", () => {
    bed.auditLog().audit("x");
    expect([bed.path, `${bed.path}.head`].map((file) => statSync(file).mode & 0o777)).toEqual([0o640, 0o640]);
    expect(statSync(join(bed.folder, "audit")).mode & 0o777).toBe(0o750);
    rmSync(bed.path);
    symlinkSync(join(bed.folder, "elsewhere"), bed.path);

    expect(bed.auditLog().audit("y")).toMatchObject({
      isWritten: false,
      reason: expect.stringContaining("ELOOP"),
    });
    expect(existsSync(join(bed.folder, "elsewhere"))).toBe(false);
  });

  test("survives any details, and the chain with it", async () => {
    const log = bed.auditLog();
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw Object.create(null) as Error;
        },
      },
    );
    const details = fc.oneof(
      fc.anything(),
      fc.record({
        context: fc.anything(),
        actor: fc.anything(),
        userId: fc.anything(),
        resource: fc.string({ unit: "binary" }),
      }),
    );
    let written = 0;
    fc.assert(
      fc.property(fc.anything(), details, (action, detail) => {
        const result = log.audit(action as never, detail as never);
        if (result.isWritten) expect(result.seq).toBe(++written);
      }),
      { numRuns: 150 },
    );
    log.audit("x", hostile);
    log.audit("y", null as never);
    log.audit("z", {
      actor: "a",
      context: {
        hostile,
        get thrown() {
          throw hostile;
        },
      },
    });

    expect(await log.verify()).toMatchObject({ isValid: true, entries: written + 3 });
    expect(bed.entriesOf().slice(-3)).toMatchObject([
      { message: "x", context: { context: "[unreadable]", audit: { actor: "[unreadable]" } } },
      { message: "y", context: { audit: { actor: "unknown" } } },
      { message: "z", context: { thrown: "[unreadable]", audit: { actor: "a" } } },
    ]);
  });

  test("that has texts of any length is written, with their ends cut off where there is no room", async () => {
    const long = "\u0000".repeat(100_000);
    const log = bed.auditLog({ maxEntryBytes: 4_096 });
    const details = {
      actor: long,
      resource: long,
      outcome: long,
      userId: long,
      ipAddress: long,
      requestId: long,
    };
    expect(log.audit(long, { ...details, context: { long } }).isWritten).toBe(true);

    expect(await log.verify()).toMatchObject({ isValid: true, entries: 1 });
    expect(bed.entriesOf()).toMatchObject([{ context: { context_dropped: "too large" } }]);
  });

  test("that is too large keeps its place in the chain and loses the caller's context", async () => {
    const log = bed.auditLog();
    const many = Object.fromEntries(Array.from({ length: 128 }, (_, n) => [`member${n}`, "x".repeat(245)]));
    log.audit("large", { actor: "a".repeat(200), context: many });
    log.audit("deep", { context: { audit: "mine", purged: { last_seq: 5 } } });
    const [large, deep] = bed.entriesOf();

    expect(large?.context).toMatchObject({
      context_dropped: "too large",
      audit: { actor: "a".repeat(200), seq: 1 },
    });
    expect(deep?.context).toMatchObject({ audit_: "mine", purged_: { last_seq: 5 } });
    expect((await log.verify()).isValid).toBe(true);
  });
});

describe("an audit entry that cannot be written", () => {
  test("is said to the caller, goes to the fallback without a place in the chain, and is reported once", async () => {
    mkdirSync(join(bed.folder, "audit"));
    mkdirSync(bed.path);
    const log = bed.auditLog();
    expect(log.audit("first", { actor: "a" })).toMatchObject({
      isWritten: false,
      reason: expect.stringContaining("EISDIR"),
    });
    log.audit("second");
    const [line = ""] = bed.lost;

    expect(bed.lost).toHaveLength(2);
    expect(validateLine(Buffer.from(line), { profile: "canonical" })).toEqual([]);
    expect((JSON.parse(line) as AuditEntry).context.audit).toEqual({
      action: "first",
      actor: "a",
      outcome: "success",
      resource: "",
    });
    expect(bed.reports).toMatchObject([
      { level: "ERROR", code: "AGORA_AUDIT", context: { file: bed.path, failures: 1 } },
    ]);
    expect(log.status()).toMatchObject({ isHealthy: false, failed: 2, written: 0 });
    rmSync(bed.path, { recursive: true });
    expect(log.audit("third")).toMatchObject({ isWritten: true, seq: 1 });
    expect(log.status()).toMatchObject({ isHealthy: true, written: 1 });
    expect((await log.verify()).isValid).toBe(true);
  });

  test("because of a full disk leaves no half line behind", async () => {
    const program = `
      import { createAuditLogger } from ${JSON.stringify(new URL("../../dist/audit/index.js", import.meta.url).href)};
      process.on("SIGXFSZ", () => {});
      const log = createAuditLogger({ service: "auth", path: process.argv[1], fallback: () => {}, report: () => {} });
      let written = 0;
      for (let n = 1; n <= 20; n++) if (log.audit("x", { context: { x: "y".repeat(300) } }).isWritten) written++;
      process.stdout.write(String(written));`;
    const limited = spawnSync("/bin/sh", [
      "-c",
      'ulimit -f 8 && exec "$0" "$@"',
      NODE,
      "--input-type=module",
      "-e",
      program,
      bed.path,
    ]);
    const written = Number(limited.stdout.toString());

    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(20);
    bed.fill(1);
    expect(await verifyAudit(bed.path)).toMatchObject({ isValid: true, entries: written + 1 });
  });

  test("because another process holds the lock is given up after its time", () => {
    bed.auditLog().audit("x");
    const holder = `agora-lock 1\nhost=another\nboot=b\npidns=\npid=1\nstart=1\ntoken=t\n`;
    writeFileSync(`${bed.path}.lock`, holder);
    const start = performance.now();

    expect(bed.auditLog({ lockTimeoutMs: 50 }).audit("y")).toMatchObject({
      isWritten: false,
      reason: expect.stringContaining("lock"),
    });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test("goes to standard error, with the report, where nothing else is configured", () => {
    const program = `
      import { createAuditLogger } from ${JSON.stringify(new URL("../../dist/audit/index.js", import.meta.url).href)};
      const log = createAuditLogger({ service: "auth", path: "/dev/null/audit.log" });
      process.exit(log.audit("User login").isWritten ? 1 : 0);`;
    const { status, stderr } = spawnSync(NODE, ["--input-type=module", "-e", program]);
    const lines = stderr
      .toString()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as AuditEntry);

    expect(status).toBe(0);
    expect(lines.map(({ logger_name }) => logger_name)).toEqual(["audit", "agora"]);
    expect(lines[1]?.context["code"]).toBe("AGORA_AUDIT");
  });

  test("is not even tried when the audit is off", () => {
    expect(bed.auditLog({ enabled: false }).audit("x")).toEqual({ isWritten: false, reason: "audit is off" });
    expect(existsSync(bed.path)).toBe(false);
  });
});

describe("options", () => {
  test.each<[string, Partial<AuditConfig>]>([
    ["key", { key: "too short" }],
    ["path", { path: "" }],
    ["retentionDays", { retentionDays: -1 }],
    ["lockTimeoutMs", { lockTimeoutMs: 0.5 }],
    ["service", { service: "" }],
    ["redact", { redact: { fields: ["hash"] } }],
  ])("of audit refuse a bad %s", (name, config) => {
    expect(() => bed.auditLog(config)).toThrow(new RegExp(`AGORA_CONFIG.*${name}`));
  });
});
