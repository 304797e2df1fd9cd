import {
  LIMIT_CHAIN,
  LIMIT_ERRORS,
  LIMIT_MEMBERS_SEEN,
  LIMIT_STACKTRACE_BYTES,
  LIMIT_STRING_BYTES,
  LIMIT_TEXT_BYTES,
} from "@agora/schema/tables";
import { put, readMembers, settle, writeMembers } from "./members.ts";
import type { Member, Members } from "./members.ts";
import { isError, Raw, read, tagOf, threw, typeName } from "./safe.ts";
import { spend, writeAside, writeNested, writeText } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** The text of a value that is no error: itself, a number as it is written, canonical JSON of anything else. */
export function textOf(value: unknown, scope: Scope): string {
  if (value === undefined || value === null) return "";
  try {
    return typeof value === "object" ? writeAside(value, scope) : String(value).toWellFormed();
  } catch (thrown) {
    return threw(thrown).text;
  }
}

/** The message of an error, or the text of a value that stands where only an error may; repaired, not cut. */
export function messageOf(error: unknown, scope: Scope): string {
  if (!isError(error)) return textOf(error, scope);
  const message = read(error, "message");
  return message instanceof Raw ? message.text : textOf(message, scope);
}

/** The stack trace of an error, repaired, not cut; empty where there is none. */
export function stackOf(error: unknown): string {
  const stack = isError(error) ? read(error, "stack") : "";
  return typeof stack === "string" ? stack.toWellFormed() : "";
}

/** Writes an Error within a context, at the beginning of a chain of causes. */
export function writeErrorInContext(error: unknown, scope: Scope): string {
  return writeLink(error, [error], false, scope, scope);
}

/** Writes one error as an object. */
function writeLink(value: unknown, chain: unknown[], isElement: boolean, scope: Scope, inner: Scope): string {
  return writeNested(value, scope, () => {
    const members = errorMembers(value, chain, isElement, scope, inner);
    if (scope === inner) members.sort((a, b) => (a.label < b.label ? -1 : 1));
    return `{${writeMembers(members, scope)}}`;
  });
}

/**
 * The members of an error in the order of the wire. What it has and may not have is counted now.
 *
 * @param chain the errors so far and this one; for one of an error's `errors`, the owner and it.
 * @param inner the scope of properties: another one in `exception`, where each of them begins at depth 1 and only
 * what is in them counts.
 */
export function errorMembers(
  error: unknown,
  chain: readonly unknown[],
  isElement: boolean,
  scope: Scope,
  inner: Scope,
  message: string = messageOf(error, scope),
  stack: string = stackOf(error),
): Member[] {
  const members: Member[] = [];
  const add = (name: string, write: () => string): void => {
    members.push({ label: `"${name}":`, value: new Raw(write) });
  };
  add("type", () => writeText(typeName(error), LIMIT_TEXT_BYTES, scope));
  add("message", () => writeText(message, LIMIT_STRING_BYTES, scope));
  if (stack !== "") add("stacktrace", () => writeText(stack, LIMIT_STACKTRACE_BYTES, scope));
  if (!isError(error)) return members;

  const errors = read(error, "errors");
  const properties = propertiesOf(error, tagOf(errors) === "Array", scope);
  if (properties.kept.length > 0) {
    add("properties", () => {
      if (inner !== scope) inner.base = inner.open.length;
      return writeNested(properties, inner, () => {
        inner.dropped += properties.dropped;
        return `{${writeMembers(properties.kept, inner)}}`;
      });
    });
  }
  const cause = read(error, "cause");
  if (cause !== undefined && cause !== null && !chain.includes(cause)) {
    if (isElement || chain.length >= LIMIT_CHAIN) scope.dropped++;
    else add("cause", () => writeLink(cause, [...chain, cause], false, scope, inner));
  }
  const { elements, beyond } = elementsOf(errors);
  const kept = elements.filter((element) => element !== errors && !scope.open.includes(element));
  if (chain.length > 1) {
    if (elements.length > 0) scope.dropped++;
  } else if (kept.length > 0) {
    add("errors", () =>
      writeNested(errors, scope, () => {
        const texts = kept.flatMap((element) =>
          spend(scope) ? [writeLink(element, [...chain, element], true, scope, inner)] : [],
        );
        scope.dropped += beyond;
        return `[${texts.join(",")}]`;
      }),
    );
  }
  return members;
}

function propertiesOf(error: Error, hasErrors: boolean, { book }: Scope): Members {
  const found = new Map<string, unknown>();
  let beyond = 0;
  try {
    beyond = readMembers(error, (key, value) => put(found, key, value));
  } catch (thrown) {
    put(found, "properties", threw(thrown));
  }
  for (const key of ["name", "message", "stack", "cause"]) found.delete(key);
  // Validation libraries keep an object under `errors`: that is a property like any other.
  if (hasErrors) found.delete("errors");
  const { kept, dropped } = settle(found, book);
  return { kept, dropped: dropped + beyond };
}

/** The first 16 of an error's `errors` that are not null, and how many there are beyond. */
function elementsOf(errors: unknown): { elements: unknown[]; beyond: number } {
  const found: unknown[] = [];
  const size = tagOf(errors) === "Array" ? Number(read(errors, "length")) || 0 : 0;
  // A Proxy may say that it has any number of elements.
  for (let i = 0; i < size && i < LIMIT_MEMBERS_SEEN; i++) {
    const error = read(errors, i);
    if (error !== undefined && error !== null) found.push(error);
  }
  const beyond = Math.max(0, found.length - LIMIT_ERRORS) + Math.max(0, size - LIMIT_MEMBERS_SEEN);
  return { elements: found.slice(0, LIMIT_ERRORS), beyond };
}
