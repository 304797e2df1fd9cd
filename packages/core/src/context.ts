import { LIMIT_STRING_BYTES } from "@agora/schema/tables";
import { openedByBound } from "./bound.ts";
import type { Around, Bound, ReadyContext } from "./bound.ts";
import { CONTEXT, NOTHING, TEXT, VALUE } from "./key-book.ts";
import type { Before, KeyPlan, KnownKey } from "./key-book.ts";
import { createLayer, writeLifted } from "./layer.ts";
import type { Layer, Lifted, LiftedText } from "./layer.ts";
import { noteLoss, put, settle, writeHidden, writeTopMembers } from "./members.ts";
import type { Verdict } from "./redact/names.ts";
import { isAbsent, isError, isLazy, read, threw } from "./safe.ts";
import { isReady, spend } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { flat } from "./site.ts";
import type { Stencil } from "./stencil.ts";

const MOST_OPENINGS = 4;

/** Context of an entry that had to be merged member by member. */
export interface MergedContext {
  readonly members: Map<string, unknown>;
  readonly lifted: LiftedText;
  /** The error that was found in it, where one was wanted. */
  readonly error: unknown;
}

/**
 * Merges layers of context; a later layer wins.
 *
 * @param call the context of the call, not yet read.
 * @param wantsError whether the first Error under `err`, `error` or `exception` is taken out.
 * @param scope a fresh one.
 */
export function mergeContext(
  bound: Bound | undefined,
  call: unknown,
  wantsError: boolean,
  scope: Scope,
): MergedContext {
  const members = new Map<string, unknown>();
  const lifted = new Map<string, Lifted>();
  for (const layer of [...(bound?.layers() ?? []), createLayer(call)] satisfies Layer[]) {
    for (const [key, value] of layer.members) put(members, key, value);
    for (const [name, member] of layer.lifted) lifted.set(name, member);
    scope.dropped += layer.dropped;
    scope.open.push(layer.source);
  }
  // All layers together are the one container at depth 1.
  scope.base = scope.open.length - 1;
  if (scope.callsFunctions) callAll(members, scope);
  const error = wantsError ? takeError(members) : undefined;
  return { members, lifted: writeLifted(lifted), error };
}

/** Writes the members of a merged context, without braces. */
export function writeMerged({ members }: MergedContext, scope: Scope): string {
  const { kept, dropped } = settle(members, scope.book);
  scope.dropped += dropped;
  return writeTopMembers(kept, scope);
}

/** What a function says that stands for a value; what stands for that when it throws. */
export function callLazy(lazy: () => unknown): unknown {
  try {
    const said = lazy();
    // A promise is no value, and one that rejects unheard would end the process.
    if (said instanceof Promise) said.catch(() => {});
    return said;
  } catch (thrown) {
    return threw(thrown);
  }
}

function callAll(members: Map<string, unknown>, { book }: Scope): void {
  for (const [key, value] of members) {
    if (typeof value === "function") members.set(key, called(value as () => unknown, book.verdict(key)));
  }
}

function called(lazy: () => unknown, verdict: Verdict): unknown {
  // What is hidden is not looked at.
  return verdict === "hide" ? null : callLazy(lazy);
}

function takeError(members: Map<string, unknown>): unknown {
  const key = ["err", "error", "exception"].find((name) => isError(members.get(name)));
  if (key === undefined) return undefined;
  const error = members.get(key);
  members.delete(key);
  return error;
}

/**
 * Adds the context of a call whose keys are planned to its line, with what is bound around its members, but for the
 * brace behind it. Nothing is merged, and no value is read twice. `scope.before` says how it ends.
 */
export function addCall(
  start: string,
  lead: string,
  stencil: Stencil,
  call: object,
  { members }: KeyPlan,
  ready: ReadyContext | undefined,
  around: Around | undefined,
  scope: Scope,
): string {
  if (ready !== undefined) openSources(ready, scope);
  scope.open.push(call);
  let text = "";
  let before: Before = NOTHING;
  if (around !== undefined && around.texts[0] !== "") {
    text = start + (lead === stencil.fused ? openedByBound(around, lead) : lead + around.texts[0]);
    scope.left -= around.sizes[0] as number;
    before = VALUE;
  }
  for (let i = 0; i < members.length; i++) {
    const known = members[i] as KnownKey;
    const { verdict } = known;
    let value = read(call, known.key);
    if (typeof value === "function")
      value = scope.callsFunctions && isLazy(value) ? called(value, verdict) : undefined;
    if (!isAbsent(value) && spend(scope)) {
      if (verdict === "hide") {
        const label = known.topSecrets[before] as string;
        text = before === NOTHING ? start + openedBy(label, lead, stencil) : text + label;
        before = TEXT;
      } else if (
        typeof value === "string" &&
        verdict === undefined &&
        isReady(value, LIMIT_STRING_BYTES, scope.book)
      ) {
        const label = known.topLeads[before + 1] as string;
        text = (before === NOTHING ? start + openedBy(label, lead, stencil) : text + label) + value;
        before = TEXT;
      } else {
        const label = known.topLeads[before] as string;
        text = before === NOTHING ? start + openedBy(label, lead, stencil) : text + label;
        text = addUnready(text, known, value, scope);
        before = VALUE;
      }
    }
    if (around !== undefined && around.texts[i + 1] !== "") {
      text =
        before === NOTHING
          ? start + lead + CONTEXT + around.texts[i + 1]?.slice(1)
          : addBetween(text, around, i + 1, before);
      scope.left -= around.sizes[i + 1] as number;
      before = VALUE;
    }
  }
  scope.before = before;
  return before === NOTHING ? start + lead : text;
}

function openSources({ sources }: ReadyContext, scope: Scope): void {
  for (let i = 0; i < sources.length; i++) scope.open.push(sources[i]);
  scope.base = scope.open.length;
}

/**
 * The line from the end of its time up to the first value of its context: one constant where it is the one of the
 * call before, which spares a piece of the line.
 */
function openedBy(label: string, lead: string, stencil: Stencil): string {
  if (lead !== stencil.fused) return lead + label;
  if (stencil.openingLabel === label) return stencil.opening;
  const opening = lead + label;
  // A first member that changes would have a new constant made for each entry.
  if (stencil.openings >= MOST_OPENINGS) return opening;
  stencil.openings++;
  stencil.openingLabel = label;
  stencil.opening = flat(opening);
  return stencil.opening;
}

function addUnready(text: string, { label, verdict }: KnownKey, value: unknown, scope: Scope): string {
  const { dropped, cuts } = scope;
  const all =
    verdict === undefined ? scope.add(text, value, scope) : text + writeHidden(verdict, value, scope);
  noteLoss(label, dropped, cuts, scope);
  return all;
}

/** Adds the bound members behind a member of the call. */
function addBetween(line: string, { texts, quoted }: Around, at: number, before: Before): string {
  return line + ((before === TEXT ? quoted[at] : texts[at]) as string);
}
