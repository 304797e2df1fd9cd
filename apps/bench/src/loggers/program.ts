import { join } from "node:path";
import { transform as callsites } from "@agora/callsite";
import { build, transform } from "esbuild";
import type { LoggerContender } from "./contender.ts";
import { programSource } from "./source.ts";
import type { CallKind } from "./workloads.ts";

/**
 * The program of a contender and workload, with what its build step writes into it.
 *
 * @param path where the program will stand; sites are named after it
 */
export async function buildProgram(
  kind: CallKind,
  contender: LoggerContender,
  path: string,
): Promise<string> {
  if (contender.build === undefined) return programSource(kind, contender.style, false);
  const source = programSource(kind, contender.style, true);
  const built = callsites(source, path.replace(/mjs$/, "ts"), { shapes: contender.build === "shapes" });
  if (built === undefined) throw new Error(`the build step found no call in ${path}`);
  return (await transform(built.code, { loader: "ts", format: "esm" })).code;
}

/**
 * Builds the process that runs a contender, so that every Node can run it, also one that does not know TypeScript.
 *
 * @returns the path of its program, below this package, where its dependencies are found
 */
export async function buildHost(): Promise<string> {
  const folder = join(import.meta.dirname, "..", "..", "dist", "logger-host");
  await build({
    entryPoints: [join(import.meta.dirname, "logger-host.ts")],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  return join(folder, "logger-host.mjs");
}
