import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";

const folder = join(import.meta.dirname, "..");
const out = join(folder, "dist", "cli");

/** The formatter of json-schema-to-typescript, 12 MB that the command never calls, stays out. */
const withoutFormatter: Plugin = {
  name: "without-formatter",
  setup(bundler) {
    bundler.onResolve({ filter: /^prettier$/ }, () => ({ path: "prettier", namespace: "left-out" }));
    bundler.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
      contents: "export const format = undefined;",
    }));
  },
};

/**
 * Bundles the command with the libraries that it needs, so that installing the package brings none of them. Run by
 * `build`.
 */
async function bundle(): Promise<void> {
  const { metafile } = await build({
    entryPoints: [join(folder, "codegen", "cli", "main.ts")],
    outfile: join(out, "main.js"),
    absWorkingDir: folder,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    minify: true,
    metafile: true,
    legalComments: "none",
    plugins: [withoutFormatter],
    banner: {
      js: [
        "#!/usr/bin/env node",
        'import { createRequire as agoraRequire } from "node:module";',
        "const require = agoraRequire(import.meta.url);",
      ].join("\n"),
    },
    logLevel: "warning",
  });
  await writeFile(join(out, "NOTICES.txt"), await notices(metafile));
}

/** Names, versions and licences of the libraries in the bundle. */
async function notices(metafile: Metafile): Promise<string> {
  const roots = new Set<string>();
  for (const path of Object.keys(metafile.inputs)) {
    const root = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    if (root !== undefined) {
      roots.add(root);
    }
  }
  const texts = await Promise.all([...roots].sort().map((root) => notice(join(folder, root))));
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

async function notice(root: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as Record<
    string,
    string
  >;
  for (const file of ["LICENSE", "LICENSE.md", "LICENSE.txt", "license", "LICENSE-MIT"]) {
    const text = await readFile(join(root, file), "utf8").catch(() => undefined);
    if (text !== undefined) {
      return `${name} ${version} (${license})\n\n${text.trim()}\n`;
    }
  }
  return `${name} ${version} (${license})\n`;
}

await bundle();
