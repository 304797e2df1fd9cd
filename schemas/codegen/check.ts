import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Outputs } from "./outputs.ts";

/** Folders in which every file is generated. */
const GENERATED_FOLDERS = [
  "schemas/gen",
  "packages/python/src/agora_log/_gen",
  "packages/cpp/include/agora/log/gen",
] as const;

/** One file that is not as the generator would leave it. */
export interface Difference {
  readonly path: string;
  readonly kind: "stale" | "missing" | "orphan";
}

/** Compares what the generator would write with what is there. Reads only. */
export async function compare(root: string, outputs: Outputs): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const [path, text] of outputs) {
    const found = await readText(join(root, path));
    if (found !== text) {
      differences.push({ path, kind: found === undefined ? "missing" : "stale" });
    }
  }
  const orphans = (await generatedFiles(root)).filter((path) => !outputs.has(path));
  return [...differences, ...orphans.map((path): Difference => ({ path, kind: "orphan" }))];
}

/** Writes what differs, removes what nothing generates, and returns the paths that changed. */
export async function write(root: string, outputs: Outputs): Promise<string[]> {
  const differences = await compare(root, outputs);
  for (const { path, kind } of differences) {
    const file = join(root, path);
    if (kind === "orphan") {
      await rm(file);
    } else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, outputs.get(path) ?? "");
    }
  }
  return differences.map(({ path }) => path);
}

/** Text of a file, or undefined where there is none. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === "ENOENT") {
      return undefined;
    }
    throw reason;
  }
}

async function generatedFiles(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of GENERATED_FOLDERS) {
    const names = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
    // Python keeps compiled modules beside the sources.
    found.push(
      ...names.filter((each) => each.name !== "__pycache__").map((each) => `${folder}/${each.name}`),
    );
  }
  return found;
}
