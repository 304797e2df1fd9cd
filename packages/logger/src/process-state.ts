import type { ProcessLogger } from "./process-logger.ts";

// The number says the form of what stands under the name. Every copy of this package in a process, of whatever version
// and module format, finds the same logger there, so that no two of them write to one file.
const KEY = Symbol.for("agora.log.1");

declare const AGORA_LOGGER_VERSION: string | undefined;

/** Version of this copy; the build writes it. */
export const VERSION: string = typeof AGORA_LOGGER_VERSION === "string" ? AGORA_LOGGER_VERSION : "0.0.0";

interface Held {
  readonly version: string;
  readonly logger: ProcessLogger;
}

/** What a copy needs of the logger of another one. */
const NEEDED = ["initialize", "runtime", "flush", "shutdown", "recent", "otherVersion"] as const;

let own: ProcessLogger | undefined;

/**
 * The logger of this process, or of this worker thread. The first copy of the package that is asked makes it, and
 * serves all others; one of another version is told so in the log, once.
 */
export function processLogger(open: () => ProcessLogger): ProcessLogger {
  own ??= findOrOpen(open);
  return own;
}

function findOrOpen(open: () => ProcessLogger): ProcessLogger {
  const holder = globalThis as { [KEY]?: unknown };
  const held = holder[KEY];
  if (isHeld(held)) {
    if (held.version !== VERSION) held.logger.otherVersion(held.version, VERSION);
    return held.logger;
  }
  const logger = open();
  try {
    // What else stands there is none of ours, and stays; so does a global object that takes nothing.
    if (held === undefined) holder[KEY] = { version: VERSION, logger } satisfies Held;
  } catch {
    // This copy has a logger of its own then.
  }
  return logger;
}

function isHeld(value: unknown): value is Held {
  if (typeof value !== "object" || value === null) return false;
  const { version, logger } = value as Partial<Held>;
  if (typeof version !== "string" || typeof logger !== "object") return false;
  return NEEDED.every((name) => typeof (logger as unknown as Record<string, unknown>)[name] === "function");
}
