import { AgoraError } from "../agora-error.ts";
import { checkPolicy } from "./check-policy.ts";
import type { PolicyForm, PolicyProblem } from "./check-policy.ts";
import type { RedactOptions } from "./options.ts";

const LONGEST_SHOWN = 60;

/**
 * Reads a policy in the form that all languages share: the parsed content of a JSON or YAML file, with names such as
 * `replace_defaults` and `ignore_case`.
 *
 * @throws {AgoraError} `AGORA_CONFIG` with everything that is wrong with it.
 */
export function readPolicy(policy: unknown): RedactOptions {
  refuseProblems(policy, "file");
  return Object.fromEntries(
    Object.entries(policy as object).map(([name, value]) => {
      const isMap = name === "patterns" || name === "masks";
      return [camel(name), isMap ? mapValues(value as object, camelMembers) : value];
    }),
  );
}

/** @throws {AgoraError} `AGORA_CONFIG` with everything that is wrong with a policy. */
export function refuseProblems(policy: unknown, form: PolicyForm): void {
  const problems = checkPolicy(policy, form);
  if (problems.length > 0)
    throw new AgoraError("AGORA_CONFIG", problems.map(describePolicyProblem).join("; "));
}

/** A problem as a sentence. */
function describePolicyProblem({ field, value, says, remedy }: PolicyProblem): string {
  const path = field === "" ? "redact" : `redact.${field}`;
  return `${path}: ${shown(value)} ${says}; ${remedy}`;
}

function shown(value: unknown): string {
  const text =
    typeof value === "string"
      ? JSON.stringify(value)
      : typeof value === "object"
        ? "the value"
        : String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).toWellFormed()}…` : text;
}

function camelMembers(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [camel(name), member]));
}

function mapValues(object: object, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
