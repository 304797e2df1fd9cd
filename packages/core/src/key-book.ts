import { LIMIT_KEY_BYTES, REDACT_KEYS } from "@agora/schema/tables";
import { cut, quote } from "./text.ts";

/** Which values are hidden because of the names of their keys. */
export interface RedactOptions {
  /** Hides anything at all. Default: true. */
  readonly enabled?: boolean;
  /** Further names; they are compared word by word, so `dateOfBirth` and `date of birth` are one. Default: none. */
  readonly fields?: readonly string[];
  /** Hides `fields` only, none of the built-in names. Default: false. */
  readonly replaceDefaults?: boolean;
}

/** What is known about a key that can be written as it is. */
export interface KnownKey {
  readonly key: string;
  /** The key as JSON text, with its colon. */
  readonly label: string;
  /** Whether its value is replaced. */
  readonly isHidden: boolean;
  /** Whether it has a meaning at the top of a context. */
  readonly isSpecial: boolean;
}

/** What is known about keys, remembered from entry to entry. */
export interface KeyBook {
  /** Undefined for a key that must be repaired or cut. */
  find(key: string): KnownKey | undefined;
  /** Whether the value of a key (repaired, not cut) is hidden. */
  hides(key: string): boolean;
}

// A service logs a few hundred keys; ones made from data would fill the memory.
const MOST_REMEMBERED = 2048;

const SPECIAL =
  /^(_agora|err|error|exception|toJSON|(correlation|trace|span|user)(_id|Id)|duration(_ms|Ms))$/;

const CAPITAL_AHEAD = /[a-z\d\x80-\uffff](?=[A-Z])|[A-Z](?=[A-Z][a-z\x80-\uffff])/g;
// The look-behind keeps a long run of digits from being tried at each of its digits.
const BETWEEN_WORDS = /(?:(?<!\d)\d+(?![a-z\d\x80-\uffff])|[^a-z\d\x80-\uffff])+/g;

/** The words of a key, lowered, each with a blank in front. */
function words(key: string): string {
  return ` ${key.replace(CAPITAL_AHEAD, "$& ")}`
    .replace(/[A-Z]/g, (capital) => capital.toLowerCase())
    .replace(BETWEEN_WORDS, " ");
}

function secretPattern({ enabled = true, fields = [], replaceDefaults = false }: RedactOptions): RegExp {
  const listed = (enabled ? [...(replaceDefaults ? [] : REDACT_KEYS), ...fields] : [])
    .map((field) => words(field.toWellFormed()).trim())
    .filter((field) => field !== "")
    .flatMap((field) => [field, field.replaceAll(" ", "")]);
  return listed.length > 0 ? new RegExp(` (${listed.join("|")}) ?$`) : /(?!)/;
}

/** Makes a book of keys for one way of redaction. */
export function createKeyBook(redact?: RedactOptions): KeyBook {
  const secret = secretPattern(redact ?? {});
  const remembered = new Map<string, KnownKey>();

  const hides = (key: string): boolean => secret.test(words(key));

  const find = (key: string): KnownKey | undefined => {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    if (!key.isWellFormed() || cut(key, LIMIT_KEY_BYTES) !== key) return undefined;
    const found = { key, label: `${quote(key)}:`, isHidden: hides(key), isSpecial: SPECIAL.test(key) };
    if (remembered.size < MOST_REMEMBERED) remembered.set(key, found);
    return found;
  };

  return { find, hides };
}
