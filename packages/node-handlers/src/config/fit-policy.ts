import { checkPolicy } from "@agora/core";
import type { Form } from "./fit-scalar.ts";
import type { Misfit } from "./problem.ts";

/** The fields that redaction itself checks: one member after the other, so that one bad pattern costs no other one. */
const MEMBERS: Readonly<Record<string, "patterns" | "masks">> = {
  "redact.patterns": "patterns",
  "redact.masks": "masks",
};

/**
 * Fits one pattern or mask of redaction.
 *
 * @returns what is wrong with it, or the value as TypeScript spells it; undefined for a field that is neither.
 */
export function fitPolicyMember(
  field: string,
  name: string,
  value: unknown,
  form: Form,
): { readonly misfit: Misfit } | { readonly value: unknown } | undefined {
  const member = MEMBERS[field];
  if (member === undefined) return undefined;
  const one = Object.defineProperty({}, name, { value, enumerable: true });
  const [wrong] = checkPolicy({ [member]: one }, form);
  if (wrong === undefined) return { value: form === "file" ? camelCased(value) : value };
  const at = wrong.field.slice(member.length);
  return { misfit: { at, value: wrong.value, wrong: wrong.says, remedy: wrong.remedy } };
}

function camelCased(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]: [string, unknown]) => [
    name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    member,
  ]);
  return Object.fromEntries(members);
}
