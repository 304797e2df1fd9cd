import { isError, tagOf } from "./safe.ts";

// Built-in classes without members of their own: written as what they are, not as a context.
const NOT_A_CONTEXT = /Array|Buffer|^(Date|Set|RegExp|Number|String|Boolean|BigInt|Symbol|DataView)$/;

/**
 * Finds out which arguments of a call are contexts and which one is the error: the first Error, the message included,
 * else the first other value that is no context. What is left over goes into a context as `error`.
 */
export function sortArguments(
  message: unknown,
  second: unknown,
  third: unknown,
): { error: unknown; contexts: unknown[] } {
  const contexts: unknown[] = [];
  const others: unknown[] = [];
  for (const argument of [second, third]) {
    if (argument === undefined || argument === null) continue;
    (isContext(argument) ? contexts : others).push(argument);
  }
  const error = [message, ...others].find(isError) ?? others[0];
  const left = others.filter((argument) => argument !== error);
  if (left.length > 0) contexts.push({ error: left.length > 1 ? left : left[0] });
  return { error, contexts };
}

/** Whether what stands where a context may is one. */
export function isContext(argument: unknown): argument is object {
  return (
    typeof argument === "object" &&
    argument !== null &&
    !isError(argument) &&
    !NOT_A_CONTEXT.test(tagOf(argument))
  );
}
