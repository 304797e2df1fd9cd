import type { FlushOptions, OwnReport, Ports, RuntimeConfig } from "@agora/core";
import type {
  ConfigInput,
  ConfigProblem,
  LiveConfig,
  MemoryHandler,
  Resolution,
  ResolvedConfig,
} from "@agora/node-handlers";

import type { AuditLogger } from "@agora/node-handlers/audit";

/** What `initialize` takes beside the configuration. */
export interface InitializeOptions {
  /** Wins over everything, the environment included: for tests and tools. */
  readonly overrides?: ConfigInput | undefined;
}

/** The parts of a runtime that a configuration gives. */
export interface Parts {
  readonly runtime: RuntimeConfig;
  readonly recent?: MemoryHandler | undefined;
  readonly problems: readonly ConfigProblem[];
}

/** What the end of the process does with the runtime. */
export interface Ending {
  flush(options?: FlushOptions): Promise<unknown>;
  flushSync(options?: { readonly isLast: boolean }): void;
  shutdown(options?: FlushOptions): Promise<unknown>;
  reopen(): void;
  report(report: OwnReport): void;
}

/** What differs from one JavaScript runtime to another. Nothing in it throws. */
export interface Platform {
  /** What a runtime needs, made once. */
  readonly ports: () => Ports;
  /** Decides every field from all sources that the platform has. */
  readonly load: (code: unknown, options: InitializeOptions) => Resolution;
  /** The same without code and files: for the time before `initialize`. */
  readonly bare: () => Resolution;
  /** Makes the handlers. */
  readonly build: (resolution: Resolution, code: unknown) => Parts;
  /** What takes effect without new handlers. */
  readonly live: (config: ResolvedConfig, problems: ConfigProblem[]) => LiveConfig;
  /** Makes the audit logger; absent where there cannot be one. */
  readonly audit?: ((config: ResolvedConfig, runtime: Ending) => AuditLogger) | undefined;
  /** Calls back when the configuration file, or the policy of redaction, has changed. Returns what ends that. */
  readonly watch?: ((config: ResolvedConfig, onChange: () => void) => () => void) | undefined;
  /** Brings the runtime to its end with the process. Returns what takes it out again. */
  readonly atExit?: ((runtime: Ending, config: ResolvedConfig) => () => void) | undefined;
}
