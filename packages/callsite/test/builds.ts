import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import esbuildPlugin from "@agora/callsite/esbuild";
import rolldownPlugin from "@agora/callsite/rolldown";
import rollupPlugin from "@agora/callsite/rollup";
import rspackPlugin from "@agora/callsite/rspack";
import vitePlugin from "@agora/callsite/vite";
import webpackPlugin from "@agora/callsite/webpack";

const run = promisify(execFile);
const packageRoot = join(import.meta.dirname, "..");
export const register: string = join(packageRoot, "dist", "register.js");
export const helpers: readonly string[] = ["note", "audit.record"];

/** A folder with a copy of a fixture, in which `@agora/core` can be imported; `src` holds the copy. */
export function workFolder(fixture: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "callsite-")));
  cpSync(join(packageRoot, "test", "fixtures", fixture), join(folder, "src"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  mkdirSync(join(folder, "node_modules", "@agora"), { recursive: true });
  for (const name of ["core", "callsite"]) {
    const target = process.env[`TEST_${name.toUpperCase()}`] ?? join(packageRoot, "..", name);
    symlinkSync(target, join(folder, "node_modules", "@agora", name));
  }
  symlinkSync(join(packageRoot, "node_modules", "@types"), join(folder, "node_modules", "@types"));
  return folder;
}

/** Compiles `src` to `<name>` with tsc, with source maps beside the files. */
export async function compile(
  folder: string,
  name: string,
  module: "esnext" | "commonjs",
  target: string,
): Promise<string> {
  const out = join(folder, name);
  mkdirSync(out);
  writeFileSync(
    join(out, "package.json"),
    JSON.stringify({ type: module === "esnext" ? "module" : "commonjs" }),
  );
  const options = {
    module,
    target,
    moduleResolution: "bundler",
    rootDir: join(folder, "src"),
    outDir: out,
    sourceMap: true,
    rewriteRelativeImportExtensions: true,
    strict: true,
    skipLibCheck: true,
    lib: ["es2023", "es2024.string"],
    types: ["node"],
    noCheck: true,
    esModuleInterop: true,
  };
  const config = join(folder, `tsconfig.${name}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: options, include: [join(folder, "src")] }));
  await run(process.execPath, [join(packageRoot, "node_modules", "typescript", "bin", "tsc"), "-p", config]);
  return join(out, "shapes.js");
}

/** Bundles `src/shapes.ts` into one file, with its source map, and returns the file. */
export type Bundler = (folder: string, minify: boolean) => Promise<string>;

const options = (folder: string): { root: string; helpers: readonly string[] } => ({ root: folder, helpers });
const entry = (folder: string): string => join(folder, "src", "shapes.ts");
const fileOf = (folder: string, name: string, minify: boolean): string =>
  join(folder, `out-${name}${minify ? "-min" : ""}`, "shapes.mjs");

const esbuild: Bundler = async (folder, minify) => {
  const { build } = await import("esbuild");
  const outfile = fileOf(folder, "esbuild", minify);
  await build({
    entryPoints: [entry(folder)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minify,
    sourcemap: true,
    logLevel: "silent",
    plugins: [esbuildPlugin(options(folder))],
  });
  return outfile;
};

const rollup: Bundler = async (folder, minify) => {
  const [{ rollup: bundle }, { transform: strip }] = await Promise.all([import("rollup"), import("esbuild")]);
  const { createRequire } = await import("node:module");
  const outfile = fileOf(folder, "rollup", minify);
  const build = await bundle({
    input: entry(folder),
    external: [/^node:/, /^@agora\//],
    onLog: () => {},
    plugins: [
      rollupPlugin(options(folder)),
      {
        // Rollup reads no TypeScript by itself.
        name: "strip",
        transform: async (code, id) =>
          id.endsWith(".ts") ? strip(code, { loader: "ts", sourcemap: true, target: "node20" }) : undefined,
      },
      {
        name: "minify",
        renderChunk: async (code) =>
          minify ? strip(code, { minify, sourcemap: true, format: "esm" }) : null,
      },
    ],
  });
  void createRequire;
  await build.write({ file: outfile, format: "es", sourcemap: true });
  await build.close();
  return outfile;
};

const rolldown: Bundler = async (folder, minify) => {
  const { build } = await import("rolldown");
  const file = fileOf(folder, "rolldown", minify);
  await build({
    input: entry(folder),
    platform: "node",
    logLevel: "silent",
    plugins: [rolldownPlugin(options(folder))],
    output: {
      file,
      format: "esm",
      minify,
      sourcemap: true,
      codeSplitting: false,
    },
  });
  return file;
};

const vite: Bundler = async (folder, minify) => {
  const { build } = await import("vite");
  const outDir = join(folder, `out-vite${minify ? "-min" : ""}`);
  await build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    plugins: [vitePlugin(options(folder))],
    ssr: { noExternal: true },
    build: {
      ssr: entry(folder),
      outDir,
      minify,
      sourcemap: true,
      target: "node20",
      rollupOptions: { output: { entryFileNames: "shapes.mjs" } },
    },
  });
  return join(outDir, "shapes.mjs");
};

const webpack: Bundler = async (folder, minify) => {
  const { default: webpackOf } = await import("webpack");
  const outfile = fileOf(folder, "webpack", minify);
  await new Promise<void>((resolve, reject) => {
    webpackOf(
      { ...packConfig(folder, outfile, minify), plugins: [webpackPlugin(options(folder))] },
      (error, stats) => settle(resolve, reject, error, stats),
    );
  });
  return outfile;
};

const rspack: Bundler = async (folder, minify) => {
  const { rspack: rspackOf } = await import("@rspack/core");
  const outfile = fileOf(folder, "rspack", minify);
  await new Promise<void>((resolve, reject) => {
    rspackOf(
      { ...packConfig(folder, outfile, minify), plugins: [rspackPlugin(options(folder))] },
      (error, stats) => settle(resolve, reject, error, stats),
    );
  });
  return outfile;
};

interface Stats {
  hasErrors(): boolean;
  toString(how: "errors-only"): string;
}

function settle(
  resolve: () => void,
  reject: (error: Error) => void,
  error: Error | null | undefined,
  stats: Stats | undefined,
): void {
  if (error) reject(error);
  else if (stats?.hasErrors() === true) reject(new Error(stats.toString("errors-only")));
  else resolve();
}

/** What webpack and Rspack have in common; esbuild takes the types out behind our plugin. */
function packConfig(folder: string, outfile: string, minify: boolean): object {
  return {
    mode: minify ? "production" : "development",
    devtool: "source-map",
    target: "node20",
    context: folder,
    entry: entry(folder),
    experiments: { outputModule: true },
    output: {
      path: join(outfile, ".."),
      filename: "shapes.mjs",
      module: true,
      chunkFormat: "module",
    },
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    module: {
      rules: [
        {
          test: /\.ts$/,
          use: [{ loader: join(import.meta.dirname, "fixtures", "strip-loader.cjs") }],
        },
      ],
    },
  };
}

export const bundlers: Readonly<Record<string, Bundler>> = {
  esbuild,
  rollup,
  rolldown,
  vite,
  webpack,
  rspack,
};
