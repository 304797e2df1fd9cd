import { readFileSync } from "node:fs";
import { findSourceMap } from "node:module";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { findMap, originalOf } from "./load/original.ts";

/** A site as far as it is compared. */
interface Site {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly message?: unknown;
  readonly keys?: unknown;
}

/** A place in a file; the line is from 1. */
interface Place {
  readonly file: string;
  readonly line: number;
}

interface Frame extends Place {
  readonly column: number;
}

type AnyFunction = (...args: never[]) => unknown;

const FRAMES = 24;
const seen = new WeakSet();

/** Makes the logger compare each site, once, with the stack. Differences go to standard error, and the exit code is 1. */
export function installChecker(): void {
  // Logger and checker meet here: neither imports the other.
  const global = globalThis as unknown as Record<symbol, (site: Site, method: AnyFunction) => void>;
  global[Symbol.for("agora.verify.1")] ??= check;
}

function check(site: Site, method: AnyFunction): void {
  if (seen.has(site)) return;
  seen.add(site);
  try {
    const sentence = compare(site, framesAbove(method));
    if (sentence === undefined) return;
    process.exitCode ??= 1;
    process.stderr.write(`[AGORA_VERIFY] ${sentence}\n`);
  } catch (error) {
    const place = `${site.file}:${String(site.line)}`;
    process.stderr.write(`[AGORA_VERIFY] ${place} could not be compared: ${String(error)}\n`);
  }
}

/** What is wrong with a site; undefined where it is right, or nothing is known to compare it with. */
function compare(site: Site, frames: readonly Frame[]): string | undefined {
  // A wrapper's caller is further up; its site has nothing of the call in the wrapper. Behind a guard, the first frame is
  // the logger's own.
  const isForwarded = site.message === undefined && site.keys === undefined;
  const looked = isForwarded ? frames : frames.slice(0, 2);
  const places = looked.map(placesOf);
  if (places.some((candidates) => candidates.some((place) => isSame(place, site)))) return undefined;
  const first =
    places.find((candidates) => candidates.some(({ file }) => baseName(file) === baseName(site.file))) ??
    places[0];
  const best = first?.at(-1);
  if (best === undefined) return undefined;
  // Built code without its map tells nothing about the source.
  if (first?.length === 1 && baseName(best.file) !== baseName(site.file)) return undefined;
  return (
    `${site.file}:${String(site.line)} (${site.name}) stands in the code, but the call is at ` +
    `${best.file}:${String(best.line)}: another plugin has moved lines before this one, or the code was changed after it`
  );
}

function isSame(place: Place, site: Site): boolean {
  return place.line === site.line && baseName(place.file) === baseName(site.file);
}

function baseName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1).replace(/\?.*$/s, "");
}

/** Where a frame may be in the source: as it runs, and by the maps that are there, the best last. */
function placesOf(frame: Frame): Place[] {
  const places: Place[] = [frame];
  const entry = findSourceMap(frame.file)?.findEntry(frame.line - 1, frame.column - 1);
  if (entry !== undefined && "originalSource" in entry) {
    places.push({ file: entry.originalSource, line: entry.originalLine + 1 });
  }
  const path = frame.file.startsWith("file:") ? fileURLToPath(frame.file) : frame.file;
  const map = findMap(readIfThere(path), path);
  const original = map && originalOf(map, frame.line, frame.column - 1);
  if (original !== undefined) places.push({ file: original.source.path, line: original.line });
  return places;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function framesAbove(method: AnyFunction): Frame[] {
  const { stackTraceLimit } = Error;
  const hook: unknown = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace")?.value;
  const holder: { stack?: unknown } = {};
  try {
    Error.stackTraceLimit = FRAMES;
    Error.prepareStackTrace = (_, frames) => frames;
    Error.captureStackTrace(holder, method);
    const frames = Array.isArray(holder.stack) ? (holder.stack as NodeJS.CallSite[]) : [];
    return frames.flatMap((frame) => {
      const file = frame.getFileName();
      if (
        file === null ||
        file === undefined ||
        frame.isNative() ||
        frame.isEval() ||
        file.startsWith("node:")
      )
        return [];
      return [{ file, line: frame.getLineNumber() ?? 0, column: frame.getColumnNumber() ?? 1 }];
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    if (hook === undefined) delete (Error as { prepareStackTrace?: unknown }).prepareStackTrace;
    else (Error as { prepareStackTrace?: unknown }).prepareStackTrace = hook;
  }
}
