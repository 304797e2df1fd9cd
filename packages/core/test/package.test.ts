import { build } from "esbuild";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { apiText } from "./api-text.ts";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

/** Bytes of a bundle that imports this, minified and compressed. */
async function bundledSize(source: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "neutral",
    write: false,
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}

describe("the package", () => {
  test("has the public interface that is written down", async () => {
    await expect(
      apiText(dist, ["index.d.ts", "callsite.d.ts", "testing/index.d.ts", "text-form.d.ts"]),
    ).toMatchFileSnapshot("api.snapshot.txt");
  });

  test("names nothing of Node or a browser", () => {
    const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith(".ts") && !name.endsWith(".test.ts"),
    );

    expect(sources.length).toBeGreaterThan(20);
    for (const name of sources) {
      const code = readFileSync(join(root, "src", name), "utf8").replaceAll(/\/\*\*.*?\*\/|\/\/.*$/gms, "");
      const found = /from "node:|\b(?:process|Buffer|window|document|globalThis)\./.exec(code)?.[0];
      expect({ name, found }).toEqual({ name, found: undefined });
    }
  });

  test("stays small where it is bundled", async () => {
    expect(await bundledSize('export { createRuntime } from "@agora/core"')).toBeLessThanOrEqual(20_900);
  });

  test("brings the place of calls and the text form only where they are imported", async () => {
    const logger = await bundledSize('export { createRuntime } from "@agora/core"');
    const both = await bundledSize(
      'export { createRuntime } from "@agora/core"; export { captureSite } from "@agora/core/callsite"; export { formatText } from "@agora/core/text"',
    );

    expect(both).toBeGreaterThan(logger + 1000);
  });

  test("brings sampling, rate limits and the health report only where they are imported", async () => {
    const logger = await bundledSize('export { createRuntime } from "@agora/core"');
    const all = await bundledSize(
      'export { createRuntime, createSampler, createRateLimiter, getHealthStatus } from "@agora/core"',
    );

    expect(all).toBeGreaterThan(logger + 800);
  });
});
