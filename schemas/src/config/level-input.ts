import type { Level, LevelAlias } from "../../gen/tables.ts";

/** A level as configurations and interfaces take it: a name or an alias. At run time any case is accepted. */
export type LevelInput = Level | Lowercase<Level> | LevelAlias | Uppercase<LevelAlias>;
