// Generated from log-config.schema.json by `npm run generate`. Do not edit.

import type { LevelInput } from "../src/config/level-input.ts";
import type {
  RedactMask,
  RedactMaskFile,
  RedactPattern,
  RedactPatternFile,
} from "../src/config/redact-input.ts";

/**
 * Configuration of a logger, in the form that a file has. Each field is taken from the environment, else from a file, else from code, else it has its default.
 */
export interface LogConfig {
  /**
   * Name of the service, written as `service` in every entry.
   *
   * @example "market-data"
   */
  serviceName: string;
  /**
   * Where the service runs. `dev`, `stage` and `prod` are short for the three.
   *
   * @default "development"
   * @example "production"
   */
  environment?: "development" | "staging" | "production" | "dev" | "stage" | "prod";
  /**
   * Semantic version of the service.
   *
   * @default "0.0.0"
   * @example "1.4.2"
   */
  version?: string;
  /**
   * Lowest level that is written: DEBUG, INFO, WARNING, ERROR or CRITICAL, or one of the aliases, in any case.
   *
   * @default "INFO"
   * @example "DEBUG"
   */
  level?: LevelInput;
  /**
   * Levels of single loggers, by name. A name counts for all below it that have none of their own; an entry here wins over `level`.
   *
   * @default {}
   * @example {"agora.feed":"DEBUG"}
   */
  levels?: Readonly<Record<string, LevelInput>>;
  /**
   * Name of the host or pod, written as `host` in every entry.
   *
   * @example "node-7"
   */
  host?: string;
  console?: ConsoleConfig;
  file?: FileConfig;
  async?: AsyncConfig;
  /**
   * Members that every entry's `context` has, unless a child or a call says otherwise.
   *
   * @default {}
   * @example {"region":"eu"}
   */
  defaultContext?: Readonly<Record<string, unknown>>;
  /**
   * Longest entry with its line feed, in bytes. Longer ones lose parts, and say so.
   *
   * @default 31999
   * @example 16000
   */
  maxEntryBytes?: number;
  /**
   * Takes escape sequences for terminals out of `message`.
   *
   * @default true
   * @example false
   */
  stripAnsi?: boolean;
  redact?: RedactConfig;
  sampling?: SamplingConfig;
  rateLimit?: RateLimitConfig;
  /**
   * Folder that is taken off the front of `file`, so that entries carry paths relative to it. Empty: base names only.
   *
   * @default ""
   * @example "/srv/app"
   */
  sourceRoot?: string;
  /**
   * Whether entries have an `entry_id`: `auto` when something that may send an entry twice is configured.
   *
   * @default "auto"
   * @example "on"
   */
  entryIds?: "auto" | "on" | "off";
  recent?: RecentConfig;
  /**
   * Which entries go where. An output that a route names gets only what one of its routes lets through; one that no route names gets everything.
   *
   * @default []
   * @example [{"handler":"file","loggers":["agora.feed.#"],"level":"WARNING"}]
   */
  routes?: readonly RouteConfig[];
  http?: HttpConfig;
  loki?: LokiConfig;
  otlp?: OtlpConfig;
  audit?: AuditConfig;
  exit?: ExitConfig;
  /**
   * Path of the configuration file, in YAML or JSON. It cannot stand in a file itself.
   *
   * @example "/etc/agora/logging.yaml"
   */
  configFile?: string;
  reload?: ReloadConfig;
}
/**
 * Standard output.
 */
export interface ConsoleConfig {
  /**
   * Writes entries to standard output.
   *
   * @default true
   * @example true
   */
  enabled?: boolean;
  /**
   * `json` writes entries as they are, `text` a form for people, `auto` the latter on a terminal and the former elsewhere.
   *
   * @default "auto"
   * @example "json"
   */
  format?: "json" | "text" | "auto";
  /**
   * Colours in the text form. They are used on a terminal only, and never where NO_COLOR is set.
   *
   * @default true
   * @example false
   */
  colors?: boolean;
}
/**
 * Log file.
 */
export interface FileConfig {
  /**
   * Writes entries to a file.
   *
   * @example true
   */
  enabled?: boolean;
  /**
   * Path of the log file. Its directory is made when it is missing.
   *
   * @example "/var/log/agora/market-data.log"
   */
  path?: string;
  /**
   * Size in MiB (1,048,576 bytes) at which the file is rotated; 0 never rotates it.
   *
   * @default 100
   * @example 100
   */
  maxSizeMb?: number;
  /**
   * How many rotated files are kept; with 0 a full file is replaced.
   *
   * @default 5
   * @example 5
   */
  maxBackupCount?: number;
  /**
   * `backups` renames `<path>` to `<path>.1`; `segments` begins a new numbered file, and renames none.
   *
   * @default "backups"
   * @example "segments"
   */
  layout?: "backups" | "segments";
  /**
   * Shortest time in milliseconds between two rotations, unless the file has twice its size.
   *
   * @default 3000
   * @example 3000
   */
  minRotationIntervalMs?: number;
  /**
   * Compresses older backups with gzip, off the path of the calls.
   *
   * @default false
   * @example true
   */
  compress?: boolean;
  /**
   * Rotates the file at the end of each day (UTC) as well.
   *
   * @default false
   * @example true
   */
  rotateDaily?: boolean;
  /**
   * Days after which a rotated file is removed; 0 keeps it until there are too many.
   *
   * @default 0
   * @example 30
   */
  maxAgeDays?: number;
  /**
   * Most MiB of the file and its backups together; the oldest backups are removed. 0: any size.
   *
   * @default 0
   * @example 1000
   */
  maxTotalMb?: number;
  /**
   * When lines are made to survive a loss of power: `never`, every `file.fsync_interval_ms`, or `always`, with every write.
   *
   * @default "interval"
   * @example "always"
   */
  fsync?: "never" | "interval" | "always";
  /**
   * Milliseconds between two syncs of the file.
   *
   * @default 1000
   * @example 1000
   */
  fsyncIntervalMs?: number;
}
/**
 * The queue in front of the file: calls return before the line is written, and a batch is one write.
 */
export interface AsyncConfig {
  /**
   * Writes the file in batches. Off: a line is in the file when its call returns.
   *
   * @default true
   * @example false
   */
  enabled?: boolean;
  /**
   * Most entries that wait.
   *
   * @default 10000
   * @example 50000
   */
  queueSize?: number;
  /**
   * Most bytes that wait.
   *
   * @default 67108864
   * @example 16777216
   */
  queueBytes?: number;
  /**
   * What a full queue does: it drops the oldest or the newest entries, blocks the call until there is room, or drops the least important ones first. Every loss is counted and reported in the log.
   *
   * @default "drop_oldest"
   * @example "block"
   */
  overflowPolicy?: "drop_oldest" | "drop_newest" | "block" | "drop_least_important";
  /**
   * Longest time in milliseconds that `block` keeps a call waiting; then the entry is dropped.
   *
   * @default 1000
   * @example 250
   */
  blockTimeoutMs?: number;
  /**
   * Most entries in one write.
   *
   * @default 100
   * @example 500
   */
  batchSize?: number;
  /**
   * Longest time in milliseconds that an entry waits, counted from the first one of a batch.
   *
   * @default 10
   * @example 50
   */
  flushIntervalMs?: number;
}
/**
 * What is hidden before an entry leaves the process.
 */
export interface RedactConfig {
  /**
   * Hides the values of members whose names say that they are secret.
   *
   * @default true
   * @example false
   */
  enabled?: boolean;
  /**
   * Further names whose values are hidden; they are compared word by word.
   *
   * @default []
   * @example ["iban","date of birth"]
   */
  fields?: readonly string[];
  /**
   * Hides only the names in `redact.fields`, and none of the built-in ones.
   *
   * @default false
   * @example true
   */
  replaceDefaults?: boolean;
  /**
   * Patterns that are hidden in every text: names of built-in ones, each on or off (`jwt`, `bearer`, `basic-auth`, `url-credentials`, `key-value` and `private-key` are on; `aws-key`, `credit-card`, `email`, `iban` and `ipv4` are off), and own ones as `{pattern, ignore_case, replacement}`.
   *
   * @default {}
   * @example {"email":true,"account-number":{"pattern":"ACC-\\d{6}"}}
   */
  patterns?: Readonly<Record<string, boolean | RedactPattern>>;
  /**
   * Names whose values are shown in part: `{show_last, mask_char}` or `{email}`.
   *
   * @default {}
   * @example {"card_number":{"show_last":4},"email":{"email":true}}
   */
  masks?: Readonly<Record<string, RedactMask>>;
  /**
   * Path of a policy file that languages share: JSON everywhere, YAML in TypeScript. Its members count like those of the configuration file, below them.
   *
   * @example "/etc/agora/redaction.json"
   */
  policyFile?: string;
}
/**
 * Leaves out a part of the entries, the same ones for all lines of a trace.
 */
export interface SamplingConfig {
  /**
   * Part of the entries of a level that is kept, from 0 to 1. ERROR and CRITICAL are always kept. In the environment there is one variable for each level, such as LOG_SAMPLE_DEBUG.
   *
   * @default {}
   * @example {"DEBUG":0.01,"INFO":0.1}
   */
  rates?: Readonly<Partial<Record<LevelInput, number>>>;
  /**
   * Messages that one of these patterns is found in are never left out by sampling. Small regular expressions; case does not count.
   *
   * @default []
   * @example ["startup","shutdown"]
   */
  alwaysLogPatterns?: readonly string[];
}
/**
 * Most entries of each logger name below level ERROR.
 */
export interface RateLimitConfig {
  /**
   * Most entries a second of one logger name; 0 sets no limit. ERROR and CRITICAL are exempt.
   *
   * @default 0
   * @example 1000
   */
  messagesPerSecond?: number;
  /**
   * How many entries may come at once.
   *
   * @default 5000
   * @example 5000
   */
  burstSize?: number;
}
/**
 * The newest entries, kept in memory for `getRecentLogs`.
 */
export interface RecentConfig {
  /**
   * How many of the newest entries are kept; 0 keeps none.
   *
   * @default 256
   * @example 1000
   */
  capacity?: number;
}
/**
 * Gives one output a part of the entries.
 */
export interface RouteConfig {
  /**
   * The output that is meant.
   */
  handler: "console" | "file" | "http" | "loki" | "otlp";
  /**
   * Patterns for logger names: `*` is one segment between dots, `#` any number of them. Default: all names.
   */
  loggers?: readonly string[];
  /**
   * Lowest level. Default: what the logger writes.
   */
  level?: LevelInput;
  /**
   * Routes with a higher number get an entry first. Default: 0.
   */
  priority?: number;
  /**
   * For `file`: another file than `file.path`, with the same settings.
   */
  path?: string;
}
/**
 * Sends entries to an HTTP endpoint as NDJSON.
 */
export interface HttpConfig {
  /**
   * Address to which entries are posted. Unset: off.
   *
   * @example "https://logs.example.com/ingest"
   */
  url?: string;
  /**
   * Headers of every request.
   *
   * @default {}
   * @example {"X-Api-Key":"..."}
   */
  headers?: Readonly<Record<string, string>>;
  /**
   * Lowest level that is sent.
   *
   * @default "DEBUG"
   * @example "WARNING"
   */
  level?: LevelInput;
  /**
   * Most entries in one request.
   *
   * @default 500
   * @example 1000
   */
  batchSize?: number;
  /**
   * Longest time in milliseconds that an entry waits, counted from the first one of a batch.
   *
   * @default 1000
   * @example 5000
   */
  flushIntervalMs?: number;
  /**
   * Milliseconds after which a request is given up and tried again.
   *
   * @default 10000
   * @example 5000
   */
  timeoutMs?: number;
  /**
   * Compresses requests.
   *
   * @default true
   * @example false
   */
  gzip?: boolean;
  /**
   * Directory for what cannot be sent now. Unset: it waits in memory only.
   *
   * @example "/var/spool/agora"
   */
  spoolDirectory?: string;
  /**
   * Most MiB in the spool; then the oldest entries are dropped, and counted.
   *
   * @default 64
   * @example 256
   */
  spoolMaxMb?: number;
}
/**
 * Sends entries to Loki's push interface.
 */
export interface LokiConfig {
  /**
   * Address of Loki; the path of the push interface is added where there is none. Unset: off.
   *
   * @example "https://loki.example.com"
   */
  url?: string;
  /**
   * Headers of every request.
   *
   * @default {}
   * @example {"X-Api-Key":"..."}
   */
  headers?: Readonly<Record<string, string>>;
  /**
   * Further labels of every stream, beside job, service, environment and host.
   *
   * @default {}
   * @example {"region":"eu"}
   */
  labels?: Readonly<Record<string, string>>;
  /**
   * Tenant, sent as `X-Scope-OrgID`.
   *
   * @example "trading"
   */
  tenant?: string;
  /**
   * Lowest level that is sent.
   *
   * @default "DEBUG"
   * @example "WARNING"
   */
  level?: LevelInput;
  /**
   * Most entries in one request.
   *
   * @default 500
   * @example 1000
   */
  batchSize?: number;
  /**
   * Longest time in milliseconds that an entry waits, counted from the first one of a batch.
   *
   * @default 1000
   * @example 5000
   */
  flushIntervalMs?: number;
  /**
   * Milliseconds after which a request is given up and tried again.
   *
   * @default 10000
   * @example 5000
   */
  timeoutMs?: number;
  /**
   * Compresses requests.
   *
   * @default true
   * @example false
   */
  gzip?: boolean;
  /**
   * Directory for what cannot be sent now. Unset: it waits in memory only.
   *
   * @example "/var/spool/agora"
   */
  spoolDirectory?: string;
  /**
   * Most MiB in the spool; then the oldest entries are dropped, and counted.
   *
   * @default 64
   * @example 256
   */
  spoolMaxMb?: number;
}
/**
 * Sends entries to an OpenTelemetry collector by OTLP/HTTP.
 */
export interface OtlpConfig {
  /**
   * Address of the collector; `/v1/logs` is added where there is no path. Unset: off.
   *
   * @example "https://collector.example.com:4318"
   */
  url?: string;
  /**
   * Headers of every request.
   *
   * @default {}
   * @example {"X-Api-Key":"..."}
   */
  headers?: Readonly<Record<string, string>>;
  /**
   * Lowest level that is sent.
   *
   * @default "DEBUG"
   * @example "WARNING"
   */
  level?: LevelInput;
  /**
   * Most entries in one request.
   *
   * @default 500
   * @example 1000
   */
  batchSize?: number;
  /**
   * Longest time in milliseconds that an entry waits, counted from the first one of a batch.
   *
   * @default 1000
   * @example 5000
   */
  flushIntervalMs?: number;
  /**
   * Milliseconds after which a request is given up and tried again.
   *
   * @default 10000
   * @example 5000
   */
  timeoutMs?: number;
  /**
   * Compresses requests.
   *
   * @default true
   * @example false
   */
  gzip?: boolean;
  /**
   * Directory for what cannot be sent now. Unset: it waits in memory only.
   *
   * @example "/var/spool/agora"
   */
  spoolDirectory?: string;
  /**
   * Most MiB in the spool; then the oldest entries are dropped, and counted.
   *
   * @default 64
   * @example 256
   */
  spoolMaxMb?: number;
}
/**
 * The audit log: a file of its own with a chain of hashes.
 */
export interface AuditConfig {
  /**
   * Writes the audit log: `getAuditLogger()`.
   *
   * @default false
   * @example true
   */
  enabled?: boolean;
  /**
   * Path of the audit log.
   *
   * @example "/var/log/agora/audit/auth-audit.log"
   */
  filePath?: string;
  /**
   * Days that audit files are kept; 0 keeps them for ever.
   *
   * @default 365
   * @example 3650
   */
  retentionDays?: number;
  /**
   * Writes who acted.
   *
   * @default true
   * @example false
   */
  includeUserId?: boolean;
  /**
   * Writes from which address.
   *
   * @default true
   * @example false
   */
  includeIpAddress?: boolean;
  /**
   * Writes in which request.
   *
   * @default true
   * @example false
   */
  includeRequestId?: boolean;
  /**
   * Secret for HMAC-SHA-256, so that only who has it can make a chain. Better in the environment than in a file.
   *
   * @example "from a secret store"
   */
  key?: string;
}
/**
 * What happens when the process ends.
 */
export interface ExitConfig {
  /**
   * Flushes on SIGTERM, SIGINT and SIGHUP, and then lets the process end as it would have.
   *
   * @default true
   * @example false
   */
  handleSignals?: boolean;
  /**
   * SIGHUP opens the files anew, for a rotation from outside, and does not end the process.
   *
   * @default false
   * @example true
   */
  reopenOnSighup?: boolean;
  /**
   * Milliseconds that outputs over the network get when the process ends.
   *
   * @default 2000
   * @example 5000
   */
  deadlineMs?: number;
}
/**
 * Loads the configuration file again when it has changed. Levels, sampling, rate limit and redaction take effect at once; everything else with the next `initialize`.
 */
export interface ReloadConfig {
  /**
   * Watches the configuration file.
   *
   * @default true
   * @example false
   */
  enabled?: boolean;
  /**
   * Milliseconds between two looks at the file where the system does not say that it has changed.
   *
   * @default 5000
   * @example 10000
   */
  intervalMs?: number;
}
/**
 * Configuration of a logger, in the form that a file has. Each field is taken from the environment, else from a file, else from code, else it has its default.
 */
export interface LogConfigFile {
  /**
   * Name of the service, written as `service` in every entry.
   *
   * @example "market-data"
   */
  service_name: string;
  /**
   * Where the service runs. `dev`, `stage` and `prod` are short for the three.
   *
   * @default "development"
   * @example "production"
   */
  environment?: "development" | "staging" | "production" | "dev" | "stage" | "prod";
  /**
   * Semantic version of the service.
   *
   * @default "0.0.0"
   * @example "1.4.2"
   */
  version?: string;
  /**
   * Lowest level that is written: DEBUG, INFO, WARNING, ERROR or CRITICAL, or one of the aliases, in any case.
   *
   * @default "INFO"
   * @example "DEBUG"
   */
  level?: LevelInput;
  /**
   * Levels of single loggers, by name. A name counts for all below it that have none of their own; an entry here wins over `level`.
   *
   * @default {}
   * @example {"agora.feed":"DEBUG"}
   */
  levels?: Readonly<Record<string, LevelInput>>;
  /**
   * Name of the host or pod, written as `host` in every entry.
   *
   * @example "node-7"
   */
  host?: string;
  console?: ConsoleConfigFile;
  file?: FileConfigFile;
  async?: AsyncConfigFile;
  /**
   * Members that every entry's `context` has, unless a child or a call says otherwise.
   *
   * @default {}
   * @example {"region":"eu"}
   */
  default_context?: Readonly<Record<string, unknown>>;
  /**
   * Longest entry with its line feed, in bytes. Longer ones lose parts, and say so.
   *
   * @default 31999
   * @example 16000
   */
  max_entry_bytes?: number;
  /**
   * Takes escape sequences for terminals out of `message`.
   *
   * @default true
   * @example false
   */
  strip_ansi?: boolean;
  redact?: RedactConfigFile;
  sampling?: SamplingConfigFile;
  rate_limit?: RateLimitConfigFile;
  /**
   * Folder that is taken off the front of `file`, so that entries carry paths relative to it. Empty: base names only.
   *
   * @default ""
   * @example "/srv/app"
   */
  source_root?: string;
  /**
   * Whether entries have an `entry_id`: `auto` when something that may send an entry twice is configured.
   *
   * @default "auto"
   * @example "on"
   */
  entry_ids?: "auto" | "on" | "off";
  recent?: RecentConfigFile;
  /**
   * Which entries go where. An output that a route names gets only what one of its routes lets through; one that no route names gets everything.
   *
   * @default []
   * @example [{"handler":"file","loggers":["agora.feed.#"],"level":"WARNING"}]
   */
  routes?: readonly RouteConfigFile[];
  http?: HttpConfigFile;
  loki?: LokiConfigFile;
  otlp?: OtlpConfigFile;
  audit?: AuditConfigFile;
  exit?: ExitConfigFile;
  /**
   * Path of the configuration file, in YAML or JSON. It cannot stand in a file itself.
   *
   * @example "/etc/agora/logging.yaml"
   */
  config_file?: string;
  reload?: ReloadConfigFile;
}
/**
 * Standard output.
 */
export interface ConsoleConfigFile {
  /**
   * Writes entries to standard output.
   *
   * @default true
   * @example true
   */
  enabled?: boolean;
  /**
   * `json` writes entries as they are, `text` a form for people, `auto` the latter on a terminal and the former elsewhere.
   *
   * @default "auto"
   * @example "json"
   */
  format?: "json" | "text" | "auto";
  /**
   * Colours in the text form. They are used on a terminal only, and never where NO_COLOR is set.
   *
   * @default true
   * @example false
   */
  colors?: boolean;
}
/**
 * Log file.
 */
export interface FileConfigFile {
  /**
   * Writes entries to a file.
   *
   * @example true
   */
  enabled?: boolean;
  /**
   * Path of the log file. Its directory is made when it is missing.
   *
   * @example "/var/log/agora/market-data.log"
   */
  path?: string;
  /**
   * Size in MiB (1,048,576 bytes) at which the file is rotated; 0 never rotates it.
   *
   * @default 100
   * @example 100
   */
  max_size_mb?: number;
  /**
   * How many rotated files are kept; with 0 a full file is replaced.
   *
   * @default 5
   * @example 5
   */
  max_backup_count?: number;
  /**
   * `backups` renames `<path>` to `<path>.1`; `segments` begins a new numbered file, and renames none.
   *
   * @default "backups"
   * @example "segments"
   */
  layout?: "backups" | "segments";
  /**
   * Shortest time in milliseconds between two rotations, unless the file has twice its size.
   *
   * @default 3000
   * @example 3000
   */
  min_rotation_interval_ms?: number;
  /**
   * Compresses older backups with gzip, off the path of the calls.
   *
   * @default false
   * @example true
   */
  compress?: boolean;
  /**
   * Rotates the file at the end of each day (UTC) as well.
   *
   * @default false
   * @example true
   */
  rotate_daily?: boolean;
  /**
   * Days after which a rotated file is removed; 0 keeps it until there are too many.
   *
   * @default 0
   * @example 30
   */
  max_age_days?: number;
  /**
   * Most MiB of the file and its backups together; the oldest backups are removed. 0: any size.
   *
   * @default 0
   * @example 1000
   */
  max_total_mb?: number;
  /**
   * When lines are made to survive a loss of power: `never`, every `file.fsync_interval_ms`, or `always`, with every write.
   *
   * @default "interval"
   * @example "always"
   */
  fsync?: "never" | "interval" | "always";
  /**
   * Milliseconds between two syncs of the file.
   *
   * @default 1000
   * @example 1000
   */
  fsync_interval_ms?: number;
}
/**
 * The queue in front of the file: calls return before the line is written, and a batch is one write.
 */
export interface AsyncConfigFile {
  /**
   * Writes the file in batches. Off: a line is in the file when its call returns.
   *
   * @default true
   * @example false
   */
  enabled?: boolean;
  /**
   * Most entries that wait.
   *
   * @default 10000
   * @example 50000
   */
  queue_size?: number;
  /**
   * Most bytes that wait.
   *
   * @default 67108864
   * @example 16777216
   */
  queue_bytes?: number;
  /**
   * What a full queue does: it drops the oldest or the newest entries, blocks the call until there is room, or drops the least important ones first. Every loss is counted and reported in the log.
   *
   * @default "drop_oldest"
   * @example "block"
   */
  overflow_policy?: "drop_oldest" | "drop_newest" | "block" | "drop_least_important";
  /**
   * Longest time in milliseconds that `block` keeps a call waiting; then the entry is dropped.
   *
   * @default 1000
   * @example 250
   */
  block_timeout_ms?: number;
  /**
   * Most entries in one write.
   *
   * @default 100
   * @example 500
   */
  batch_size?: number;
  /**
   * Longest time in milliseconds that an entry waits, counted from the first one of a batch.
   *
   * @default 10
   * @example 50
   */
  flush_interval_ms?: number;
}
/**
 * What is hidden before an entry leaves the process.
 */
export interface RedactConfigFile {
  /**
   * Hides the values of members whose names say that they are secret.
   *
   * @default true
   * @example false
   */
  enabled?: boolean;
  /**
   * Further names whose values are hidden; they are compared word by word.
   *
   * @default []
   * @example ["iban","date of birth"]
   */
  fields?: readonly string[];
  /**
   * Hides only the names in `redact.fields`, and none of the built-in ones.
   *
   * @default false
   * @example true
   */
  replace_defaults?: boolean;
  /**
   * Patterns that are hidden in every text: names of built-in ones, each on or off (`jwt`, `bearer`, `basic-auth`, `url-credentials`, `key-value` and `private-key` are on; `aws-key`, `credit-card`, `email`, `iban` and `ipv4` are off), and own ones as `{pattern, ignore_case, replacement}`.
   *
   * @default {}
   * @example {"email":true,"account-number":{"pattern":"ACC-\\d{6}"}}
   */
  patterns?: Readonly<Record<string, boolean | RedactPatternFile>>;
  /**
   * Names whose values are shown in part: `{show_last, mask_char}` or `{email}`.
   *
   * @default {}
   * @example {"card_number":{"show_last":4},"email":{"email":true}}
   */
  masks?: Readonly<Record<string, RedactMaskFile>>;
  /**
   * Path of a policy file that languages share: JSON everywhere, YAML in TypeScript. Its members count like those of the configuration file, below them.
   *
   * @example "/etc/agora/redaction.json"
   */
  policy_file?: string;
}
/**
 * Leaves out a part of the entries, the same ones for all lines of a trace.
 */
export interface SamplingConfigFile {
  /**
   * Part of the entries of a level that is kept, from 0 to 1. ERROR and CRITICAL are always kept. In the environment there is one variable for each level, such as LOG_SAMPLE_DEBUG.
   *
   * @default {}
   * @example {"DEBUG":0.01,"INFO":0.1}
   */
  rates?: Readonly<Partial<Record<LevelInput, number>>>;
  /**
   * Messages that one of these patterns is found in are never left out by sampling. Small regular expressions; case does not count.
   *
   * @default []
   * @example ["startup","shutdown"]
   */
  always_log_patterns?: readonly string[];
}
/**
 * Most entries of each logger name below level ERROR.
 */
export interface RateLimitConfigFile {
  /**
   * Most entries a second of one logger name; 0 sets no limit. ERROR and CRITICAL are exempt.
   *
   * @default 0
   * @example 1000
   */
  messages_per_second?: number;
  /**
   * How many entries may come at once.
   *
   * @default 5000
   * @example 5000
   */
  burst_size?: number;
}
/**
 * The newest entries, kept in memory for `getRecentLogs`.
 */
export interface RecentConfigFile {
  /**
   * How many of the newest entries are kept; 0 keeps none.
   *
   * @default 256
   * @example 1000
   */
  capacity?: number;
}
/**
 * Gives one output a part of the entries.
 */
export interface RouteConfigFile {
  /**
   * The output that is meant.
   */
  handler: "console" | "file" | "http" | "loki" | "otlp";
  /**
   * Patterns for logger names: `*` is one segment between dots, `#` any number of them. Default: all names.
   */
  loggers?: readonly string[];
  /**
   * Lowest level. Default: what the logger writes.
   */
  level?: LevelInput;
  /**
   * Routes with a higher number get an entry first. Default: 0.
   */
  priority?: number;
  /**
   * For `file`: another file than `file.path`, with the same settings.
   */
  path?: string;
}
/**
 * Sends entries to an HTTP endpoint as NDJSON.
 */
export interface HttpConfigFile {
  /**
   * Address to which entries are posted. Unset: off.
   *
   * @example "https://logs.example.com/ingest"
   */
  url?: string;
  /**
   * Headers of every request.
   *
   * @default {}
   * @example {"X-Api-Key":"..."}
   */
  headers?: Readonly<Record<string, string>>;
  /**
   * Lowest level that is sent.
   *
   * @default "DEBUG"
   * @example "WARNING"
   */
  level?: LevelInput;
  /**
   * Most entries in one request.
   *
   * @default 500
   * @example 1000
   */
  batch_size?: number;
  /**
   * Longest time in milliseconds that an entry waits, counted from the first one of a batch.
   *
   * @default 1000
   * @example 5000
   */
  flush_interval_ms?: number;
  /**
   * Milliseconds after which a request is given up and tried again.
   *
   * @default 10000
   * @example 5000
   */
  timeout_ms?: number;
  /**
   * Compresses requests.
   *
   * @default true
   * @example false
   */
  gzip?: boolean;
  /**
   * Directory for what cannot be sent now. Unset: it waits in memory only.
   *
   * @example "/var/spool/agora"
   */
  spool_directory?: string;
  /**
   * Most MiB in the spool; then the oldest entries are dropped, and counted.
   *
   * @default 64
   * @example 256
   */
  spool_max_mb?: number;
}
/**
 * Sends entries to Loki's push interface.
 */
export interface LokiConfigFile {
  /**
   * Address of Loki; the path of the push interface is added where there is none. Unset: off.
   *
   * @example "https://loki.example.com"
   */
  url?: string;
  /**
   * Headers of every request.
   *
   * @default {}
   * @example {"X-Api-Key":"..."}
   */
  headers?: Readonly<Record<string, string>>;
  /**
   * Further labels of every stream, beside job, service, environment and host.
   *
   * @default {}
   * @example {"region":"eu"}
   */
  labels?: Readonly<Record<string, string>>;
  /**
   * Tenant, sent as `X-Scope-OrgID`.
   *
   * @example "trading"
   */
  tenant?: string;
  /**
   * Lowest level that is sent.
   *
   * @default "DEBUG"
   * @example "WARNING"
   */
  level?: LevelInput;
  /**
   * Most entries in one request.
   *
   * @default 500
   * @example 1000
   */
  batch_size?: number;
  /**
   * Longest time in milliseconds that an entry waits, counted from the first one of a batch.
   *
   * @default 1000
   * @example 5000
   */
  flush_interval_ms?: number;
  /**
   * Milliseconds after which a request is given up and tried again.
   *
   * @default 10000
   * @example 5000
   */
  timeout_ms?: number;
  /**
   * Compresses requests.
   *
   * @default true
   * @example false
   */
  gzip?: boolean;
  /**
   * Directory for what cannot be sent now. Unset: it waits in memory only.
   *
   * @example "/var/spool/agora"
   */
  spool_directory?: string;
  /**
   * Most MiB in the spool; then the oldest entries are dropped, and counted.
   *
   * @default 64
   * @example 256
   */
  spool_max_mb?: number;
}
/**
 * Sends entries to an OpenTelemetry collector by OTLP/HTTP.
 */
export interface OtlpConfigFile {
  /**
   * Address of the collector; `/v1/logs` is added where there is no path. Unset: off.
   *
   * @example "https://collector.example.com:4318"
   */
  url?: string;
  /**
   * Headers of every request.
   *
   * @default {}
   * @example {"X-Api-Key":"..."}
   */
  headers?: Readonly<Record<string, string>>;
  /**
   * Lowest level that is sent.
   *
   * @default "DEBUG"
   * @example "WARNING"
   */
  level?: LevelInput;
  /**
   * Most entries in one request.
   *
   * @default 500
   * @example 1000
   */
  batch_size?: number;
  /**
   * Longest time in milliseconds that an entry waits, counted from the first one of a batch.
   *
   * @default 1000
   * @example 5000
   */
  flush_interval_ms?: number;
  /**
   * Milliseconds after which a request is given up and tried again.
   *
   * @default 10000
   * @example 5000
   */
  timeout_ms?: number;
  /**
   * Compresses requests.
   *
   * @default true
   * @example false
   */
  gzip?: boolean;
  /**
   * Directory for what cannot be sent now. Unset: it waits in memory only.
   *
   * @example "/var/spool/agora"
   */
  spool_directory?: string;
  /**
   * Most MiB in the spool; then the oldest entries are dropped, and counted.
   *
   * @default 64
   * @example 256
   */
  spool_max_mb?: number;
}
/**
 * The audit log: a file of its own with a chain of hashes.
 */
export interface AuditConfigFile {
  /**
   * Writes the audit log: `getAuditLogger()`.
   *
   * @default false
   * @example true
   */
  enabled?: boolean;
  /**
   * Path of the audit log.
   *
   * @example "/var/log/agora/audit/auth-audit.log"
   */
  file_path?: string;
  /**
   * Days that audit files are kept; 0 keeps them for ever.
   *
   * @default 365
   * @example 3650
   */
  retention_days?: number;
  /**
   * Writes who acted.
   *
   * @default true
   * @example false
   */
  include_user_id?: boolean;
  /**
   * Writes from which address.
   *
   * @default true
   * @example false
   */
  include_ip_address?: boolean;
  /**
   * Writes in which request.
   *
   * @default true
   * @example false
   */
  include_request_id?: boolean;
  /**
   * Secret for HMAC-SHA-256, so that only who has it can make a chain. Better in the environment than in a file.
   *
   * @example "from a secret store"
   */
  key?: string;
}
/**
 * What happens when the process ends.
 */
export interface ExitConfigFile {
  /**
   * Flushes on SIGTERM, SIGINT and SIGHUP, and then lets the process end as it would have.
   *
   * @default true
   * @example false
   */
  handle_signals?: boolean;
  /**
   * SIGHUP opens the files anew, for a rotation from outside, and does not end the process.
   *
   * @default false
   * @example true
   */
  reopen_on_sighup?: boolean;
  /**
   * Milliseconds that outputs over the network get when the process ends.
   *
   * @default 2000
   * @example 5000
   */
  deadline_ms?: number;
}
/**
 * Loads the configuration file again when it has changed. Levels, sampling, rate limit and redaction take effect at once; everything else with the next `initialize`.
 */
export interface ReloadConfigFile {
  /**
   * Watches the configuration file.
   *
   * @default true
   * @example false
   */
  enabled?: boolean;
  /**
   * Milliseconds between two looks at the file where the system does not say that it has changed.
   *
   * @default 5000
   * @example 10000
   */
  interval_ms?: number;
}
