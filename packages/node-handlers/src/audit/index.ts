export type { AuditProblem, AuditProblemKind } from "./audit-check.ts";
export { createAuditLogger } from "./audit-logger.ts";
export type { AuditConfig, AuditDetails, AuditLogger, AuditResult, AuditStatus } from "./audit-logger.ts";
export type { AuditKey } from "./chain.ts";
export { verifyAudit } from "./verify.ts";
export type { AuditVerification, VerifyOptions } from "./verify.ts";
