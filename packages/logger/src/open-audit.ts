import type { Runtime } from "@agora/core";
import type { Resolution } from "@agora/node-handlers";
import type { AuditLogger, AuditResult } from "@agora/node-handlers/audit";
import type { Platform } from "./platform.ts";
import { tell } from "./tell.ts";

/** Makes the audit logger of a configuration. Where it cannot be, it writes nothing, and a warning says so. */
export function openAudit(
  platform: Platform,
  { config, sources }: Resolution,
  runtime: Runtime,
): AuditLogger {
  if (platform.audit === undefined)
    return off(runtime, "audit", "this JavaScript runtime has no files", "use Node.js");
  if (!config.audit.enabled) {
    const source = sources["audit.enabled"]?.source ?? "default";
    return off(runtime, "audit.enabled", `it is off (from ${source})`, "set LOG_AUDIT_ENABLED to true");
  }
  try {
    return platform.audit(config, runtime);
  } catch (error) {
    const why = error instanceof Error ? error.message : typeof error;
    return off(runtime, "audit", why, "correct the fields of audit");
  }
}

function off(runtime: Runtime, field: string, reason: string, remedy: string): AuditLogger {
  const text = `${field}: no audit entry is written, for ${reason}; ${remedy}`;
  tell(runtime, { field, value: "off", source: "the configuration", remedy, text });
  let failed = 0;
  return {
    audit(): AuditResult {
      failed++;
      return { isWritten: false, reason };
    },
    verify: () => Promise.reject(new Error(reason)),
    status: () => ({ isHealthy: false, error: reason, written: 0, failed }),
    close: () => {},
  };
}
