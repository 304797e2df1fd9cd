import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** The size of what a bundler makes of an import. */
export interface BundleSize {
  readonly name: string;
  readonly bytes: number;
  readonly gzip: number;
}

const IMPORTS: Readonly<Record<string, string>> = {
  "@agora/core: encoder": 'export { createEncoder } from "@agora/core";',
  "@agora/core: loggers": 'export { createRuntime } from "@agora/core";',
  "@agora/logger for Node": 'export * from "@agora/logger";',
  pino: 'export { default } from "pino";',
  winston: 'export { default } from "winston";',
  "@logtape/logtape": 'export * from "@logtape/logtape";',
};

/** Bundles and minifies each, Node's own modules apart. */
export function bundleSizes(): Promise<BundleSize[]> {
  return Promise.all(
    Object.entries(IMPORTS).map(async ([name, contents]) => {
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: import.meta.dirname },
        bundle: true,
        minify: true,
        write: false,
        platform: "node",
        format: "esm",
        logLevel: "error",
      });
      const code = outputFiles[0]?.contents ?? new Uint8Array();
      return { name, bytes: code.length, gzip: gzipSync(code, { level: 9 }).length };
    }),
  );
}
