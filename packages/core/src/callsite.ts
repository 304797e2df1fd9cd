import { canCapture, canReplaceHooks, foreignText, framesAbove, stackText } from "./callsite/frames.ts";
import type { Frame } from "./callsite/frames.ts";
import { isOwn, pathOf, placeInText, placeOf, placeOfEval } from "./callsite/place.ts";
import type { Place } from "./callsite/place.ts";
import type { AnyFunction } from "./ports.ts";
import { createSite, UNKNOWN_SITE } from "./site.ts";
import type { Site } from "./site.ts";

export type { Place } from "./callsite/place.ts";

/** Finds out where a place in code that runs stands in the source that it was made of; undefined where nobody knows. */
export type PlaceResolver = (place: Place) => Pick<Place, "file" | "line"> | undefined;

/** Finds the place where a public method was called. */
export type SiteCapture = (method: AnyFunction, sourceRoot: string) => Site;

const FRAMES_IN_DOUBT = 12;
// Code that is made at run time would fill the memory with its places.
const MOST_SITES = 8192;

/**
 * Makes a function that finds the place where a public method was called. It costs about 2 µs a call, the walk over the
 * stack alone more than 1; a build step that writes the places into the code costs nothing and is right in minified
 * code as well.
 *
 * It never throws and never guesses: a call without a frame of the user's own, such as a method that a promise calls
 * directly, is at {@link UNKNOWN_SITE}. Other users of the engine's stack hooks are not disturbed; where the hooks
 * cannot be replaced for a moment, the text of the stack is read instead. A place is looked up in the source once:
 * first by a hook that somebody else has installed, then by `resolve`; where neither knows it, the place in the code
 * that runs is written.
 */
export function createCapture(resolve?: PlaceResolver): SiteCapture {
  const sites = new Map<string, Map<number, Site>>();
  let root = "";
  let count = 0;

  const remembered = (file: string, position: number, find: () => Site): Site => {
    const known = sites.get(file)?.get(position);
    if (known !== undefined) return known;
    if (count >= MOST_SITES) {
      sites.clear();
      count = 0;
    }
    const site = find();
    const ofFile = sites.get(file) ?? new Map<number, Site>();
    sites.set(file, ofFile.set(position, site));
    count++;
    return site;
  };

  const siteOf = (place: Place, frame?: Frame): Site => {
    const foreign = frame === undefined ? undefined : foreignPlace(frame, place);
    const { file, line } = foreign ?? resolve?.({ ...place, file: pathOf(place.file) }) ?? place;
    return createSite(pathOf(file), line, place.name, root);
  };

  return (method, sourceRoot) => {
    try {
      if (!canCapture()) return UNKNOWN_SITE;
      if (sourceRoot !== root) {
        root = sourceRoot;
        sites.clear();
        count = 0;
      }
      if (!canReplaceHooks()) {
        const place = placeInText(stackText(method));
        return place === undefined
          ? UNKNOWN_SITE
          : remembered(place.file, -positionOf(place.line, place.column), () => siteOf(place));
      }
      const [first] = framesAbove(method, 1);
      const frame =
        first !== undefined && isOwn(first) ? first : framesAbove(method, FRAMES_IN_DOUBT).find(isOwnOrEval);
      if (frame === undefined) return UNKNOWN_SITE;
      const find = (): Site => {
        const place = placeOf(frame);
        return place === undefined ? UNKNOWN_SITE : siteOf(place, frame);
      };
      // Different evals may have the same position.
      return frame.isEval()
        ? find()
        : remembered(
            frame.getFileName() as string,
            frame.getPosition?.() ?? positionOf(frame.getLineNumber() ?? 0, frame.getColumnNumber() ?? 0),
            find,
          );
    } catch {
      return UNKNOWN_SITE;
    }
  };
}

/** {@link createCapture} without a resolver: for code that runs as it was written. */
export const captureSite: SiteCapture = /* @__PURE__ */ createCapture();

function isOwnOrEval(frame: Frame): boolean {
  return frame.isAsync?.() !== true && (frame.isEval() || isOwn(frame));
}

function positionOf(line: number, column: number): number {
  return line * 2 ** 20 + column;
}

/** What a hook says that somebody else has installed, where that is news. */
function foreignPlace(frame: Frame, raw: Place): Place | undefined {
  const text = foreignText(frame) ?? "";
  const place = frame.isEval() ? placeOfEval(text) : placeInText(text);
  if (place === undefined) return undefined;
  return place.line === raw.line && pathOf(place.file) === pathOf(raw.file) ? undefined : place;
}
