import { LIMIT_KEY_BYTES } from "@agora/schema/tables";
import type { Verdict } from "./redact/names.ts";
import { createDefaultPolicy } from "./redact/default-policy.ts";
import type { Policy } from "./redact/default-policy.ts";
import { REDACTED } from "./redact/mask.ts";
import type { RedactNames } from "./redact/options.ts";
import { flat } from "./site.ts";
import { cut, quote } from "./text.ts";

/** What is known about a key that can be written as it is. */
export interface KnownKey {
  readonly key: string;
  /** The key as JSON text, with its colon. */
  readonly label: string;
  /** The label with what may stand in front of it, in the order of {@link Before}; each twice, the second for a text. */
  readonly leads: readonly string[];
  /** The same for a member of the context of a call: the first of all opens it. */
  readonly topLeads: readonly string[];
  /** The same with what stands for its value where that is hidden, but for the last quote; by {@link Before}. */
  readonly topSecrets: readonly string[];
  /** What is done with its value. */
  readonly verdict: Verdict;
  /** Whether it has a meaning at the top of a context. */
  readonly isSpecial: boolean;
}

/** How objects with the same keys in the same order are written. */
export interface KeyPlan {
  /** Their own keys. */
  readonly own: readonly string[];
  /** What is known about each, sorted. */
  readonly members: readonly KnownKey[];
  /** Whether one of them has a meaning at the top of a context. */
  readonly isSpecial: boolean;
  readonly hasToJson: boolean;
}

/** What stands in front of a member: nothing, so that it opens its object; a value; a text without its last quote. */
export type Before = typeof NOTHING | typeof VALUE | typeof TEXT;
export const NOTHING = 0;
export const VALUE = 2;
export const TEXT = 4;

/** What opens the context of an entry. */
export const CONTEXT = ',"context":{';

function leadsOf(opening: string, label: string): string[] {
  return [opening, ",", '",'].flatMap((before) => [flat(before + label), flat(`${before}${label}"`)]);
}

/** The stack trace of an error, as it is written. */
export interface StackText {
  /** What it is cut from when less of it can be kept. */
  readonly source: string;
  readonly isCut: boolean;
  /** As JSON text. */
  readonly json: string;
}

/** What is known about keys and texts under one policy, remembered from entry to entry. */
export interface KeyBook {
  /** Undefined for a key that must be repaired or cut. */
  find(key: string): KnownKey | undefined;
  /** Undefined where there are many keys, or ones that must be repaired or cut. */
  plan(keys: readonly string[]): KeyPlan | undefined;
  /** What is done with the value of a key (repaired, not cut). */
  verdict(key: string): Verdict;
  /**
   * Finds something in every text that is not written as it is between quotes, because it must be escaped, repaired
   * or searched for secrets; and in some others. It does not see whether it must be cut.
   */
  readonly suspect: RegExp;
  /** Stack traces that were written lately, by their text. */
  readonly stacks: Map<string, StackText>;
  /** Hides what the patterns find in a well-formed text that was cut. */
  scrub(text: string): string;
}

// A service logs a few hundred keys; ones made from data would fill the memory.
const MOST_REMEMBERED = 2048;
const MOST_PLANNED = 8 * MOST_REMEMBERED;
/** More keys than this, and more plans than this that begin with the same key, are made from data. */
const LARGEST_PLAN = 64;
const MOST_ALIKE = 16;

const SPECIAL =
  /^(_agora|err|error|exception|toJSON|(correlation|trace|span|user)(_id|Id)|duration(_ms|Ms))$/;

// Half of a surrogate pair may stand alone.
const ODD = /[\0-\x1f"\\\ud800-\udfff]/;

/** Makes a book of keys for one way of redaction. */
export function createKeyBook(redact: RedactNames | Policy = {}): KeyBook {
  const { verdict, suspicion, scrub } = "scrub" in redact ? redact : createDefaultPolicy(redact);
  const remembered = new Map<string, KnownKey>();
  const plans = new Map<string | undefined, KeyPlan[]>();
  let planned = 0;

  const find = (key: string): KnownKey | undefined => {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    if (!key.isWellFormed() || cut(key, LIMIT_KEY_BYTES) !== key) return undefined;
    const label = `${quote(key)}:`;
    const topLeads = leadsOf(CONTEXT, label);
    const found = {
      key,
      label,
      leads: leadsOf("{", label),
      topLeads,
      topSecrets: topLeads.map((_, i) => flat(`${topLeads[i | 1] as string}${REDACTED}`)),
      verdict: verdict(key),
      isSpecial: SPECIAL.test(key),
    };
    if (remembered.size < MOST_REMEMBERED) remembered.set(key, found);
    return found;
  };

  const makePlan = (own: readonly string[], alike: KeyPlan[]): KeyPlan | undefined => {
    const isRoom = alike.length < MOST_ALIKE && planned < MOST_PLANNED;
    if (own.length > LARGEST_PLAN || !isRoom) return undefined;
    const members = own.toSorted().map(find);
    if (!members.every((known) => known !== undefined)) return undefined;
    const isSpecial = members.some((known) => known.isSpecial);
    const made = { own, members, isSpecial, hasToJson: own.includes("toJSON") };
    planned += own.length + 1;
    alike.push(made);
    return made;
  };

  const plan = (keys: readonly string[]): KeyPlan | undefined => {
    let alike = plans.get(keys[0]);
    if (alike === undefined) {
      alike = [];
      if (planned < MOST_PLANNED) plans.set(keys[0], alike);
    }
    for (let i = 0; i < alike.length; i++) {
      if (isPlanOf(alike[i] as KeyPlan, keys)) return alike[i];
    }
    return makePlan(keys, alike);
  };

  return {
    find,
    plan,
    verdict,
    scrub,
    stacks: new Map(),
    // One test a text instead of two: 25 ns each at ten characters.
    suspect: suspicion ? new RegExp(`${ODD.source}|${suspicion.source}`, suspicion.flags) : ODD,
  };
}

/** Whether a plan is for exactly these keys. Keys of objects are unique strings in V8: this compares pointers. */
export function isPlanOf({ own }: KeyPlan, keys: readonly string[]): boolean {
  if (own.length !== keys.length) return false;
  for (let i = 0; i < own.length; i++) if (own[i] !== keys[i]) return false;
  return true;
}
