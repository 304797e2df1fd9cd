import type { RedactMask, RedactPattern } from "@agora/schema/config";
import type { Level } from "@agora/schema/tables";

/** The configuration with every field decided. The reference of the configuration says what each one means. */
export interface ResolvedConfig {
  readonly serviceName: string;
  readonly environment: "development" | "staging" | "production";
  readonly version: string;
  readonly level: Level;
  readonly levels: Readonly<Record<string, Level>>;
  /** Empty when nobody said it: the machine's name is asked for then. */
  readonly host: string;
  readonly console: ResolvedConsole;
  readonly file: ResolvedFile;
  readonly async: ResolvedAsync;
  readonly defaultContext: Readonly<Record<string, unknown>>;
  readonly maxEntryBytes: number;
  readonly stripAnsi: boolean;
  readonly redact: ResolvedRedact;
  readonly sampling: {
    readonly rates: Readonly<Partial<Record<Level, number>>>;
    readonly alwaysLogPatterns: readonly string[];
  };
  readonly rateLimit: { readonly messagesPerSecond: number; readonly burstSize: number };
  readonly sourceRoot: string;
  readonly entryIds: "auto" | "on" | "off";
  readonly recent: { readonly capacity: number };
  readonly routes: readonly ResolvedRoute[];
  readonly http: ResolvedOutput;
  readonly loki: ResolvedLoki;
  readonly otlp: ResolvedOutput;
  readonly audit: ResolvedAudit;
  readonly exit: {
    readonly handleSignals: boolean;
    readonly reopenOnSighup: boolean;
    readonly deadlineMs: number;
  };
  /** The file that was read; absent where there is none. */
  readonly configFile?: string | undefined;
  readonly reload: { readonly enabled: boolean; readonly intervalMs: number };
}

/** Standard output. */
export interface ResolvedConsole {
  readonly enabled: boolean;
  readonly format: "json" | "text" | "auto";
  readonly colors: boolean;
}

/** The log file. */
export interface ResolvedFile {
  readonly enabled: boolean;
  readonly path: string;
  readonly maxSizeMb: number;
  readonly maxBackupCount: number;
  readonly layout: "backups" | "segments";
  readonly minRotationIntervalMs: number;
  readonly compress: boolean;
  readonly rotateDaily: boolean;
  readonly maxAgeDays: number;
  readonly maxTotalMb: number;
  readonly fsync: "never" | "interval" | "always";
  readonly fsyncIntervalMs: number;
}

/** The queue in front of the file. */
export interface ResolvedAsync {
  readonly enabled: boolean;
  readonly queueSize: number;
  readonly queueBytes: number;
  readonly overflowPolicy: "drop_oldest" | "drop_newest" | "block" | "drop_least_important";
  readonly blockTimeoutMs: number;
  readonly batchSize: number;
  readonly flushIntervalMs: number;
}

/** What is hidden. */
export interface ResolvedRedact {
  readonly enabled: boolean;
  readonly fields: readonly string[];
  readonly replaceDefaults: boolean;
  readonly patterns: Readonly<Record<string, boolean | RedactPattern>>;
  readonly masks: Readonly<Record<string, RedactMask>>;
  readonly policyFile?: string | undefined;
}

/** What one output gets. */
export interface ResolvedRoute {
  readonly handler: "console" | "file" | "http" | "loki" | "otlp";
  readonly loggers?: readonly string[] | undefined;
  readonly level?: Level | undefined;
  readonly priority?: number | undefined;
  readonly path?: string | undefined;
}

/** An output over the network; it is off where it has no address. */
export interface ResolvedOutput {
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly level: Level;
  readonly batchSize: number;
  readonly flushIntervalMs: number;
  readonly timeoutMs: number;
  readonly gzip: boolean;
  readonly spoolDirectory?: string | undefined;
  readonly spoolMaxMb: number;
}

/** Loki. */
export interface ResolvedLoki extends ResolvedOutput {
  readonly labels: Readonly<Record<string, string>>;
  readonly tenant?: string | undefined;
}

/** The audit log. */
export interface ResolvedAudit {
  readonly enabled: boolean;
  readonly filePath: string;
  readonly retentionDays: number;
  readonly includeUserId: boolean;
  readonly includeIpAddress: boolean;
  readonly includeRequestId: boolean;
  readonly key?: string | undefined;
}
