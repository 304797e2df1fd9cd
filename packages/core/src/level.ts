import { LEVEL_ALIASES, LEVEL_NUMBERS, LEVELS } from "@agora/schema/tables";
import type { Level, LevelAlias } from "@agora/schema/tables";
import { AgoraError } from "./agora-error.ts";
import { quote } from "./text.ts";

/** A level by name or alias, at run time in any case, or by its number 10, 20, 30, 40 or 50. */
export type LevelInput =
  | Level
  | Lowercase<Level>
  | LevelAlias
  | Uppercase<LevelAlias>
  | (typeof LEVEL_NUMBERS)[Level];

/** Returns the level that a name, an alias or a number stands for; undefined where there is none. */
export function findLevel(input: unknown): Level | undefined {
  const name = typeof input === "string" ? input.toLowerCase() : "";
  if (Object.hasOwn(LEVEL_ALIASES, name)) return LEVEL_ALIASES[name as LevelAlias];
  return LEVELS.find((level) => level.toLowerCase() === name || LEVEL_NUMBERS[level] === input);
}

/**
 * Returns the level that a name, an alias or a number stands for.
 *
 * @throws {AgoraError} `AGORA_LEVEL` when there is no such level.
 */
export function parseLevel(input: unknown): Level {
  const level = findLevel(input);
  if (level !== undefined) return level;
  const shown = typeof input === "string" ? quote(input.toWellFormed()) : typeof input;
  throw new AgoraError("AGORA_LEVEL", `level: ${shown} is not a level; use one of ${LEVELS.join(", ")}`);
}
