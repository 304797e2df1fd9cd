import { AgoraError } from "../agora-error.ts";
import { REDACTED } from "./mask.ts";
import { createNames } from "./names.ts";
import type { Names, Verdict } from "./names.ts";
import type { RedactNames } from "./options.ts";
import { findBasicAuth, findBearer } from "./patterns/auth.ts";
import { findJwt } from "./patterns/jwt.ts";
import { createKeyValueFind } from "./patterns/key-value.ts";
import { findPrivateKey } from "./patterns/private-key.ts";
import { findUrlCredentials } from "./patterns/url-credentials.ts";
import { createScrub } from "./scrub.ts";
import type { BuiltIn, Replace } from "./scrub.ts";

/** What is hidden, ready to be asked for every key and every text. */
export interface Policy {
  /** What is done with the value of a key (repaired, not cut). Costs more than a table: keep what it says. */
  readonly verdict: (key: string) => Verdict;
  /**
   * Finds something in every text that {@link Policy.scrub} would change, and in some others; undefined where no text
   * is ever changed. One pass, no state; its flags are part of it where it is put together with another one.
   */
  readonly suspicion: RegExp | undefined;
  /** Hides what the patterns find in a well-formed text that was cut. Never throws. */
  readonly scrub: (text: string) => string;
}

/** Hides nothing. */
export const NO_POLICY: Policy = { verdict: () => undefined, suspicion: undefined, scrub: (text) => text };

/**
 * Makes the policy that holds where nobody asks for more than names: the patterns that are on by default, no masks.
 *
 * @throws {AgoraError} `AGORA_CONFIG` when patterns or masks are asked for, which only a made policy has.
 */
export function createDefaultPolicy(options: RedactNames = {}): Policy {
  for (const name of ["patterns", "masks"]) {
    if ((options as Readonly<Record<string, unknown>>)[name] === undefined) continue;
    throw new AgoraError("AGORA_CONFIG", `redact.${name}: cannot be given here; use createPolicy(options)`);
  }
  if (options.enabled === false) return NO_POLICY;
  const names = createNames(options);
  return joinPolicy(
    names,
    defaultPatterns(names).map(([, pattern]) => pattern),
    [],
  );
}

/** Puts a policy together, so that it hides what it fails to judge. */
export function joinPolicy(names: Names, patterns: readonly BuiltIn[], own: readonly Replace[]): Policy {
  const { suspicion, scrub } = createScrub(patterns, own);
  return {
    verdict: (key) => {
      try {
        return names.verdict(key);
      } catch {
        return "hide";
      }
    },
    suspicion,
    scrub: (text) => {
      try {
        return scrub(text);
      } catch {
        return REDACTED;
      }
    },
  };
}

/** The patterns that are on by default, by name, in the order in which they run. */
export function defaultPatterns({
  verdict,
  lastWords,
}: Names): readonly (readonly [name: string, BuiltIn])[] {
  const isSecret = (key: string): boolean => verdict(key) !== undefined;
  return [
    ["private-key", { sign: "-----BEGIN ", find: findPrivateKey }],
    ["url-credentials", { sign: "://", find: findUrlCredentials }],
    ["key-value", { sign: "[=:]", find: createKeyValueFind(isSecret, lastWords) }],
    ["basic-auth", { sign: "[Bb][Aa][Ss][Ii][Cc][\\t ]", find: findBasicAuth }],
    ["bearer", { sign: "[Bb][Ee][Aa][Rr][Ee][Rr][\\t ]", find: findBearer }],
    ["jwt", { sign: "eyJ", find: findJwt }],
  ];
}
