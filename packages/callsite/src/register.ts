import Module, { register } from "node:module";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { installChecker } from "./check-sites.ts";
import { instrumentFile } from "./load/instrument-file.ts";
import { readEnvironment } from "./load/load-settings.ts";

/** What Node's load hooks return, as far as it is used here. */
interface Loaded {
  readonly format?: string | null | undefined;
  readonly source?: string | ArrayBuffer | ArrayBufferView | null | undefined;
}

interface Compiler {
  _compile: (this: unknown, code: string, path: string, ...rest: unknown[]) => unknown;
}

/** Since Node 22.15; a named import of what is not there would not link. */
const { registerHooks } = Module as { registerHooks?: typeof Module.registerHooks };
const settings = readEnvironment(process.env, (sentence) => void process.stderr.write(`${sentence}\n`));

if (settings.isVerified) installChecker();
if (registerHooks !== undefined) {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      return { ...loaded, ...withSites(url, loaded) };
    },
  });
} else {
  // Node 20: modules are loaded in a thread of their own, CommonJS in this one.
  register("./load/module-hooks.js", import.meta.url);
  const prototype = (Module as unknown as { prototype: Compiler }).prototype;
  const compile = prototype._compile;
  prototype._compile = function (code, path, ...rest) {
    return compile.call(this, instrumentFile(code, path, settings), path, ...rest);
  };
}

function withSites(url: string, { format, source }: Loaded): { source?: string } {
  const isCode = /^(?:module|commonjs)(?:-typescript)?$/.test(format ?? "");
  if (!isCode || !url.startsWith("file:") || source === null || source === undefined) return {};
  const code = typeof source === "string" ? source : new TextDecoder().decode(source as ArrayBuffer);
  return { source: instrumentFile(code, fileURLToPath(url), settings) };
}
