export { AgoraError } from "@agora/core";
export type {
  ErrorCode,
  FlushOptions,
  FlushResult,
  Handler,
  HandlerHost,
  HandlerStatus,
  HealthStatus,
  Level,
  LevelInput,
  Logger,
  LogMethod,
  Message,
  Route,
  RuntimeState,
  SetLevelOptions,
  Thrown,
} from "@agora/core";
export type {
  ConfigInput,
  ConfigProblem,
  ConfigSource,
  Provenance,
  RecentFilter,
  Resolution,
  ResolvedConfig,
} from "@agora/node-handlers";
export type { AuditDetails, AuditLogger, AuditResult } from "@agora/node-handlers/audit";
export type { LogEntry } from "@agora/schema";
export type { LogConfig } from "@agora/schema/config";
export type { LoggerFacade } from "./facade.ts";
export type { InitializeOptions } from "./platform.ts";
export type { Initialized } from "./process-logger.ts";
