import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import rolldownPlugin from "@agora/callsite/rolldown";
import { MagicString } from "magic-string";
import { build } from "rolldown";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { workFolder } from "./builds.ts";

// Processes start slowly on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000 });

const CODE = `import { createRuntime } from "@agora/core";
import { captureSite } from "@agora/core/callsite";
const handler = { name: "none", write() {}, flush() {}, close() {} };
const log = createRuntime({ service: "s", handlers: [handler] }, { clock: () => 0, stack: captureSite }).getLogger("x");
log.info("m");
`;

let folder: string;
beforeAll(() => {
  folder = workFolder("shapes");
  writeFileSync(join(folder, "main.mjs"), CODE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A plugin that puts a line in front, and runs before all others, as ours does. */
const mover = {
  name: "mover",
  transform: {
    order: "pre" as const,
    handler(code: string, id: string) {
      if (!id.endsWith("main.mjs")) return undefined;
      const text = new MagicString(code).prepend("// moved\n");
      return { code: text.toString(), map: text.generateMap({ source: id, hires: true }).toString() };
    },
  },
};

async function report(isMoved: boolean): Promise<{ status: number | null; stderr: string }> {
  const file = join(folder, `bundle-${String(isMoved)}.mjs`);
  await build({
    input: join(folder, "main.mjs"),
    platform: "node",
    logLevel: "silent",
    plugins: [...(isMoved ? [mover] : []), rolldownPlugin({ root: folder, verify: true })],
    output: { file, format: "esm", sourcemap: true },
  });
  const { status, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  return { status, stderr };
}

describe("a bundle that checks its sites", () => {
  test("is silent where all are right", async () => {
    expect(await report(false)).toEqual({ status: 0, stderr: "" });
  });

  test("tells of a plugin that has moved lines before", async () => {
    const { status, stderr } = await report(true);

    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^\[AGORA_VERIFY\] main\.mjs:6 \(<module>\) stands in the code, but the call is at .*main\.mjs:5: /,
    );
  });
});
