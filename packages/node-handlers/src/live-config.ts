import { checkPattern, compilePattern, createPolicy, createRateLimiter, createSampler } from "@agora/core";
import type { RuntimeConfig } from "@agora/core";
import { problem, show } from "./config/problem.ts";
import type { ConfigProblem } from "./config/problem.ts";
import type { ResolvedConfig } from "./config/resolved-config.ts";

/** The part of a runtime's configuration that can change while its handlers stay as they are. */
export type LiveConfig = Pick<RuntimeConfig, "level" | "levels" | "redact" | "sampler" | "rateLimiter">;

/**
 * Makes what takes effect without new handlers: levels, redaction, sampling, rate limit.
 *
 * @param problems gets what is not valid; it is left out.
 */
export function createLiveConfig(config: ResolvedConfig, problems: ConfigProblem[]): LiveConfig {
  const { level, levels, sampling, rateLimit } = config;
  const alwaysLog = sampling.alwaysLogPatterns.flatMap((source, index) => {
    const wrong = checkPattern(source);
    if (wrong === undefined) return [compilePattern(source, { ignoreCase: true })];
    const field = `sampling.alwaysLogPatterns[${index}]`;
    problems.push(problem(field, show(source), "the configuration", wrong.says, wrong.remedy));
    return [];
  });
  const isSampled = Object.values(sampling.rates).some((rate) => rate < 1);
  return {
    level,
    levels,
    redact: redactionOf(config, problems),
    sampler: isSampled ? createSampler({ rates: sampling.rates, alwaysLog }) : undefined,
    rateLimiter: rateLimit.messagesPerSecond > 0 ? createRateLimiter(rateLimit) : undefined,
  };
}

/** The part that a platform takes from the configuration as it stands. */
export type FixedConfig = Omit<RuntimeConfig, keyof LiveConfig | "handlers" | "degraded">;

/** Says in a runtime's words what a configuration says; without a host where it names none. */
export function createFixedConfig(config: ResolvedConfig): FixedConfig {
  const { host, entryIds } = config;
  return {
    service: config.serviceName,
    environment: config.environment,
    version: config.version,
    host: host === "" ? undefined : host,
    defaultContext: config.defaultContext,
    maxEntryBytes: config.maxEntryBytes,
    stripAnsi: config.stripAnsi,
    sourceRoot: config.sourceRoot,
    entryIds: entryIds === "auto" ? undefined : entryIds === "on",
  };
}

/** Fails closed: a policy that cannot be made leaves the names and the built-in patterns, and never nothing. */
function redactionOf({ redact }: ResolvedConfig, problems: ConfigProblem[]): RuntimeConfig["redact"] {
  const { enabled, fields, replaceDefaults, patterns, masks } = redact;
  const names = { enabled, fields, replaceDefaults };
  if (Object.keys(patterns).length + Object.keys(masks).length === 0) return names;
  try {
    return createPolicy({ ...names, patterns, masks });
  } catch (error) {
    const why = error instanceof Error ? error.message : typeof error;
    const remedy = "correct redact.patterns and redact.masks";
    problems.push(problem("redact", "the policy", "the configuration", `cannot be used: ${why}`, remedy));
    return names;
  }
}
