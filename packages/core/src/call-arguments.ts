import { isError, tagOf } from "./safe.ts";

// Built-in classes without members of their own: written as what they are, not as a context.
const NOT_A_CONTEXT = /Array|Buffer|^(Date|Set|RegExp|Number|String|Boolean|BigInt|Symbol|DataView)$/;

/** Finds out which arguments of a call are contexts and which one is the error. A second error goes into a context. */
export function sortArguments(second: unknown, third: unknown): { error: unknown; contexts: unknown[] } {
  const contexts: unknown[] = [];
  let error: unknown;
  for (const argument of [second, third]) {
    if (argument === undefined || argument === null) continue;
    const isContext =
      typeof argument === "object" && !isError(argument) && !NOT_A_CONTEXT.test(tagOf(argument));
    if (isContext) contexts.push(argument);
    else if (error === undefined) error = argument;
    else contexts.push({ error: argument });
  }
  return { error, contexts };
}
