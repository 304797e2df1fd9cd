import { createRequire } from "node:module";
import type { Plugin } from "esbuild";

const require = createRequire(import.meta.url);

/** Loaded when it is used: it brings streams and sockets with it. */
const LATE = new Set(["node:tty"]);

/**
 * Takes Node's own modules with `process.getBuiltinModule` in place of imports. An import of `node:fs` reads all its
 * exports, and with them loads promises and streams that nobody asked for: a third of the time to start.
 */
export const builtins: Plugin = {
  name: "builtins",
  setup(bundler) {
    bundler.onResolve({ filter: /^node:/ }, ({ path }) => ({
      path,
      namespace: "builtin",
      sideEffects: false,
    }));
    bundler.onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({ contents: moduleText(path) }));
  },
};

function moduleText(path: string): string {
  const names = Object.keys(require(path) as object).filter((name) => /^[a-zA-Z_]\w*$/.test(name));
  const builtin = `process.getBuiltinModule(${JSON.stringify(path)})`;
  if (LATE.has(path)) {
    return names.map((name) => `export const ${name} = (...args) => ${builtin}.${name}(...args);\n`).join("");
  }
  // Each is a call without effect, so that those which nobody imports are left out.
  const picks = names.map((name) => `export const ${name} = /* @__PURE__ */ pick("${name}");\n`);
  return `const pick = (name) => ${builtin}[name];\n${picks.join("")}`;
}
