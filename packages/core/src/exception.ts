import {
  LIMIT_CHAIN,
  LIMIT_ERRORS,
  LIMIT_MEMBERS_SEEN,
  LIMIT_STACKTRACE_BYTES,
  LIMIT_TEXT_BYTES,
} from "@agora/schema/tables";
import type { KeyBook, StackText } from "./key-book.ts";
import { put, readMembers, settle, writeMembers } from "./members.ts";
import type { Member, Members } from "./members.ts";
import { isError, Raw, read, tagOf, threw, typeName } from "./safe.ts";
import { createScope, shorten, shortenValue, spend, writeAside, writeName, writeNested } from "./scope.ts";
import type { Scope, ShortText, Writers } from "./scope.ts";
import { quote } from "./text.ts";

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

// The text of a stack is two thirds of an entry with an error, and errors come again: the same one on its way up, and
// equal ones from the same place. Looking a text up takes 0.5 µs, writing it 3.
const MOST_STACKS = 128;
const LONGEST_STACK = 4096;

/** The stack trace of an error; undefined where there is none. */
function stackOf(error: Error, book: KeyBook): StackText | undefined {
  const stack = read(error, "stack");
  if (typeof stack !== "string" || stack === "") return undefined;
  const known = book.stacks.get(stack);
  if (known !== undefined) return known;
  const text = shorten(stack.toWellFormed(), LIMIT_STACKTRACE_BYTES, book);
  const made = { source: text.source, isCut: text.isCut, json: quote(text.short) };
  if (stack.length <= LONGEST_STACK) {
    const [oldest] = book.stacks.size < MOST_STACKS ? [] : book.stacks.keys();
    if (oldest !== undefined) book.stacks.delete(oldest);
    book.stacks.set(stack, made);
  }
  return made;
}

/** What an error says of itself, read once. */
interface Facts {
  readonly type: string;
  readonly message: ShortText;
  readonly stack: StackText | undefined;
  /** Of an Error alone. */
  readonly errors: unknown;
  readonly cause: unknown;
  readonly properties: Members;
}

const NO_MEMBERS: Members = { kept: [], dropped: 0 };

function factsOf(error: unknown, scope: Scope): Facts {
  const { book } = scope;
  const message = shortenValue(messageOf(error, scope), scope);
  const type = typeName(error);
  if (!isError(error)) {
    return { type, message, stack: undefined, errors: undefined, cause: undefined, properties: NO_MEMBERS };
  }
  const errors = read(error, "errors");
  return {
    type,
    message,
    stack: stackOf(error, book),
    errors,
    cause: read(error, "cause"),
    properties: propertiesOf(error, tagOf(errors) === "Array", scope),
  };
}

/** An error of the entry itself, written. */
export interface Thrown {
  /** The members of `exception`, without braces. */
  readonly text: string;
  /** What its message and its stack are cut from when less of them can be kept. */
  readonly messageSource: string;
  readonly stackSource: string;
  /** Whether anything is missing. */
  readonly isCut: boolean;
}

/** Writes the error of an entry, or the value that stands where only an error may. */
export function writeThrown(error: unknown, book: KeyBook, writers: Writers): Thrown {
  // An error's own members have no budget; what is in its properties has one of its own.
  const scope = createScope(book, writers);
  const left = scope.left;
  scope.left = Infinity;
  scope.open.push(error);
  const facts = factsOf(error, scope);
  const { message, stack, properties, cause, errors } = facts;
  const sources = { messageSource: message.source, stackSource: stack?.source ?? "" };
  if (properties === NO_MEMBERS && isNothing(cause) && isNothing(errors)) {
    let text = `"type":${writeName(facts.type, LIMIT_TEXT_BYTES, scope)},"message":${quote(message.short)}`;
    if (stack !== undefined) text += `,"stacktrace":${stack.json}`;
    return { text, ...sources, isCut: scope.cuts > 0 || message.isCut || stack?.isCut === true };
  }
  const inner = { ...scope, left };
  const text = writeMembers(errorMembers(error, facts, [error], false, scope, inner), scope);
  const lost = scope.dropped + scope.cuts + inner.dropped + inner.cuts;
  return { text, ...sources, isCut: lost > 0 };
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

/** Writes an Error within a context, at the beginning of a chain of causes. */
export function writeErrorInContext(error: unknown, scope: Scope): string {
  return writeLink(error, [error], false, scope, scope);
}

/** Writes one error as an object. */
function writeLink(value: unknown, chain: unknown[], isElement: boolean, scope: Scope, inner: Scope): string {
  return writeNested(value, scope, () => {
    const members = errorMembers(value, factsOf(value, scope), chain, isElement, scope, inner);
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
function errorMembers(
  error: unknown,
  { type, message, stack, errors, cause, properties }: Facts,
  chain: readonly unknown[],
  isElement: boolean,
  scope: Scope,
  inner: Scope,
): Member[] {
  const members: Member[] = [];
  const add = (name: string, write: () => string): void => {
    members.push({ label: `"${name}":`, value: new Raw(write) });
  };
  const addText = (name: string, { isCut }: Pick<ShortText, "isCut">, json: string): void =>
    add(name, () => {
      if (isCut) scope.cuts++;
      return json;
    });
  add("type", () => writeName(type, LIMIT_TEXT_BYTES, scope));
  addText("message", message, quote(message.short));
  if (stack !== undefined) addText("stacktrace", stack, stack.json);
  if (!isError(error)) return members;

  if (properties.kept.length > 0) {
    add("properties", () => {
      if (inner !== scope) inner.base = inner.open.length;
      return writeNested(properties, inner, () => {
        inner.dropped += properties.dropped;
        return `{${writeMembers(properties.kept, inner)}}`;
      });
    });
  }
  if (!isNothing(cause) && !chain.includes(cause)) {
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
  if (hasNoMembers(error)) return NO_MEMBERS;
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

function hasNoMembers(error: Error): boolean {
  try {
    // Many set a name of their own.
    return Object.keys(error).every((key) => key === "name");
  } catch {
    return false;
  }
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
