// index.d.ts
import type { Logger } from "@agora/core";
import type { Resolution } from "@agora/node-handlers";
import type { LogConfig } from "@agora/schema/config";
export { AgoraError } from "@agora/core";
export type { ErrorCode, Level, LevelInput, Logger, LogMethod, Message, Thrown } from "@agora/core";
export { ConfigError } from "@agora/node-handlers";
export type { ConfigProblem, ConfigSource, Resolution, ResolvedConfig } from "@agora/node-handlers";
export type { LogConfig } from "@agora/schema/config";
export declare function initialize(config?: Partial<LogConfig>): Resolution;
export declare function getLogger<C extends object = object>(name?: string): Logger<C>;
export declare function runWithContext<T>(context: object, body: () => T): T;
export declare function flush(): Promise<void>;
export declare function shutdown(): Promise<void>;
