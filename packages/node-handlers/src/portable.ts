/**
 * The parts of this package that run everywhere: they use nothing of Node.
 *
 * @module
 */
export { problem } from "./config/problem.ts";
export type { ConfigProblem, ConfigSource, Provenance } from "./config/problem.ts";
export { resolveConfig } from "./config/resolve-config.ts";
export type { ConfigInput, Resolution } from "./config/resolve-config.ts";
export type { ResolvedConfig } from "./config/resolved-config.ts";
export { createEntryIdSource } from "./entry-id.ts";
export { createFixedConfig, createLiveConfig } from "./live-config.ts";
export type { FixedConfig, LiveConfig } from "./live-config.ts";
export { createMemoryHandler } from "./memory/memory-handler.ts";
export type { MemoryHandler, RecentFilter } from "./memory/memory-handler.ts";
export { noOutput, ownHandlers, warningsOnly } from "./own-handlers.ts";
