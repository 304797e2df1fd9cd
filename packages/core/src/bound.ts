import { LIMIT_MEMBERS } from "@agora/schema/tables";
import { CONTEXT } from "./key-book.ts";
import type { KeyBook, KeyPlan, KnownKey } from "./key-book.ts";
import { createLayer, readLayer, writeLifted } from "./layer.ts";
import type { Layer, Lifted, LiftedText } from "./layer.ts";
import { put, writeHidden } from "./members.ts";
import { isAbsent } from "./safe.ts";
import { createScope } from "./scope.ts";
import { flat } from "./site.ts";
import { WRITERS } from "./value.ts";

/** The texts in front of, between and behind the members of a call. The first opens the context, others begin with a comma. */
export interface Around {
  readonly plan: KeyPlan;
  readonly texts: string[];
  /** The same with a quote in front. */
  readonly quoted: string[];
  /** How many members each of them has. */
  readonly sizes: readonly number[];
  isFlat: boolean;
  /** The first text behind a line's constants, and which these are. */
  opening: string;
  openingLead: string;
  openings: number;
}

interface Written {
  readonly key: string;
  readonly text: string;
}

/** What is worked out from bound context when entries need it. */
interface Memo {
  book: KeyBook | undefined;
  ready: ReadyContext | undefined;
  /** What this was last put under, and what came of it. */
  outer: Bound | undefined;
  joined: Bound | undefined;
  /** What was last put under this, and what came of it. */
  inner: Bound | undefined;
  over: Bound | undefined;
}

const MOST_MEMBERS = 64;
const MOST_AROUND = 4;

/**
 * Layers of context that a logger adds to its entries. Making one copies a context and does nothing else, so that a
 * child that writes nothing costs 60 bytes beyond the copy; what can be merged and written before there is an entry
 * waits for the first one.
 */
export class Bound {
  readonly #parent: Bound | undefined;
  readonly #source: unknown;
  /** The source as it was, or layers that were read. */
  readonly #own: object | readonly Layer[] | Bound;
  #memo: Memo | undefined;

  constructor(parent: Bound | undefined, source: unknown, own: object | readonly Layer[] | Bound) {
    this.#parent = parent;
    this.#source = source;
    this.#own = own;
  }

  /** The layers, outermost first. They are not kept: Maps are several times as large as what they are made of. */
  layers(): readonly Layer[] {
    const own = this.#own;
    const mine = own instanceof Bound ? own.layers() : isLayers(own) ? own : [readLayer(own, this.#source)];
    return this.#parent === undefined ? mine : [...this.#parent.layers(), ...mine];
  }

  /**
   * These layers under others. Both remember it: a child that all requests write with, and the context of a request
   * that runs between others.
   */
  under(outer: Bound): Bound {
    const memo = this.#remember();
    if (memo.outer === outer) return memo.joined as Bound;
    const other = outer.#remember();
    if (other.inner !== this) {
      other.inner = this;
      other.over = new Bound(outer, undefined, this);
    }
    memo.outer = outer;
    memo.joined = other.over;
    return other.over as Bound;
  }

  /** All that can be written now; undefined where values may change, or need a look at the whole entry. */
  ready(book: KeyBook): ReadyContext | undefined {
    const memo = this.#remember();
    if (memo.book !== book) {
      memo.ready = makeReady(this, book);
      memo.book = book;
    }
    return memo.ready;
  }

  #remember(): Memo {
    return (this.#memo ??= {
      book: undefined,
      ready: undefined,
      outer: undefined,
      joined: undefined,
      inner: undefined,
      over: undefined,
    });
  }
}

function isLayers(own: object): own is readonly Layer[] {
  return Array.isArray(own);
}

/** Bound context that was merged and written before there is an entry. */
export class ReadyContext {
  readonly lifted: LiftedText;
  /** What the layers were read from, outermost first. */
  readonly sources: readonly unknown[];
  readonly #bound: Bound;
  readonly #book: KeyBook;
  #text: string;
  #isFlat = false;
  #around: Around[] | undefined;
  #next = 0;

  constructor(bound: Bound, book: KeyBook, lifted: LiftedText, sources: readonly unknown[], text: string) {
    this.#bound = bound;
    this.#book = book;
    this.lifted = lifted;
    this.sources = sources;
    this.#text = text;
  }

  /** All members as they stand in the line, from the comma in front to the brace at the end; empty where none are. */
  text(): string {
    const text = this.#text;
    // Most loggers of a request write once: what they have is put into one piece for the second time.
    if (!this.#isFlat) {
      this.#text = flat(text);
      this.#isFlat = true;
    }
    return text;
  }

  /** What stands around the members of a plan; undefined where all members together are too many. */
  around(plan: KeyPlan): Around | undefined {
    const known = (this.#around ??= []);
    for (let i = 0; i < known.length; i++) {
      const around = known[i] as Around;
      if (around.plan === plan) return around.isFlat ? around : flatten(around);
    }
    const written = writeLayers(this.#bound.layers(), this.#book)?.written ?? [];
    if (plan.members.length + written.length > LIMIT_MEMBERS) return undefined;
    const around = makeAround(written, plan);
    known[this.#next++ % MOST_AROUND] = around;
    return around;
  }
}

/** Layers that were read, as bound context. */
export function boundLayers(layers: readonly Layer[]): Bound {
  return new Bound(undefined, undefined, layers);
}

const bounds = /* @__PURE__ */ new WeakMap<readonly Layer[], Bound>();

/** The same for layers that stay the same, such as those around running code: made once. */
export function boundOf(layers: readonly Layer[]): Bound {
  let bound = bounds.get(layers);
  if (bound === undefined) bounds.set(layers, (bound = boundLayers(layers)));
  return bound;
}

/** Bound context with one more layer. It is read now: once, and whatever it is. */
export function bindContext(parent: Bound | undefined, context: unknown): Bound {
  try {
    if (Object.getPrototypeOf(context) === Object.prototype && !Object.hasOwn(context as object, "toJSON")) {
      return new Bound(parent, context, { ...(context as object) });
    }
  } catch {
    // A getter or a proxy that throws: read member by member.
  }
  return boundLayers([...(parent?.layers() ?? []), createLayer(context)]);
}

function makeReady(bound: Bound, book: KeyBook): ReadyContext | undefined {
  const layers = bound.layers();
  const all = writeLayers(layers, book);
  if (all === undefined) return undefined;
  const sources = layers.map(({ source }) => source);
  const members = all.written.map(({ text }) => text).join(",");
  return new ReadyContext(bound, book, writeLifted(all.lifted), sources, members && `${CONTEXT}${members}}`);
}

/** Writes the members of layers, sorted; undefined where one of them cannot be written before there is an entry. */
function writeLayers(
  layers: readonly Layer[],
  book: KeyBook,
): { readonly written: readonly Written[]; readonly lifted: ReadonlyMap<string, Lifted> } | undefined {
  const merged = new Map<string, unknown>();
  const lifted = new Map<string, Lifted>();
  for (const layer of layers) {
    if (layer.dropped > 0) return undefined;
    for (const [key, value] of layer.members) put(merged, key, value);
    for (const [name, member] of layer.lifted) lifted.set(name, member);
  }
  if (merged.size > MOST_MEMBERS) return undefined;
  const written: Written[] = [];
  const scope = createScope(book, WRITERS);
  for (const [key, value] of merged) {
    const known = book.find(key);
    if (known === undefined || !isSettled(known, value)) return undefined;
    if (isAbsent(value)) continue;
    const { verdict, label } = known;
    const text = verdict === undefined ? scope.write(value, scope) : writeHidden(verdict, value, scope);
    written.push({ key, text: label + text });
  }
  if (scope.cuts > 0) return undefined;
  written.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { written, lifted };
}

/** Whether a value is written alike in every entry. Objects change; functions are called; an Error may be the entry's. */
function isSettled({ verdict, isSpecial }: KnownKey, value: unknown): boolean {
  if (typeof value === "function") return false;
  return typeof value !== "object" || value === null || (verdict === "hide" && !isSpecial);
}

/** Most loggers of a request write from a place once: what they have is put into one piece at the second time. */
function flatten(around: Around): Around {
  const { texts, quoted } = around;
  for (let i = 0; i < texts.length; i++) {
    texts[i] = flat(texts[i] as string);
    quoted[i] = flat(quoted[i] as string);
  }
  around.isFlat = true;
  return around;
}

/**
 * The line from the end of its time up to the first member of the call: one constant for a logger that writes from the
 * same place again, which spares a piece of the line.
 */
export function openedByBound(around: Around, lead: string): string {
  if (around.openingLead === lead) return around.opening;
  const opening = lead + (around.texts[0] as string);
  if (!around.isFlat || around.openings >= MOST_AROUND) return opening;
  around.openings++;
  around.opening = flat(opening);
  around.openingLead = lead;
  return around.opening;
}

function makeAround(written: readonly Written[], plan: KeyPlan): Around {
  const texts: string[] = [];
  const sizes: number[] = [];
  let at = 0;
  for (let i = 0; i <= plan.members.length; i++) {
    const key = plan.members[i]?.key;
    const from = at;
    let text = "";
    for (; at < written.length; at++) {
      const { key: other, text: member } = written[at] as Written;
      if (key !== undefined && other >= key) break;
      text += (i === 0 && at === from ? CONTEXT : ",") + member;
    }
    texts.push(text);
    sizes.push(at - from);
    // The call's member stands in place of the bound one.
    if (key !== undefined && written[at]?.key === key) at++;
  }
  return {
    plan,
    texts,
    quoted: texts.map((text) => `"${text}`),
    sizes,
    isFlat: false,
    opening: "",
    openingLead: "",
    openings: 0,
  };
}
