import { BUILT_IN_NAMES } from "./built-in-names.ts";
import { checkPattern } from "./regex/pattern.ts";
import { listedWords } from "./words.ts";

/** Something wrong with a policy. */
export interface PolicyProblem {
  /** The member, such as `patterns.account-number.pattern`; empty for the policy as a whole. */
  readonly field: string;
  readonly value: unknown;
  /** What is wrong, as the end of a sentence: "is not a boolean". */
  readonly says: string;
  readonly remedy: string;
}

/** How members are spelled: as in a file, or as in TypeScript. */
export type PolicyForm = "file" | "typescript";

const OWN_NAME = /^[a-z][a-z0-9_-]{0,63}$/;
const LONGEST_REPLACEMENT = 256;
const LARGEST_SHOWN = 256;

/** Everything that is wrong with a policy; no element for one that can be used. Never throws. */
export function checkPolicy(policy: unknown, form: PolicyForm = "file"): readonly PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const say = (field: string, value: unknown, says: string, remedy: string): void => {
    problems.push({ field, value, says, remedy });
  };
  const spell = (name: string): string =>
    form === "file" ? name : name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const at = (field: string, name: string): string => (field === "" ? name : `${field}.${name}`);

  /** Checks the members of an object by rules that are named as in a file. */
  const members = (field: string, value: unknown, rules: Rules): void => {
    if (!isObject(value)) return say(field, value, "is not an object", "use an object");
    const known = new Map(Object.entries(rules).map(([name, rule]) => [spell(name), rule]));
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined) continue;
      const rule = known.get(name);
      if (rule !== undefined) rule(at(field, name), member);
      else say(at(field, name), member, "is not known", `use one of ${[...known.keys()].join(", ")}`);
    }
  };
  const each = (
    field: string,
    value: unknown,
    rule: (name: string, field: string, member: unknown) => void,
  ): void => {
    if (!isObject(value))
      return say(field, value, "is not an object", "use an object with a member for each name");
    for (const [name, member] of Object.entries(value)) rule(name, at(field, name), member);
  };
  const simple =
    (fits: (value: unknown) => boolean, kind: string): Rule =>
    (field, value) => {
      if (!fits(value)) say(field, value, `is not ${kind}`, `use ${kind}`);
    };

  const boolean = simple((value) => typeof value === "boolean", "a boolean");
  const text = simple((value) => typeof value === "string", "a string");
  const name = simple(isName, "a string with at least one letter");
  const pattern: Rule = (field, value) => {
    const found = typeof value === "string" ? checkPattern(value) : NOT_TEXT;
    if (found === undefined) return;
    const where = found.position > 0 ? ` (character ${found.position})` : "";
    say(field, value, found.says + where, found.remedy);
  };
  const own: Rules = {
    pattern,
    ignore_case: boolean,
    replacement: simple(isReplacement, `a string of at most ${LONGEST_REPLACEMENT} characters`),
  };
  const mask: Rules = {
    show_last: simple(isShown, `an integer from 0 to ${LARGEST_SHOWN}`),
    mask_char: simple(isMaskCharacter, "one character that is no control character"),
    email: boolean,
  };

  members("", policy, {
    enabled: boolean,
    replace_defaults: boolean,
    fields: (field, value) => {
      if (!Array.isArray(value)) return say(field, value, "is not a list", "use a list of strings");
      for (const [index, element] of value.entries()) {
        text(`${field}[${index}]`, element);
      }
    },
    patterns: (field, value) =>
      each(field, value, (key, path, member) => {
        if (BUILT_IN_NAMES.includes(key)) return boolean(path, member);
        if (!OWN_NAME.test(key) || typeof member === "boolean") {
          return say(
            path,
            member,
            "is no built-in pattern",
            `use one of ${BUILT_IN_NAMES.join(", ")}, or give {pattern}`,
          );
        }
        members(path, member, own);
        if (isObject(member) && !("pattern" in member)) say(path, member, "has no pattern", "give {pattern}");
      }),
    masks: (field, value) =>
      each(field, value, (key, path, member) => {
        name(path, key);
        members(path, member, mask);
      }),
  });
  return problems;
}

type Rule = (field: string, value: unknown) => void;
type Rules = Readonly<Record<string, Rule>>;

const NOT_TEXT = { position: 0, says: "is not a string", remedy: "use a string" };

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isName(value: unknown): boolean {
  return typeof value === "string" && listedWords(value) !== "";
}

function isReplacement(value: unknown): boolean {
  return typeof value === "string" && value.isWellFormed() && [...value].length <= LONGEST_REPLACEMENT;
}

function isShown(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LARGEST_SHOWN;
}

function isMaskCharacter(value: unknown): boolean {
  return typeof value === "string" && /^[^\0-\x1f\x7f-\x9f\ud800-\udfff]$/u.test(value);
}
