import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The declarations of a package that can be reached from its entry points, without comments. */
export function apiText(dist: string, entries: readonly string[]): string {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, name = ""] of readFileSync(join(dist, file), "utf8").matchAll(/from "\.\/([^"]+)\.ts"/g)) visit(`${name}.d.ts`);
  };
  entries.forEach(visit);
  return [...seen]
    .sort()
    .map((file) => {
      const text = readFileSync(join(dist, file), "utf8");
      return `// ${file}\n${text.replaceAll(/\/\*\*.*?\*\/\n?|\/\/# .*$/gms, "").replaceAll(/^\s*\n/gm, "")}`;
    })
    .join("\n");
}
