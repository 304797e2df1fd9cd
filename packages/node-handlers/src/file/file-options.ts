import { AgoraError } from "@agora/core";

/** How a log file is kept. */
export interface FileOptions {
  /** Path of the file. With `layout: "segments"`, `app.log` stands for `app.000001.log`, `app.000002.log`, ... */
  readonly path: string;
  /** Bytes after which a new file is begun; 0 for never. Default: 104857600, 100 MiB. */
  readonly maxBytes?: number | undefined;
  /** How many old files are kept; 0 for none, Infinity for all. Default: 5. */
  readonly maxBackups?: number | undefined;
  /** Bytes that the file and the old ones may have together; 0 for any number. Default: 0. */
  readonly maxTotalBytes?: number | undefined;
  /** Days after which an old file is removed, from its last line on; 0 for never. Default: 0. */
  readonly maxAgeDays?: number | undefined;
  /** Begins a new file with the first line of a day (UTC). Default: false. */
  readonly rotateDaily?: boolean | undefined;
  /**
   * Milliseconds between two new files at least, so that a program that follows the file does not miss one. Meanwhile
   * the file grows over its limit, but not over twice that. Default: 3000.
   */
  readonly minRotationIntervalMs?: number | undefined;
  /** `backups`: `app.log` keeps its name, old files are `app.log.1` and so on. `segments`: no file is ever renamed. */
  readonly layout?: "backups" | "segments" | undefined;
  /** Compresses (gzip) old files but the youngest, on other threads. Default: false. */
  readonly compress?: boolean | undefined;
  /** When lines are brought to the disk: at times, with each call, or as the system likes. Default: `interval`. */
  readonly fsync?: "never" | "interval" | "always" | undefined;
  /** Milliseconds of that interval. Default: 1000. */
  readonly fsyncIntervalMs?: number | undefined;
}

/** The options with every one decided. */
export type FileSettings = { readonly [Name in keyof FileOptions]-?: NonNullable<FileOptions[Name]> };

const LONGEST_TIMER_MS = 2_147_483_647;
const LAYOUTS = ["backups", "segments"] as const;
const POLICIES = ["never", "interval", "always"] as const;

/**
 * Decides every option.
 *
 * @throws {AgoraError} `AGORA_CONFIG` with a sentence for each one that cannot be used.
 */
export function settingsOf(options: FileOptions): FileSettings {
  const problems: string[] = [];
  const refuse = (name: string, value: unknown, what: string, remedy: string): void => {
    problems.push(`${name}: ${show(value)} (from code) is not ${what}; use ${remedy}`);
  };
  const number = (name: keyof FileOptions, fallback: number, least: number, most: number): number => {
    const value = options[name] ?? fallback;
    const isFit = typeof value === "number" && value >= least && value <= most;
    if (isFit && (Number.isInteger(value) || value === Infinity)) return value;
    refuse(
      name,
      value,
      `an integer from ${least}`,
      `${fallback}, the default, or another number of at least ${least}`,
    );
    return fallback;
  };
  const choice = <T extends string>(name: keyof FileOptions, choices: readonly T[], fallback: T): T => {
    const value = options[name] ?? fallback;
    if (choices.includes(value as T)) return value as T;
    refuse(name, value, "one of the values", `one of ${choices.join(", ")}`);
    return fallback;
  };
  const flag = (name: keyof FileOptions): boolean => {
    const value = options[name] ?? false;
    if (typeof value !== "boolean") refuse(name, value, "true or false", "true or false");
    return value === true;
  };
  const { path } = options;
  if (typeof path !== "string" || path === "" || path.includes("\0"))
    refuse("path", path, "a path", "a path of a file");
  const settings: FileSettings = {
    path,
    maxBytes: number("maxBytes", 104_857_600, 0, Number.MAX_SAFE_INTEGER),
    maxBackups: number("maxBackups", 5, 0, Infinity),
    maxTotalBytes: number("maxTotalBytes", 0, 0, Number.MAX_SAFE_INTEGER),
    maxAgeDays: number("maxAgeDays", 0, 0, Number.MAX_SAFE_INTEGER),
    rotateDaily: flag("rotateDaily"),
    minRotationIntervalMs: number("minRotationIntervalMs", 3_000, 0, LONGEST_TIMER_MS),
    layout: choice("layout", LAYOUTS, "backups"),
    compress: flag("compress"),
    fsync: choice("fsync", POLICIES, "interval"),
    fsyncIntervalMs: number("fsyncIntervalMs", 1_000, 1, LONGEST_TIMER_MS),
  };
  if (problems.length > 0) throw new AgoraError("AGORA_CONFIG", problems.join("\n"));
  return settings;
}

function show(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
