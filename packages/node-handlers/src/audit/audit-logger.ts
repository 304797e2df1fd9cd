import { AgoraError, createEncoder, UNKNOWN_SITE } from "@agora/core";
import type { EncoderSettings, OwnReport, Site } from "@agora/core";
import { captureSite } from "@agora/core/callsite";
import { createClock } from "../clock.ts";
import { createLineWriter } from "../line-writer.ts";
import { AuditFile } from "./audit-file.ts";
import type { LineAt } from "./audit-file.ts";
import { createDigest, createPlaceholders, HMAC, linkLine, unlinkedLine } from "./chain.ts";
import type { AuditKey } from "./chain.ts";
import { readDetails, shortDetails, shortened } from "./read-details.ts";
import type { ReadDetails } from "./read-details.ts";
import { textOr } from "./text-or.ts";
import { verifyAudit } from "./verify.ts";
import type { AuditVerification } from "./verify.ts";

/** Where audit entries go, and what they hold. */
export interface AuditConfig extends Omit<EncoderSettings, "loggerName"> {
  /** Path of the file; files of earlier days lie beside it as `<path>.<YYYY-MM-DD>`, the end of the chain as `<path>.head`. */
  readonly path: string;
  /** Default: true. Off, `audit` writes nothing. */
  readonly enabled?: boolean | undefined;
  /** Makes the chain one that only who has the key can continue: HMAC-SHA-256, at least 16 bytes. Default: SHA-256. */
  readonly key?: AuditKey | undefined;
  /** Whether entries say whose account it was (`user_id`). Default: true. */
  readonly includeUserId?: boolean | undefined;
  /** Default: true. */
  readonly includeIpAddress?: boolean | undefined;
  /** Default: true. */
  readonly includeRequestId?: boolean | undefined;
  /** Days that files are kept, 0 for ever. Default: 365. What is removed is said in the chain. */
  readonly retentionDays?: number | undefined;
  /** How long a call waits while another process writes: 1 to 60,000 ms. Default: 2,000. */
  readonly lockTimeoutMs?: number | undefined;
  /** Folder that is taken off the front of file names. Default: base names only. */
  readonly sourceRoot?: string | undefined;
  /** The wall clock: whole microseconds since 1970. Default: the system's. */
  readonly clock?: (() => number) | undefined;
  /** Takes entries that cannot be written. Default: standard error. */
  readonly fallback?: ((line: string) => void) | undefined;
  /** Takes reports about failures, such as the `report` of a runtime. Default: they go where `fallback` goes. */
  readonly report?: ((report: OwnReport) => void) | undefined;
}

/** What one audit entry says besides its action. */
export interface AuditDetails {
  /** Who did it. Default: `userId`, else `unknown`. */
  readonly actor?: string | undefined;
  /** What it was done to. Default: empty. */
  readonly resource?: string | undefined;
  /** How it ended, such as `success`, `failure`, `denied`. Default: `success`. */
  readonly outcome?: string | undefined;
  readonly userId?: string | undefined;
  readonly ipAddress?: string | undefined;
  readonly requestId?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly traceId?: string | undefined;
  readonly spanId?: string | undefined;
  /** Anything else. Its members `audit` and `purged` get a `_` behind their names. */
  readonly context?: object | undefined;
}

/** What became of an audit entry. */
export type AuditResult =
  | { readonly isWritten: true; readonly seq: number; readonly hash: string }
  | { readonly isWritten: false; readonly reason: string };

/** How an audit logger fares. */
export interface AuditStatus {
  /** Whether the last entry was written. */
  readonly isHealthy: boolean;
  readonly error: string | undefined;
  /** Entries that this logger wrote, and that it could not write. */
  readonly written: number;
  readonly failed: number;
}

/** Writes audit entries: each on the disk when the call returns, each bound to the one before. */
export interface AuditLogger {
  /**
   * Writes an entry. Never throws: the result says whether it is on the disk. One that is not went to standard error
   * and was reported.
   *
   * @param action what was done, such as `User login`; it is the message as well.
   */
  audit(action: string, details?: AuditDetails): AuditResult;
  /** Checks all files; see {@link verifyAudit}. */
  verify(): Promise<AuditVerification>;
  status(): AuditStatus;
  /** Gives the file back. `audit` opens it again. */
  close(): void;
}

const REPORT_MICROS = 10_000_000;
const MOST_LOCK_MS = 60_000;
const STANDARD_ERROR = 2;
const PATIENCE_MS = 100;

/**
 * Makes an audit logger. Nothing is opened before the first entry. Several processes may share a file: they write in
 * turns.
 *
 * @throws {AgoraError} `AGORA_CONFIG` when an option is out of its range, or the redaction hides members of the chain.
 *
 * @example
 * ```ts
 * const log = createAuditLogger({ service: "auth", path: "/var/log/agora/audit/auth.log", key });
 * log.audit("User login", { userId: "123", ipAddress: "10.0.0.1" });
 * ```
 */
export function createAuditLogger(config: AuditConfig): AuditLogger {
  checkNumber("retentionDays", config.retentionDays ?? 365, 0, 36_500);
  checkNumber("lockTimeoutMs", config.lockTimeoutMs ?? 2_000, 1, MOST_LOCK_MS);
  if (typeof config.path !== "string" || config.path === "" || config.path.includes("\0")) {
    throw new AgoraError(
      "AGORA_CONFIG",
      `path: ${JSON.stringify(config.path)} is not the path of a file; give one`,
    );
  }
  return new FileAuditLogger(config);
}

class FileAuditLogger implements AuditLogger {
  readonly #config: AuditConfig;
  readonly #clock: () => number;
  readonly #encode: ReturnType<typeof createEncoder>;
  readonly #digest: ReturnType<typeof createDigest>;
  readonly #marks = createPlaceholders();
  readonly #file: AuditFile;
  readonly #toError: (line: string) => void;
  #error: string | undefined;
  #written = 0;
  #failed = 0;
  #failures = 0;
  #reportedAt = -Infinity;

  constructor(config: AuditConfig) {
    this.#config = config;
    this.#clock = config.clock ?? createClock();
    this.#encode = createEncoder({ ...config, loggerName: "audit" });
    this.#digest = createDigest(config.key);
    this.#toError = config.fallback ?? toStandardError();
    this.#file = new AuditFile({
      path: config.path,
      retentionDays: config.retentionDays ?? 365,
      lockTimeoutMs: config.lockTimeoutMs ?? 2_000,
      ownLine: (action, resource, context) =>
        this.#lineAt(this.#encodeEntry(action, { actor: "agora", resource, context }, UNKNOWN_SITE)),
      onBroken: (what) =>
        this.#report("AGORA_AUDIT_CHAIN", `The audit file is not what its head says: ${what}`, {}),
    });
    if (
      linkLine(this.#line("probe", {}, UNKNOWN_SITE), this.#marks, this.#file.last, this.#digest) ===
      undefined
    ) {
      throw new AgoraError(
        "AGORA_CONFIG",
        "redact: hash, prev, seq or audit is hidden by it, and no chain can be made; take these names out",
      );
    }
  }

  /** A function of its own, so that it can be passed on alone. */
  readonly audit = (action: string, details: AuditDetails = {}): AuditResult => {
    if (this.#config.enabled === false) return { isWritten: false, reason: "audit is off" };
    let line = "";
    try {
      line = this.#line(action, details, captureSite(this.audit, this.#config.sourceRoot ?? ""));
      const { seq, hash } = this.#file.append(line.slice(14, 24), this.#lineAt(line));
      this.#written++;
      this.#error = undefined;
      return { isWritten: true, seq, hash };
    } catch (error) {
      return this.#fail(line, error);
    }
  };

  verify(): Promise<AuditVerification> {
    const { path, key } = this.#config;
    return verifyAudit(path, { key });
  }

  status(): AuditStatus {
    return {
      isHealthy: this.#error === undefined,
      error: this.#error,
      written: this.#written,
      failed: this.#failed,
    };
  }

  close(): void {
    this.#file.close();
  }

  #lineAt(line: string): LineAt {
    return (last) => {
      const linked = linkLine(line, this.#marks, last, this.#digest);
      if (linked === undefined) throw new AgoraError("AGORA_AUDIT", "an entry has no place for its chain");
      return linked;
    };
  }

  /**
   * The entry with placeholders. One that is too large for its place in the chain loses the caller's context, and what
   * is still too large the ends of its texts.
   */
  #line(action: unknown, given: unknown, site: Site): string {
    const details = readDetails(given);
    const fits = (line: string): boolean => {
      const { hash, prev, seq } = this.#marks;
      return [hash, prev, seq].every((mark) => line.includes(mark));
    };
    const line = this.#encodeEntry(action, details, site);
    if (fits(line)) return line;
    const bare = { ...details, context: { context_dropped: "too large" } };
    const shorter = this.#encodeEntry(action, bare, site);
    return fits(shorter) ? shorter : this.#encodeEntry(shortened(action), shortDetails(details), site);
  }

  #encodeEntry(action: unknown, details: ReadDetails, site: Site): string {
    const { includeUserId = true, includeIpAddress = true, includeRequestId = true, key } = this.#config;
    const { userId, ipAddress, requestId } = details;
    const { hash, prev, seq } = this.#marks;
    const now = this.#clock();
    const time = Math.floor(now / 1_000);
    const message = textOr(action, "unknown");
    return this.#encode({
      time,
      micros: now - time * 1_000,
      level: "INFO",
      message,
      site,
      context: {
        ...details.context,
        correlation_id: details.correlationId,
        trace_id: details.traceId,
        span_id: details.spanId,
        ...(includeUserId ? { user_id: userId } : {}),
        audit: {
          action: message,
          actor: textOr(details.actor ?? userId, "unknown"),
          ...(key === undefined ? {} : { alg: HMAC }),
          hash,
          ...(includeIpAddress && ipAddress !== undefined ? { ip_address: textOr(ipAddress, "") } : {}),
          outcome: textOr(details.outcome, "success"),
          prev,
          ...(includeRequestId && requestId !== undefined ? { request_id: textOr(requestId, "") } : {}),
          resource: textOr(details.resource, ""),
          seq,
        },
      },
    });
  }

  #fail(line: string, error: unknown): AuditResult {
    const reason = error instanceof Error ? textOr(error.message, error.name) : textOr(error, typeof error);
    this.#error = reason;
    this.#failed++;
    this.#failures++;
    this.#tell(unlinkedLine(line, this.#marks));
    const now = this.#clock();
    if (Math.abs(now - this.#reportedAt) >= REPORT_MICROS) {
      this.#reportedAt = now;
      this.#report("AGORA_AUDIT", "An audit entry could not be written; it goes to standard error", {
        failures: this.#failures,
        reason,
      });
      this.#failures = 0;
    }
    return { isWritten: false, reason };
  }

  #report(code: "AGORA_AUDIT" | "AGORA_AUDIT_CHAIN", message: string, context: object): void {
    const full = { code, file: this.#config.path, ...context };
    try {
      if (this.#config.report !== undefined) {
        this.#config.report({ level: "ERROR", code, message, context: full });
        return;
      }
      const now = this.#clock();
      const time = Math.floor(now / 1_000);
      const encode = createEncoder({ ...this.#config, loggerName: "agora" });
      this.#tell(
        encode({
          time,
          micros: now - time * 1_000,
          level: "ERROR",
          message,
          site: UNKNOWN_SITE,
          context: full,
        }),
      );
    } catch {
      // Whoever takes reports failed; the entry itself went to standard error.
    }
  }

  #tell(line: string): void {
    try {
      if (line !== "") this.#toError(line);
    } catch {
      // The result of the call says that the entry is lost.
    }
  }
}

function checkNumber(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new AgoraError(
      "AGORA_CONFIG",
      `${name}: ${String(value)} is not an integer from ${least} to ${most}; use one that is`,
    );
  }
}

function toStandardError(): (line: string) => void {
  const writer = createLineWriter(STANDARD_ERROR);
  return (line) => writer.write(line, PATIENCE_MS);
}
