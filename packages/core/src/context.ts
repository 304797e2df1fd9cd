import type { KeyBook } from "./key-book.ts";
import { createLayer } from "./layer.ts";
import type { Layer, Lifted } from "./layer.ts";
import { knownMembers, put, settle, writeParts } from "./members.ts";
import type { Members, Part } from "./members.ts";
import { isError } from "./safe.ts";
import type { Scope } from "./scope.ts";

/** The context of an entry, written. */
export interface WrittenContext {
  readonly parts: Part[];
  readonly lifted: ReadonlyMap<string, Lifted>;
  /** The error that was found in it, where one was wanted. */
  readonly error: unknown;
}

const NOTHING_LIFTED: ReadonlyMap<string, Lifted> = /* @__PURE__ */ new Map();

/**
 * Merges layers of context and writes them; a later layer wins.
 *
 * @param call the context of the call, not yet read.
 * @param wantsError whether the first Error under `err`, `error` or `exception` is taken out.
 * @param scope a fresh one.
 */
export function writeContext(
  layers: readonly Layer[],
  call: unknown,
  wantsError: boolean,
  scope: Scope,
): WrittenContext {
  const known = layers.length === 0 ? plainMembers(call, scope.book) : undefined;
  if (known !== undefined) {
    scope.open.push(call);
    return { parts: writeParts(known.kept, scope), lifted: NOTHING_LIFTED, error: undefined };
  }
  const merged = new Map<string, unknown>();
  const lifted = new Map<string, Lifted>();
  for (const layer of [...layers, createLayer(call)]) {
    for (const [key, value] of layer.members) put(merged, key, value);
    for (const [name, member] of layer.lifted) lifted.set(name, member);
    scope.dropped += layer.dropped;
    scope.open.push(layer.source);
  }
  // All layers together are the one container at depth 1.
  scope.base = scope.open.length - 1;
  const error = wantsError ? takeError(merged) : undefined;
  const { kept, dropped } = settle(merged, scope.book);
  scope.dropped += dropped;
  return { parts: writeParts(kept, scope), lifted, error };
}

/** The members of a context that needs neither merging nor lifting: what nearly every call without a child has. */
function plainMembers(call: unknown, book: KeyBook): Members | undefined {
  try {
    if (call === undefined || call === null) return { kept: [], dropped: 0 };
    return Object.getPrototypeOf(call) === Object.prototype ? knownMembers(call, book, true) : undefined;
  } catch {
    return undefined;
  }
}

function takeError(members: Map<string, unknown>): unknown {
  const key = ["err", "error", "exception"].find((name) => isError(members.get(name)));
  if (key === undefined) return undefined;
  const error = members.get(key);
  members.delete(key);
  return error;
}
