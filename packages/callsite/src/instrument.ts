import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Program } from "oxc-parser";
import { LineTable, parse } from "./analysis/ast.ts";
import type { Facts } from "./analysis/facts.ts";
import { findSites } from "./analysis/find-sites.ts";
import type { FoundSite } from "./analysis/find-sites.ts";
import { Prover } from "./analysis/prove.ts";
import { collectFacts } from "./analysis/walk.ts";
import { quoted } from "./analysis/shape.ts";
import { wrappersOf } from "./analysis/wrappers.ts";
import { insertSites } from "./emit.ts";
import type { Location, Placed } from "./emit.ts";
import type { ResolvedOptions } from "./options.ts";
import type { TransformResult } from "./transform-result.ts";

/** Writes the sites of a file that is wanted, with checked settings. @internal */
export function transformWith(
  code: string,
  id: string,
  settings: ResolvedOptions,
): TransformResult | undefined {
  const path = pathOf(id);
  const text = instrument(code, path, settings)?.text;
  if (text === undefined) return undefined;
  const map = text.generateMap({ source: path, includeContent: true, hires: "boundary" });
  return { code: text.toString(), map: map };
}

/** What is known of the files that code was compiled from. @internal */
export interface Compiled {
  /** Where a call stands in what was written; undefined where that is not known. */
  readonly locate: (line: number, column: number, name: string) => Location | undefined;
  /** Whether it is a site there: types prove more than what is left of them. */
  readonly isSite: (line: number, column: number) => boolean;
}

/** The code with its sites; undefined where there are none. @internal */
export function instrument(
  code: string,
  path: string,
  settings: ResolvedOptions,
  compiled?: Compiled,
): Placed | undefined {
  if (!mayLog(code, settings)) return undefined;
  const lines = new LineTable(code);
  const isKnownSite = (position: number): boolean => {
    const { line, column } = lines.at(position);
    return compiled?.isSite(line, column) ?? false;
  };
  const analysis = analyse(code, path, settings, isKnownSite);
  const sites = analysis?.sites.filter(({ kind }) => kind !== "fallback") ?? [];
  if (analysis === undefined || sites.length === 0) return undefined;
  const file = displayPath(path, settings.root);
  const locationOf = ({ position, frame }: FoundSite): Location => {
    const { line, column } = lines.at(position);
    return compiled?.locate(line, column, frame.name) ?? { file, line, name: frame.name };
  };
  return insertSites(code, analysis.program, sites, locationOf, prologue(analysis.program, settings));
}

/** What is found in a file. @internal */
export interface Analysis {
  readonly program: Program;
  readonly facts: Facts;
  readonly prover: Prover;
  readonly sites: FoundSite[];
}

/** Reads a file and finds its calls; undefined where there can be none, or they have their sites. @internal */
export function analyse(
  code: string,
  path: string,
  settings: ResolvedOptions,
  isKnownSite?: (position: number) => boolean,
): Analysis | undefined {
  if (!mayLog(code, settings) || HAS_SITES.test(code)) return undefined;
  const program = parse(path, code);
  if (program === undefined) return undefined;
  const facts = collectFacts(program);
  const isLoggerName = (dotted: string): boolean => settings.names.test(dotted);
  const moduleKind = (specifier: string): "ours" | "user" | undefined =>
    kindOfModule(specifier, path, settings);
  const prover = new Prover(facts, { moduleKind, isLoggerName });
  const sites = findSites(facts, code, {
    prover,
    isLoggerName,
    wrappers: wrappersOf(settings.helpers),
    shapes: settings.shapes,
    ...(isKnownSite && { isKnownSite }),
  });
  return { program, facts, prover, sites };
}

// Code with its sites, and the logger itself, which would call itself for ever.
const HAS_SITES = /agora\.(?:site|at)\.1/;

const METHODS = "debug|info|warn|warning|error|critical|timer";
const LEVEL_CALL = new RegExp(String.raw`\b(?:${METHODS})\b["'\`\])!]*\s*(?:\?\.)?\s*[(</]`);
const LEVEL_NAME = new RegExp(String.raw`\b(?:${METHODS})\b`);

/** What code with a call has at least, without settings of the user's: of most files, no more than this is looked at. @internal */
export const leastCode: readonly RegExp[] = [LEVEL_CALL, /@agora\//];

/** Whether it is worth parsing. @internal */
export function mayLog(code: string, { helpers, modules }: ResolvedOptions): boolean {
  if (LEVEL_CALL.test(code)) return true;
  if (helpers.some((helper) => code.includes(helper.slice(helper.lastIndexOf(".") + 1)))) return true;
  // A method with a name of its own is called by that name.
  return (modules.length > 0 || code.includes("@agora/")) && LEVEL_NAME.test(code);
}

const OURS = /^@agora\/(?:logger|core|browser|express|nest)(?:\/|$)/;

function kindOfModule(
  specifier: string,
  path: string,
  settings: ResolvedOptions,
): "ours" | "user" | undefined {
  if (OURS.test(specifier)) return "ours";
  const isUsers = settings.modules.some((entry) => {
    if (entry instanceof RegExp) return entry.test(specifier);
    if (specifier === entry) return true;
    if (!/^\.{0,2}\//.test(specifier)) return false;
    return bare(resolve(dirname(path), specifier)) === bare(resolve(settings.root, entry));
  });
  return isUsers ? "user" : undefined;
}

/** A path without its extension, or `/index`. */
function bare(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, "").replace(/[\\/]index$/, "");
}

/** The path of a module's id, without a query. @internal */
export function pathOf(id: string): string {
  return id.replace(/[?#].*$/s, "");
}

/** A path as it is displayed: below the root, with `/`, without what leads out of it. @internal */
export function displayPath(path: string, root: string): string {
  return (
    relative(root, path)
      .replaceAll("\\", "/")
      .replace(/^(?:\.\.\/)+/, "") || path
  );
}

/** In a test run, a module brings what compares its sites; ES modules only, since a bundler reads no others alone. */
function prologue(program: Program, { verify }: ResolvedOptions): string {
  if (!verify || !program.body.some(({ type }) => MODULE_SYNTAX.test(type))) return "";
  return `import ${quoted(fileURLToPath(new URL("./verify.js", import.meta.url)).replaceAll("\\", "/"))};`;
}

const MODULE_SYNTAX = /^(?:Import|Export)\w*Declaration$/;
