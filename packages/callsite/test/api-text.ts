import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The declarations of a package that can be reached from its entry points, without comments. */
export function apiText(dist: string, entries: readonly string[]): string {
  const found = new Map<string, string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    const text = readFileSync(join(dist, file), "utf8");
    found.set(file, text.replaceAll(/^[ \t]*\/\*\*.*?\*\/\n|\/\/# .*$/gms, "").replaceAll(/^\s*\n/gm, ""));
    for (const [, name = ""] of text.matchAll(/from "(\.[^"]+)\.ts"/g))
      visit(join(file, "..", `${name}.d.ts`));
  };
  entries.forEach(visit);
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) => `// ${file}\n${text}`)
    .join("\n");
}
