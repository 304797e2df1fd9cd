import process from "node:process";
import { fileURLToPath } from "node:url";
import { instrumentFile } from "./instrument-file.ts";
import { readEnvironment } from "./load-settings.ts";

interface Loaded {
  readonly format?: string | null | undefined;
  readonly source?: string | ArrayBuffer | ArrayBufferView | null | undefined;
}

type Next = (url: string, context: unknown) => Promise<Loaded>;

// What is wrong with the variables, the main thread has said.
const settings = readEnvironment(process.env, () => {});

/** Node's asynchronous load hook: writes sites into ES modules. @internal */
export async function load(url: string, context: unknown, next: Next): Promise<Loaded> {
  const loaded = await next(url, context);
  const { format, source } = loaded;
  if (format !== "module" || !url.startsWith("file:") || source === null || source === undefined)
    return loaded;
  const code = typeof source === "string" ? source : new TextDecoder().decode(source as ArrayBuffer);
  return { ...loaded, source: instrumentFile(code, fileURLToPath(url), settings) };
}
