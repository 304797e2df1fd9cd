import { defaultPatterns, joinPolicy, NO_POLICY } from "./default-policy.ts";
import type { Policy } from "./default-policy.ts";
import { createMask } from "./mask.ts";
import { createNames } from "./names.ts";
import type { OwnPattern, RedactOptions } from "./options.ts";
import { findAwsKey, findIpv4 } from "./patterns/ids.ts";
import { findCreditCard } from "./patterns/credit-card.ts";
import { findEmail } from "./patterns/email.ts";
import { findIban } from "./patterns/iban.ts";
import { refuseProblems } from "./read-policy.ts";
import { compilePattern } from "./regex/pattern.ts";
import type { BuiltIn, Replace } from "./scrub.ts";

const ON_REQUEST: readonly (readonly [name: string, BuiltIn])[] = [
  ["aws-key", { sign: "A[A-Z]{3}[A-Z0-9]{16}", find: findAwsKey }],
  ["credit-card", { sign: "[2-6](?:[ -]?\\d){12}", find: findCreditCard }],
  ["email", { sign: "@", find: findEmail }],
  ["iban", { sign: "[A-Z]{2}\\d{2}", find: findIban }],
  ["ipv4", { sign: "\\d\\.\\d", find: findIpv4 }],
];

/**
 * Makes a policy of all that can be asked for: names, masks, built-in and own patterns.
 *
 * @throws {AgoraError} `AGORA_CONFIG` with every option that is not valid.
 */
export function createPolicy(options: RedactOptions = {}): Policy {
  refuseProblems(options, "typescript");
  const { enabled = true, patterns = {}, masks = {} } = options;
  if (!enabled) return NO_POLICY;
  const named = Object.entries(masks).map(([name, mask]) => [name, createMask(mask)] as const);
  const names = createNames(options, named);
  const isOn = ([name]: readonly [string, BuiltIn]): boolean => patterns[name] === true;
  const builtIn = [
    ...defaultPatterns(names).filter(([name]) => patterns[name] !== false),
    ...ON_REQUEST.filter(isOn),
  ].map(([, pattern]) => pattern);
  const own = Object.values(patterns).filter((pattern) => typeof pattern === "object");
  return joinPolicy(names, builtIn, own.map(replaceOwn));
}

function replaceOwn({ pattern, replacement, ...options }: OwnPattern): Replace {
  const { replace } = compilePattern(pattern, options);
  return (text) => replace(text, replacement);
}
