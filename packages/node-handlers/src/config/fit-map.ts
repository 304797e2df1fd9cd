import { findLevel } from "@agora/core";
import type { ConfigField } from "@agora/schema/tables";
import { fitPolicyMember } from "./fit-policy.ts";
import { misfitOf, partMisfit } from "./fit-scalar.ts";
import type { Fit, Form } from "./fit-scalar.ts";
import type { Misfit } from "./problem.ts";

/** A configuration with more than this in one map is not looked at any further. */
const MOST_MEMBERS = 1_000;
const LONGEST_NAME = 256;

/** One member, fitted: its name, which may be another one, and its value. */
type Fitted = { readonly kept: readonly [name: string, value: unknown] } | { readonly misfit: Misfit };

/** Fits a map from names to values: what does not fit is left out. */
export function fitMap(field: ConfigField, value: unknown, form: Form): Fit {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { value: undefined, misfits: [misfitOf(field, "", value)] };
  }
  const names = Object.keys(value).slice(0, MOST_MEMBERS);
  const fitted = names.map((name) => fitMember(field, name, value, form));
  const misfits = fitted.flatMap((each) => ("misfit" in each ? [each.misfit] : []));
  const kept = fitted.flatMap((each) => ("kept" in each ? [each.kept] : []));
  const isNothing = misfits.length > 0 && kept.length === 0;
  return { value: isNothing ? undefined : Object.fromEntries(kept), misfits };
}

function fitMember(field: ConfigField, name: string, map: object, form: Form): Fitted {
  const at = `.${name.slice(0, LONGEST_NAME)}`;
  try {
    const item = (map as Record<string, unknown>)[name];
    const policy = fitPolicyMember(field.name, name, item, form);
    if (policy !== undefined) return "misfit" in policy ? policy : { kept: [name, policy.value] };
    const kept = keep(field, name, item);
    return kept === undefined ? { misfit: partMisfit(field, at, item) } : { kept };
  } catch {
    return { misfit: { at, value: undefined, wrong: "throws when it is read", remedy: "use a plain value" } };
  }
}

function keep({ kind }: ConfigField, name: string, item: unknown): [string, unknown] | undefined {
  switch (kind) {
    case "texts":
      return name !== "" && typeof item === "string" && /^[^\0-\x1f\x7f]*$/.test(name + item)
        ? [name, item]
        : undefined;
    case "levels": {
      const level = typeof item === "string" ? findLevel(item) : undefined;
      return level === undefined || name === "" || name.length > LONGEST_NAME ? undefined : [name, level];
    }
    case "rates": {
      const level = findLevel(name);
      if (level === undefined || typeof item !== "number" || !(item >= 0 && item <= 1)) return undefined;
      // What is never left out has no rate.
      return (level === "ERROR" || level === "CRITICAL") && item !== 1 ? undefined : [level, item];
    }
    default:
      return [name, item];
  }
}
