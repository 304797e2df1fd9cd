import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";

// Processes start slowly on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, "..");
const pages = {
  README: join(root, "README.md"),
  guide: join(root, "..", "..", "docs", "guides", "location.md"),
};

describe.each(Object.entries(pages))("the code of the %s", (_, page) => {
  const pieces = [...readFileSync(page, "utf8").matchAll(/^```js\n(.*?)^```$/gms)].map(
    ([, code = ""]) => code,
  );

  test("is there", () => {
    expect(pieces.length).toBeGreaterThan(1);
  });

  test.each(pieces)("runs: %s", (code) => {
    const { stderr, status } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
      cwd: root,
      encoding: "utf8",
    });

    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  });
});
