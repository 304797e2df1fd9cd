import type { BatchEntry, CaseConfig } from "../protocol/messages.ts";
import { isTagged, type TypedContext, type TypedValue } from "../protocol/typed-value.ts";
import type { RandomEntry } from "./entries.ts";
import { shorterLists, simplerValues } from "./simpler-values.ts";

/** How many entries are tried at most. */
const MAX_TRIALS = 2_500;

/** Plain members to put in place of random ones. */
const PLAIN: Readonly<Record<string, TypedValue | number>> = {
  level: "INFO",
  message: "m",
  file: "f",
  line: 1,
  function: "f",
};

/**
 * Makes an entry as simple as it gets while `fails` still holds for it: members that do not matter go, lists and texts
 * are halved, counts are lowered.
 */
export async function shrinkEntry(
  entry: RandomEntry,
  fails: (candidate: RandomEntry) => Promise<boolean>,
): Promise<RandomEntry> {
  let best = entry;
  let trials = 0;
  for (let progress = true; progress;) {
    progress = false;
    for (const candidate of simplerEntries(best)) {
      if (trials >= MAX_TRIALS) return best;
      trials += 1;
      if (await fails(candidate)) {
        best = candidate;
        progress = true;
        break;
      }
    }
  }
  return best;
}

function* simplerEntries(entry: RandomEntry): Generator<RandomEntry> {
  for (const name of ["error", "bound", "context"] as const) {
    if (entry[name] !== undefined) yield without(entry, name);
  }
  for (const config of simplerConfigs(entry.config)) yield { ...entry, config };
  for (const [name, plain] of Object.entries(PLAIN)) {
    if (isLonger(entry[name as keyof BatchEntry], plain)) yield { ...entry, [name]: plain };
  }
  for (const name of ["message", "file", "function"] as const) {
    for (const value of simplerValues(entry[name])) if (value !== null) yield { ...entry, [name]: value };
  }
  if (entry.error !== undefined) {
    for (const error of simplerValues(entry.error)) if (error !== null) yield { ...entry, error };
  }
  if (entry.context !== undefined) {
    for (const context of simplerLayers(entry.context)) yield { ...entry, context };
  }
  if (entry.bound !== undefined) yield* simplerBound(entry, entry.bound);
}

/** Only what gets shorter is a step forward; without that, two forms could take turns for ever. */
function isLonger(value: unknown, plain: unknown): boolean {
  return JSON.stringify(value).length > JSON.stringify(plain).length;
}

function* simplerBound(entry: RandomEntry, bound: readonly TypedContext[]): Generator<RandomEntry> {
  for (const shorter of shorterLists(bound)) yield { ...entry, bound: shorter };
  for (const [index, layer] of bound.entries()) {
    for (const simpler of simplerLayers(layer)) yield { ...entry, bound: bound.toSpliced(index, 1, simpler) };
  }
}

/** A layer stays a map, whatever becomes of its members. */
function* simplerLayers(layer: TypedContext): Generator<TypedContext> {
  for (const simpler of simplerValues(layer)) {
    if (isTagged(simpler) && (simpler.t === "map" || simpler.t === "many" || simpler.t === "deep"))
      yield simpler;
  }
}

function* simplerConfigs(config: CaseConfig): Generator<CaseConfig> {
  const { clock, service, ...rest } = config;
  for (const name of Object.keys(rest)) {
    const kept: Record<string, unknown> = { ...rest };
    delete kept[name];
    yield { clock, service, ...kept };
  }
  if (clock.ns !== "0") yield { ...config, clock: { ns: "0" } };
  if (service !== "svc") yield { ...config, service: "svc" };
}

function without(entry: RandomEntry, name: "error" | "bound" | "context"): RandomEntry {
  const { [name]: _, ...rest } = entry;
  return rest;
}
