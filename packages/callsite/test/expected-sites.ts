import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What an entry must say. */
export interface ExpectedSite {
  readonly file: string;
  readonly line: number;
  readonly function: string;
  /** Nothing in the code can tell: it takes the stack. */
  readonly isRunTime: boolean;
}

/** Reads the `@site <id> <function>` and `@next-site` comments of a folder's files, by id. */
export function expectedSites(folder: string): Map<string, ExpectedSite> {
  const sites = new Map<string, ExpectedSite>();
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(".ts")) continue;
    const lines = readFileSync(join(folder, file), "utf8").split("\n");
    for (const [index, text] of lines.entries()) {
      if (text.startsWith("//")) continue;
      for (const [, next, id = "", name = "", mark] of text.matchAll(
        /@(next-)?site (\d\w*) (\S+)( run-time)?/g,
      )) {
        sites.set(id, {
          file,
          line: index + (next === undefined ? 1 : 2),
          function: name,
          isRunTime: mark !== undefined,
        });
      }
    }
  }
  return sites;
}

/** What the entries say, by the id that their message begins with. */
export function reportedSites(lines: readonly string[]): Map<string, Omit<ExpectedSite, "isRunTime">> {
  const sites = new Map<string, Omit<ExpectedSite, "isRunTime">>();
  for (const text of lines) {
    const entry = JSON.parse(text) as { message: string; file: string; line: number; function: string };
    const id = entry.message.split(" ", 1)[0] ?? "";
    sites.set(id, { file: entry.file, line: entry.line, function: entry.function });
  }
  return sites;
}
