import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../bootstrap/places.mjs";
import type { Member } from "../bootstrap/workspace.mjs";
import { runProgram } from "../steps/command.ts";

const emitted = /\.(?:d\.ts|js)(?:\.map)?$/;

interface ProjectConfig {
  readonly compilerOptions: { readonly rootDir?: string; readonly outDir?: string };
  readonly files: readonly string[];
}

/**
 * Makes a package's dist something that `tsc -b` may trust: files whose source is gone are removed (they would be
 * packed), and where an emitted file is missing the build information is removed (tsc would take it to be there).
 *
 * @param member a package; one whose build is more than `tsc -b` is left alone
 * @returns the files that had no source, relative to dist
 */
export async function matchDistToSource({ folder, manifest }: Member): Promise<readonly string[]> {
  const dist = join(folder, "dist");
  if (manifest.scripts?.["build"] !== "tsc -b" || !existsSync(dist)) return [];
  const shown = await runProgram("tsc", ["-p", folder, "--showConfig"], { cwd: root });
  if (shown.code !== 0) return [];
  const expected = expectedOutputs(folder, JSON.parse(shown.output) as ProjectConfig);
  const present = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) =>
    emitted.test(file),
  );
  const stale = present.filter((file) => !expected.has(file.replace(/\.map$/, "")));
  for (const file of stale) rmSync(join(dist, file));
  const found = new Set(present);
  if ([...expected].some((file) => !found.has(file)))
    rmSync(join(dist, "tsconfig.tsbuildinfo"), { force: true });
  return stale;
}

function expectedOutputs(folder: string, { compilerOptions, files }: ProjectConfig): ReadonlySet<string> {
  const sourceRoot = join(folder, compilerOptions.rootDir ?? "src");
  const sources = files.filter((file) => !file.endsWith(".d.ts")).map((file) => join(folder, file));
  const stems = sources.map((file) => relative(sourceRoot, file).replace(/\.[jt]s$/, ""));
  return new Set(stems.flatMap((stem) => [`${stem}.js`, `${stem}.d.ts`]));
}
