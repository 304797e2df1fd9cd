import type { Level } from "@agora/schema/tables";
import type { KeyPlan } from "./key-book.ts";
import type { Scribe } from "./scribe.ts";
import { flat, isBuildSite, siteOfBuild } from "./site.ts";
import type { BuildSite, Site } from "./site.ts";
import { quote } from "./text.ts";
import { CUT_MESSAGE } from "./truncated.ts";

/** What the entries of one level of a scribe have in common. */
export interface Style {
  readonly scribe: Scribe;
  readonly level: Level;
  /** The line from the end of `timestamp` up to the first quote of `message`. */
  readonly head: string;
  /** What was made for the places that several styles write from. */
  readonly stencils: Map<object, Stencil>;
}

/** What the entries of one style, from one place, have in common: texts in one piece, made once. */
export interface Stencil {
  readonly style: Style;
  /** The text of `message`, where the place says it. */
  readonly message: string | undefined;
  /** The same without ANSI sequences and secrets, cut. */
  readonly short: string;
  /** The line from the end of `timestamp` up to `logger_name`, for this message. */
  readonly fused: string;
  /** The same with the end of an entry that has nothing else. */
  readonly fusedLine: string;
  /** The same from the last quote of `message` on. */
  readonly middle: string;
  /** What was cut in it, as bits. */
  readonly truncated: number;
  /** What was cut when the message is this one. */
  readonly fusedTruncated: number;
  /** {@link fused} and what opens the context with this label. */
  opening: string;
  openingLabel: string;
  /** How often it changed. */
  openings: number;
  /** How the last context that was written from here has its keys. */
  plan: KeyPlan | undefined;
}

// More places than this are made at run time.
const MOST_STENCILS = 4096;

/** What a style writes from a place. The last one is remembered in the place itself: one comparison. */
export function stencilOf(site: Site | BuildSite, style: Style): Stencil {
  const last = site.cache as Stencil | null | undefined;
  return last?.style === style ? last : findStencil(site, style);
}

/** A place that several loggers or levels write from has one for each of them. */
function findStencil(site: Site | BuildSite, style: Style): Stencil {
  let found = style.stencils.get(site);
  if (found === undefined) {
    found = isBuildSite(site)
      ? makeStencil(style, siteOfBuild(site, style.scribe.sourceRoot), site)
      : makeStencil(style, site);
    if (style.stencils.size < MOST_STENCILS) style.stencils.set(site, found);
  }
  // A frozen one stays without.
  Reflect.set(site, "cache", found);
  return found;
}

function makeStencil(style: Style, { text, truncated }: Site, build?: BuildSite): Stencil {
  const { scribe, head } = style;
  const middle = flat(`"${scribe.service}${text}${scribe.fixed}`);
  const bits = truncated | scribe.truncated;
  const literal = typeof build?.message === "string" ? build.message : undefined;
  const message = literal === undefined ? undefined : scribe.shortenMessage(literal);
  const fused = message === undefined ? "" : flat(head + quote(message.short).slice(1, -1) + middle);
  return {
    style,
    message: literal,
    short: message?.short ?? "",
    fused,
    fusedLine: flat(`${fused}}\n`),
    middle,
    truncated: bits,
    fusedTruncated: bits | (message?.isCut === true ? CUT_MESSAGE : 0),
    opening: "",
    openingLabel: "",
    openings: 0,
    plan: planOfKeys(build?.keys, style),
  };
}

/** The plan for the keys that a build step has seen, so that the first call finds it. */
function planOfKeys(keys: unknown, { scribe }: Style): KeyPlan | undefined {
  const isList = Array.isArray(keys) && keys.every((key) => typeof key === "string");
  return isList ? scribe.book.plan([...keys]) : undefined;
}
