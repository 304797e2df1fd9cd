import type { Level } from "@agora/schema/tables";
import { AgoraError } from "../agora-error.ts";
import { parseLevel } from "../level.ts";
import type { LevelInput } from "../level.ts";
import type { Schedule } from "../ports.ts";
import type { SetLevelOptions } from "./set-level-options.ts";

/** A level that has changed. */
export interface LevelChange {
  /** The level that is in effect now. */
  readonly level: Level;
  /** Name of the logger; empty for all that have no level of their own. */
  readonly logger: string;
  readonly durationSeconds?: number | undefined;
}

/**
 * Levels by name of a logger. A name without a level of its own has that of the longest prefix, up to a dot, that has
 * one; the empty name is the root, above all.
 *
 * A level that was set while the service runs stands above a configured one, and one with a duration above both.
 */
export interface LevelRegistry {
  /**
   * The level that is in effect for a name.
   *
   * @throws {AgoraError} `AGORA_CONFIG` for a name that is no text.
   */
  of(name: string): Level;
  /** @throws {AgoraError} `AGORA_LEVEL` or `AGORA_CONFIG`, and then nothing has changed. */
  set(level: LevelInput, name?: string, options?: SetLevelOptions): void;
  /** Returns a name to its configured level; without a name, all of them. */
  reset(name?: string): void;
  /** All names that have a level of their own, sorted; the root, `""`, first. */
  all(): Record<string, Level>;
  /** Takes other configured levels; those that were set stay. */
  configure(configured: ConfiguredLevels): void;
  /** Forgets what was set, without a word. */
  clear(): void;
}

/** Configured levels by name; the root is among them. */
export type ConfiguredLevels = ReadonlyMap<string, Level>;

/** What was set for a name: for good, and on top of it for a time. */
interface Override {
  lasting?: Level | undefined;
  passing?: { readonly level: Level; readonly cancel: () => void } | undefined;
}

// Timers of JavaScript take 31 bits of milliseconds; with more they fire at once.
const LONGEST_SECONDS = 2_147_483;

/**
 * Reads configured levels.
 *
 * @throws {AgoraError} `AGORA_LEVEL` when one does not exist.
 */
export function readLevels(
  root: LevelInput = "INFO",
  levels: Readonly<Record<string, LevelInput>> = {},
): ConfiguredLevels {
  const named = Object.entries(levels).map(([name, level]) => [name, parseLevel(level)] as const);
  return new Map([["", parseLevel(root)], ...named]);
}

/** @param onChange called after each change, with all that has changed; also when a level has ended by itself. */
export function createLevelRegistry(
  initial: ConfiguredLevels,
  schedule: Schedule | undefined,
  onChange: (changes: readonly LevelChange[]) => void,
): LevelRegistry {
  const overrides = new Map<string, Override>();
  let configured = initial;

  const own = (name: string): Level | undefined => {
    const { passing, lasting } = overrides.get(name) ?? {};
    return passing?.level ?? lasting ?? configured.get(name);
  };
  const levelOf = (name: string): Level => {
    checkName(name);
    for (let prefix = name; prefix !== ""; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf(".")))) {
      const level = own(prefix);
      if (level !== undefined) return level;
    }
    return own("") as Level;
  };
  const change = (logger: string, durationSeconds?: number): LevelChange => ({
    level: levelOf(logger),
    logger,
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
  });
  const remove = (name: string): void => {
    overrides.get(name)?.passing?.cancel();
    overrides.delete(name);
  };
  const pass = (name: string, level: Level, seconds: number, start: Schedule): void => {
    const override = overrides.get(name) ?? {};
    const end = (): void => {
      // A timer that cannot be cancelled any more must not end a newer level.
      if (override.passing !== passing || overrides.get(name) !== override) return;
      override.passing = undefined;
      if (override.lasting === undefined) overrides.delete(name);
      onChange([change(name)]);
    };
    const passing = { level, cancel: start(end, seconds * 1000, false) };
    override.passing?.cancel();
    override.passing = passing;
    overrides.set(name, override);
  };

  return {
    of: levelOf,
    set(input, name = "", options) {
      // Callers without types may pass null.
      const durationSeconds = options?.durationSeconds;
      const level = parseLevel(input);
      checkName(name);
      if (durationSeconds === undefined) {
        remove(name);
        overrides.set(name, { lasting: level });
      } else {
        pass(name, level, checkDuration(durationSeconds), checkSchedule(schedule));
      }
      onChange([change(name, durationSeconds)]);
    },
    reset(name) {
      if (name !== undefined) checkName(name);
      const names = name === undefined ? [...overrides.keys()] : overrides.has(name) ? [name] : [];
      if (names.length === 0) return;
      names.forEach(remove);
      onChange(names.map((each) => change(each)));
    },
    all() {
      const names = [...new Set([...configured.keys(), ...overrides.keys()])].sort();
      return Object.fromEntries(names.map((name) => [name, own(name) as Level]));
    },
    configure(next) {
      configured = next;
    },
    clear() {
      [...overrides.keys()].forEach(remove);
    },
  };
}

function checkName(name: unknown): void {
  if (typeof name === "string") return;
  throw new AgoraError("AGORA_CONFIG", `name: ${typeof name} is not a logger's name; use a string`);
}

function checkDuration(seconds: unknown): number {
  if (typeof seconds === "number" && seconds > 0 && seconds <= LONGEST_SECONDS) return seconds;
  throw new AgoraError(
    "AGORA_CONFIG",
    `durationSeconds: ${typeof seconds === "number" ? seconds : typeof seconds} is not a duration; use a number above 0, at most ${LONGEST_SECONDS}`,
  );
}

function checkSchedule(schedule: Schedule | undefined): Schedule {
  if (schedule !== undefined) return schedule;
  throw new AgoraError(
    "AGORA_CONFIG",
    "durationSeconds: this runtime has no timers; leave it out, and reset the level yourself",
  );
}
