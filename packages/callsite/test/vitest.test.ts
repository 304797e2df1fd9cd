import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

// Processes start slowly on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000 });

test("vitest runs tests with the plugin, mocks and all", () => {
  const root = join(import.meta.dirname, "..");
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const config = join("test", "fixtures", "vitest", "vitest.config.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, "run", "--config", config], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], NO_COLOR: "1" },
  });

  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/Tests\s+1 passed/);
});
