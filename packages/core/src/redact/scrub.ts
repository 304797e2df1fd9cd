import { REDACTED } from "./mask.ts";
import { hideAll } from "./patterns/find.ts";
import type { Find } from "./patterns/find.ts";

/** A built-in pattern. */
export interface BuiltIn {
  /** What every text holds that it changes, as the source of a RegExp without flags. */
  readonly sign: string;
  readonly find: Find;
}

/** Replaces what an own pattern finds in a text. */
export type Replace = (text: string) => string;

// What a cut leaves at the end of a text is no part of it.
const CUT_MARKER = /…\[\+\d{1,15}B\]$/;
const MOST_ROUNDS = 8;

/** Makes one function of patterns, which run in their order, and what tells that it may change a text. */
export function createScrub(
  patterns: readonly BuiltIn[],
  own: readonly Replace[],
): { readonly suspicion: RegExp | undefined; readonly scrub: (text: string) => string } {
  const signs = patterns.length > 0 ? new RegExp(patterns.map(({ sign }) => sign).join("|")) : undefined;
  const hideSecrets = (text: string): string => {
    let shown = text;
    for (let round = 0; signs?.test(shown); round++) {
      // What one pattern leaves may be a secret for another; a text that does not settle is hidden.
      if (round === MOST_ROUNDS) return REDACTED;
      const before = shown;
      for (const { find } of patterns) shown = hideAll(shown, find);
      if (shown === before) break;
    }
    return shown;
  };
  const scrubWhole = (text: string): string => {
    let shown = hideSecrets(text);
    for (const replace of own) shown = replace(shown);
    return shown;
  };
  return {
    // An own pattern has no sign: every text is looked at.
    suspicion: own.length > 0 ? /(?:)/ : signs,
    scrub: (text) => {
      const marker = text.endsWith("B]") ? CUT_MARKER.exec(text) : null;
      return marker === null ? scrubWhole(text) : scrubWhole(text.slice(0, marker.index)) + marker[0];
    },
  };
}
