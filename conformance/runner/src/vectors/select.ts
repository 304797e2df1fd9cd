import { matchesId } from "../baseline/expected-failures.ts";
import type { Scenario } from "../scenario/types.ts";
import type { Profile, Vector } from "./types.ts";

/** Which vectors to run. */
export interface Selection {
  /** Default: all. B stands for scenarios. */
  readonly profiles?: readonly (Profile | "B")[];
  /** Ids, with `*` for whole segments, or the beginning of ids up to a segment: `c.num`. Default: all. */
  readonly only?: readonly string[];
}

/** The vectors that a selection names, in the order of the suite. */
export function selectVectors(vectors: readonly Vector[], selection: Selection): readonly Vector[] {
  return vectors.filter(({ id, profile }) => isSelected(id, profile, selection));
}

/** The same for scenarios. */
export function selectScenarios(scenarios: readonly Scenario[], selection: Selection): readonly Scenario[] {
  return scenarios.filter(({ id }) => isSelected(id, "B", selection));
}

function isSelected(id: string, profile: Profile | "B", { profiles, only }: Selection): boolean {
  return (
    (profiles === undefined || profiles.includes(profile)) &&
    (only === undefined || only.some((pattern) => matchesId(pattern, id) || id.startsWith(`${pattern}.`)))
  );
}

/** The vector of this id; `undefined` when the suite has none. */
export function findVector(vectors: readonly Vector[], id: string): Vector | undefined {
  return vectors.find((vector) => vector.id === id);
}
