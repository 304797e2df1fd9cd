// Puts each entry of the package into one file: start-up is mostly the opening of files, and there would be a hundred.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { builtins } from "./builtins.ts";

const root = join(import.meta.dirname, "..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  legalComments: "none",
  logLevel: "warning",
  define: { AGORA_LOGGER_VERSION: JSON.stringify(version) },
} as const;

await build({
  ...shared,
  entryPoints: ["dist/index.js"],
  outfile: "dist/bundle/node.js",
  platform: "node",
  plugins: [builtins],
});
await build({
  ...shared,
  entryPoints: ["dist/portable.js"],
  outfile: "dist/bundle/portable.js",
  // Nothing of any platform is known here: an import of Node's would be an error.
  platform: "neutral",
});
