import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OwnReport } from "@agora/core";
import { afterEach, beforeEach } from "vitest";
import { createAuditLogger } from "../src/audit/audit-logger.ts";
import type { AuditConfig, AuditLogger } from "../src/audit/audit-logger.ts";
import { verifyAudit } from "../src/audit/verify.ts";
import type { VerifyOptions } from "../src/audit/verify.ts";

/** An entry of an audit file. */
export interface AuditEntry {
  readonly message: string;
  readonly user_id?: string;
  readonly logger_name: string;
  readonly file: string;
  readonly function: string;
  readonly context: { readonly audit: Record<string, unknown>; readonly [member: string]: unknown };
}

/** A key that is long enough. */
export const KEY = "a key of more than sixteen bytes";
/** Microseconds. */
export const DAY = 86_400_000_000;

/** What each test of the audit has: a folder, a clock, and what could not be written. */
export interface AuditBed {
  folder: string;
  path: string;
  /** Lines that went to the fallback. */
  lost: string[];
  reports: OwnReport[];
  /** Microseconds since 1970: 2026-11-20 at first; each entry is 1 ms later. */
  now: number;
  /** Makes an audit logger, which is closed after the test. */
  auditLog(config?: Partial<AuditConfig>): AuditLogger;
  /** Writes entries. */
  fill(count: number, log?: AuditLogger): AuditLogger;
  linesOf(file?: string): string[];
  entriesOf(file?: string): AuditEntry[];
  /** Changes the lines of a file behind the back of its logger. */
  change(file: string, edit: (lines: string[]) => string[]): void;
  /** The problems that a check finds, each as kind, line and number. */
  kinds(options?: VerifyOptions): Promise<string[]>;
}

/** Sets up a bed for each test of a file. */
export function useAudit(): AuditBed {
  let open: AuditLogger[] = [];
  const bed = {
    auditLog(config: Partial<AuditConfig> = {}) {
      const log = createAuditLogger({
        service: "auth",
        path: bed.path,
        clock: () => (bed.now += 1_000),
        fallback: (line) => bed.lost.push(line),
        report: (report) => bed.reports.push(report),
        ...config,
      });
      open.push(log);
      return log;
    },
    fill(count: number, log: AuditLogger = bed.auditLog()) {
      for (let n = 1; n <= count; n++) log.audit(`action ${n}`, { actor: "a", resource: `r${n}` });
      return log;
    },
    linesOf: (file = bed.path) => readFileSync(file, "utf8").split("\n").slice(0, -1),
    entriesOf: (file = bed.path) => bed.linesOf(file).map((line) => JSON.parse(line) as AuditEntry),
    change(file: string, edit: (lines: string[]) => string[]) {
      writeFileSync(
        file,
        edit(bed.linesOf(file))
          .map((line) => `${line}\n`)
          .join(""),
      );
    },
    async kinds(options: VerifyOptions = {}) {
      const { problems } = await verifyAudit(bed.path, options);
      return problems.map(({ kind, line, seq }) => `${kind} ${line} ${seq ?? "-"}`);
    },
  } as AuditBed;

  beforeEach(() => {
    bed.folder = mkdtempSync(join(tmpdir(), "agora-audit-"));
    bed.path = join(bed.folder, "audit", "auth.log");
    bed.lost = [];
    bed.reports = [];
    bed.now = Date.UTC(2026, 10, 20, 10) * 1_000;
    open = [];
  });

  afterEach(() => {
    for (const log of open) log.close();
    rmSync(bed.folder, { recursive: true });
  });

  return bed;
}
