import { REDACT_KEYS } from "@agora/schema/tables";
import type { Mask } from "./mask.ts";
import type { RedactNames } from "./options.ts";
import { endsWithListed, listedWords, words } from "./words.ts";

/** What is done with the value of a key: nothing, hidden without a look at it, or replaced by what a mask says. */
export type Verdict = undefined | "hide" | Mask;

/** A name with its mask. */
export type NamedMask = readonly [name: string, mask: Mask];

/** The names of a policy. */
export interface Names {
  /** Judges a key by its words: `fields` come before masks, masks before the built-in names. */
  readonly verdict: (key: string) => Verdict;
  /** The last words of all names. */
  readonly lastWords: readonly string[];
}

/** Puts names together. */
export function createNames(
  { fields = [], replaceDefaults = false }: RedactNames,
  masks: readonly NamedMask[] = [],
): Names {
  const defaults = replaceDefaults ? [] : REDACT_KEYS;
  const own = endsWithListed(fields);
  const builtIn = endsWithListed(defaults);
  const size = (name: string): number => listedWords(name).split(" ").length;
  // The most words first; of equally many, the last one given.
  const ranked = [...masks]
    .toReversed()
    .sort(([a], [b]) => size(b) - size(a))
    .map(([name, mask]) => [endsWithListed([name]), mask] as const);
  const all = [...defaults, ...fields, ...masks.map(([name]) => name)];
  const lastWords = new Set(all.map((name) => listedWords(name).replace(/.* /, "")));
  lastWords.delete("");

  return {
    lastWords: [...lastWords],
    verdict: (key) => {
      const found = words(key);
      if (own.test(found)) return "hide";
      return ranked.find(([name]) => name.test(found))?.[1] ?? (builtIn.test(found) ? "hide" : undefined);
    },
  };
}
