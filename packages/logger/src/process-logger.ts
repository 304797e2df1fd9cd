import { createRuntime } from "@agora/core";
import type { FlushOptions, FlushResult, Runtime } from "@agora/core";
import type { ConfigProblem, MemoryHandler, Resolution } from "@agora/node-handlers";
import type { AuditLogger } from "@agora/node-handlers/audit";
import { openAudit } from "./open-audit.ts";
import type { InitializeOptions, Parts, Platform } from "./platform.ts";
import { compare, reloadProblems } from "./reload.ts";
import { tell } from "./tell.ts";

/** What `initialize` found and did. */
export interface Initialized extends Resolution, AsyncDisposable {
  /** Whether every value that was given is used. False does not mean that nothing is logged. */
  readonly ok: boolean;
}

/** The state of a process: the runtime, and what keeps it in step with its configuration. */
export interface ProcessLogger {
  initialize(code: unknown, options?: InitializeOptions | null): Initialized;
  runtime(): Runtime;
  flush(options?: FlushOptions): Promise<FlushResult>;
  shutdown(options?: FlushOptions): Promise<FlushResult>;
  /** The audit logger of the configuration that is in effect. */
  audit(): AuditLogger;
  /** Where the newest entries are; undefined where none are kept. */
  recent(): MemoryHandler | undefined;
  /** Says in the log that a copy of another version is served by this one. */
  otherVersion(served: string, asking: string): void;
}

/** What `initialize` was called with, and what came of it. */
interface Settings {
  readonly code: unknown;
  readonly options: InitializeOptions;
  readonly resolution: Resolution;
  readonly parts: Parts;
}

const NOT_INITIALIZED = {
  level: "WARNING",
  code: "AGORA_NOT_INITIALIZED",
  message: "A logger is used before initialize: entries go to the console only",
} as const;

// More problems than these are not reported one by one.
const MOST_REPORTS = 20;

/** Opens the logger of a process. Before `initialize` it writes to the console only. */
export function openProcessLogger(platform: Platform): ProcessLogger {
  return new PlatformLogger(platform);
}

// Not all runtimes have it yet.
const DISPOSE: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");

class PlatformLogger implements ProcessLogger {
  readonly #platform: Platform;
  readonly #runtime: Runtime;
  /** What is in effect before `initialize`. */
  readonly #first: Resolution;
  #current: Settings | undefined;
  #recent: MemoryHandler | undefined;
  #audit: AuditLogger | undefined;
  #stopWatching: () => void = nothing;
  #leave: () => void = nothing;
  /** How often it was configured, so that the end of an earlier time does not take away what belongs to a later one. */
  #times = 0;

  constructor(platform: Platform) {
    this.#platform = platform;
    this.#first = consoleOnly(platform.bare());
    const { runtime, recent } = platform.build(this.#first, undefined);
    this.#recent = recent;
    this.#runtime = createRuntime({ ...runtime, notice: NOT_INITIALIZED }, platform.ports());
    // What the console could not take yet is written when the process ends, also before `initialize`.
    this.#leave = this.#atExitOnly();
  }

  initialize(code: unknown, given?: InitializeOptions | null): Initialized {
    const options = given ?? {};
    const problems: ConfigProblem[] = [];
    const resolution = this.#configure(code, options, problems) ?? this.#current?.resolution ?? this.#first;
    for (const problem of problems.slice(0, MOST_REPORTS)) tell(this.#runtime, problem);
    const dispose = async (): Promise<void> => void (await this.shutdown());
    return { ...resolution, problems, ok: problems.length === 0, [DISPOSE]: dispose };
  }

  runtime(): Runtime {
    return this.#runtime;
  }

  recent(): MemoryHandler | undefined {
    return this.#recent;
  }

  audit(): AuditLogger {
    this.#audit ??= openAudit(this.#platform, this.#current?.resolution ?? this.#first, this.#runtime);
    return this.#audit;
  }

  flush(options?: FlushOptions): Promise<FlushResult> {
    return this.#runtime.flush(options);
  }

  async shutdown(options?: FlushOptions): Promise<FlushResult> {
    const times = this.#times;
    this.#stopWatching();
    this.#audit?.close();
    const result = await this.#runtime.shutdown(options);
    // Entries that come later are counted, and said at the end of the process at the latest.
    if (times === this.#times) {
      this.#leave();
      this.#leave = this.#atExitOnly();
    }
    return result;
  }

  otherVersion(served: string, asking: string): void {
    const source = "another copy of the package";
    const remedy = "install one version only";
    const text = `@agora/logger: ${asking} (from ${source}) is not the version that runs, ${served}; ${remedy}`;
    tell(this.#runtime, { field: "@agora/logger", value: asking, source, remedy, text });
  }

  /** Brings the runtime to its end with the process, and leaves signals to others. */
  #atExitOnly(): () => void {
    const { config } = this.#first;
    const exit = { ...config.exit, handleSignals: false };
    return this.#platform.atExit?.(this.#runtime, { ...config, exit }) ?? nothing;
  }

  /** Puts a configuration into effect; undefined where that fails, and then nothing has changed. */
  #configure(code: unknown, options: InitializeOptions, problems: ConfigProblem[]): Resolution | undefined {
    try {
      const resolution = this.#platform.load(code, options);
      const parts = this.#platform.build(resolution, code);
      problems.push(...resolution.problems, ...parts.problems);
      void this.#runtime.configure(parts.runtime);
      this.#times++;
      this.#current = { code, options, resolution, parts };
      this.#recent = parts.recent;
      this.#audit?.close();
      this.#audit = undefined;
      this.#stopWatching();
      this.#stopWatching = this.#platform.watch?.(resolution.config, () => this.#safelyReload()) ?? nothing;
      this.#leave = this.#platform.atExit?.(this.#runtime, resolution.config) ?? this.#leave;
      return resolution;
    } catch (error) {
      problems.push(refused(error));
      return undefined;
    }
  }

  /** Called by a timer, where an error would end the application. */
  #safelyReload(): void {
    try {
      this.#reload();
    } catch (error) {
      tell(this.#runtime, refused(error));
    }
  }

  /** Takes up what has changed in the file, where nothing in it is wrong. */
  #reload(): void {
    if (this.#current === undefined) return;
    const { code, options, resolution, parts } = this.#current;
    const next = this.#platform.load(code, options);
    const problems = reloadProblems(resolution, next);
    const live = this.#platform.live(next.config, problems);
    const [bad] = problems;
    if (bad !== undefined) {
      const more = problems.length === 1 ? "" : ` (and ${problems.length - 1} more)`;
      tell(this.#runtime, { ...bad, text: `${bad.text}${more}; the settings stay as they are` });
      return;
    }
    const { changed, waiting } = compare(resolution.config, next.config);
    if (changed.length + waiting.length === 0) return;
    // A limit that stays as it is goes on counting where it was.
    const isLimited = changed.some((name) => name.startsWith("rateLimit."));
    const limiter = isLimited ? live.rateLimiter : parts.runtime.rateLimiter;
    const runtime = { ...parts.runtime, ...live, rateLimiter: limiter };
    void this.#runtime.configure(runtime);
    this.#current = { code, options, resolution: next, parts: { ...parts, runtime } };
    const context = { changed, ...(waiting.length === 0 ? {} : { needs_initialize: waiting }) };
    const message = "The configuration was loaded again";
    this.#runtime.report({ level: "INFO", code: "AGORA_RELOADED", message, context });
  }
}

function nothing(): void {}

/** Every value has been checked; only a fault of the library or a handler that throws comes here. */
function refused(error: unknown): ConfigProblem {
  const value = error instanceof Error ? error.message : typeof error;
  const remedy = "correct what it names; what was in effect stays";
  const text = `configuration: ${value} (from the logger); ${remedy}`;
  return { field: "configuration", value, source: "the logger", remedy, text };
}

function consoleOnly(resolution: Resolution): Resolution {
  const { config } = resolution;
  const off = { url: undefined };
  return {
    ...resolution,
    config: {
      ...config,
      file: { ...config.file, enabled: false },
      http: { ...config.http, ...off },
      loki: { ...config.loki, ...off },
      otlp: { ...config.otlp, ...off },
      routes: [],
    },
  };
}
