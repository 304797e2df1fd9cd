// The audit chain.
import { join } from "node:path";
import { createAuditLogger, verifyAudit } from "@agora/node-handlers/audit";

/** `{path, key?, day?}`: opens the audit; its clock stands at noon of `day` (UTC). */
export function open_audit(state, { path, key, day = "2026-11-20" }, folder) {
  state.day = day;
  state.audit?.close();
  state.audit = createAuditLogger({
    service: "scenario",
    path: join(folder, path),
    key,
    clock: () => Date.parse(`${state.day}T12:00:00Z`) * 1000,
  });
}

/** `{action, actor?, resource?, outcome?, day?, count?}`: writes entries -> the last `seq`. */
export function audit(state, { action, day, count = 1, ...details }) {
  state.day = day ?? state.day;
  let result;
  for (let i = 0; i < count; i++) result = state.audit.audit(action, details);
  return result.isWritten ? result.seq : result.reason;
}

/** `{path, key?}` -> `{valid, entries}`, or `{valid, kind, seq}` of the first problem. */
export async function verify_audit(_, { path, key }, folder) {
  const { isValid, entries, problems } = await verifyAudit(join(folder, path), { key });
  return isValid ? { valid: true, entries } : { valid: false, kind: problems[0]?.kind };
}
