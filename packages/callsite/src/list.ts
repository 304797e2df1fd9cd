import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { languageOf, LineTable } from "./analysis/ast.ts";
import { findPassed } from "./analysis/find-sites.ts";
import { isWanted } from "./options.ts";
import type { ResolvedOptions } from "./options.ts";
import { analyse, displayPath } from "./instrument.ts";

/** How a call gets its place. */
export type ListedKind = "proven" | "guarded" | "wrapper" | "fallback";

/** One call that writes an entry. */
export interface ListedSite {
  /** Path below the root, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly function: string;
  readonly kind: ListedKind;
  /** Whether the context is a literal whose keys are known. */
  readonly hasShape: boolean;
  /** The message, where it is a literal. */
  readonly message?: string;
  /** Why it is left to the run time. */
  readonly reason?: string;
}

/** All calls of some files. */
export interface SiteList {
  readonly sites: readonly ListedSite[];
  readonly totals: Readonly<Record<ListedKind | "shapes" | "files", number>>;
  /** Paths that could not be read, and why. */
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

const SKIPPED = /^(?:node_modules|\..*)$/;

/** Lists the calls of files and folders, in the order of their paths. */
export function listSites(paths: readonly string[], settings: ResolvedOptions): SiteList {
  const unread: { path: string; reason: string }[] = [];
  const files = [...new Set(paths.flatMap((path) => filesOf(resolve(path), unread, true)))].sort();
  const sites: ListedSite[] = [];
  let count = 0;
  for (const file of files) {
    if (languageOf(file) === undefined || !isWanted(file, settings)) continue;
    count++;
    try {
      sites.push(...sitesOf(readFileSync(file, "utf8"), file, settings));
    } catch (error) {
      unread.push({ path: file, reason: (error as Error).message });
    }
  }
  const many = (kind: ListedKind): number => sites.filter((site) => site.kind === kind).length;
  return {
    sites,
    totals: {
      proven: many("proven"),
      guarded: many("guarded"),
      wrapper: many("wrapper"),
      fallback: many("fallback"),
      shapes: sites.filter(({ hasShape }) => hasShape).length,
      files: count,
    },
    unread,
  };
}

function sitesOf(code: string, path: string, settings: ResolvedOptions): ListedSite[] {
  const analysis = analyse(code, path, settings);
  if (analysis === undefined) return [];
  const lines = new LineTable(code);
  const file = displayPath(path, settings.root);
  const found = analysis.sites.map(({ position, frame, kind, keys, message, reason }) => ({
    position,
    site: {
      file,
      line: lines.at(position).line,
      function: frame.name,
      kind,
      hasShape: keys !== undefined,
      ...(message !== undefined && { message }),
      ...(reason !== undefined && { reason }),
    },
  }));
  const passed = findPassed(analysis.facts, analysis.prover).map(({ position, frame }) => ({
    position,
    site: {
      file,
      line: lines.at(position).line,
      function: frame.name,
      kind: "fallback" as const,
      hasShape: false,
      reason: "a method that is handed on",
    },
  }));
  return [...found, ...passed].sort((left, right) => left.position - right.position).map(({ site }) => site);
}

function filesOf(path: string, unread: { path: string; reason: string }[], isGiven: boolean): string[] {
  try {
    const stats = statSync(path);
    if (stats.isFile()) return [path];
    if (!stats.isDirectory()) return [];
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
      if (SKIPPED.test(entry.name) || entry.isSymbolicLink()) return [];
      const inner = join(path, entry.name);
      return entry.isDirectory() ? filesOf(inner, unread, false) : entry.isFile() ? [inner] : [];
    });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    unread.push({ path, reason: code === "ENOENT" && isGiven ? "no such file or folder" : message });
    return [];
  }
}
