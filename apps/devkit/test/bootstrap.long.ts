import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyCheckout, type CheckoutCopy } from "./checkout-copy.ts";

// `npm run build` in a fresh copy of the checkout, in a folder with a space in its name, with an environment that
// tries to leave out all development tools.
let copy: CheckoutCopy;
let home: string;
const minutes = 60_000;

beforeAll(() => {
  copy = copyCheckout("a new checkout", false);
  copy.git("init", "--quiet");
  home = join(copy.root, "..", "home");
  mkdirSync(home);
});
afterAll(() => copy.remove());

function environment(): NodeJS.ProcessEnv {
  const network = Object.entries(process.env).filter(([name]) =>
    /proxy|cert|_ca_|pip_find|pip_index/i.test(name),
  );
  return {
    ...Object.fromEntries(network),
    HOME: home,
    PATH: (process.env["PATH"] ?? "")
      .split(":")
      .filter((folder) => !/node_modules|\.venv/.test(folder))
      .join(":"),
    NODE_ENV: "production",
    CI: "true",
    npm_config_omit: "dev",
    NPM_CONFIG_PREFIX: "/nowhere",
  };
}

function build() {
  const run = spawnSync("npm", ["run", "build"], { cwd: copy.root, env: environment(), encoding: "utf8" });
  return { code: run.status, output: `${run.stdout}${run.stderr}` };
}

function expectRepaired(): void {
  const { code, output } = build();
  expect(code, output).toBe(0);
  expect(output).toContain("tools installed");
}

describe("the bootstrap", () => {
  test("installs everything and builds, from nothing", expectRepaired, 10 * minutes);

  test(
    "has nothing to install the second time",
    () => {
      const { code, output } = build();
      expect(code, output).toBe(0);
      expect(output).not.toContain("install");
    },
    minutes,
  );

  test("writes nothing into the home folder but npm's own log", () => {
    expect(readdirSync(home).filter((name) => name !== ".npm")).toEqual([]);
    expect(existsSync(join(home, ".npm", "_npx"))).toBe(false);
  });

  test("leaves nothing for git to see", () => {
    const status = spawnSync("git", ["status", "--porcelain"], { cwd: copy.root, encoding: "utf8" });
    expect(status.stdout.split("\n").filter((line) => /node_modules|\.venv|var\/|dist\//.test(line))).toEqual(
      [],
    );
  });

  test.each([
    ["a Node that was cut short", () => truncateSync(join(copy.root, "node_modules/node/bin/node"), 1000)],
    ["a missing dependency of one package", () => rmSync(join(copy.root, "schemas/node_modules/ajv"))],
    ["a missing pnpm", () => rmSync(join(copy.root, "var/tools"), { recursive: true })],
    [
      "a Python environment without its programs",
      () => rmSync(join(copy.root, "packages/python/.venv/bin"), { recursive: true }),
    ],
  ])(
    "repairs %s",
    (_what, damage) => {
      damage();
      expectRepaired();
    },
    10 * minutes,
  );

  test.each([500, 3_000, 6_000])(
    "goes on after a first install that was killed after %i ms",
    async (delay) => {
      for (const folder of ["node_modules", "var", "packages/python/.venv"]) {
        rmSync(join(copy.root, folder), { recursive: true, force: true });
      }
      const first = spawn("npm", ["run", "build"], {
        cwd: copy.root,
        env: environment(),
        detached: true,
        stdio: "ignore",
      });
      await sleep(delay);
      process.kill(-(first.pid ?? 0), "SIGKILL");
      expectRepaired();
    },
    10 * minutes,
  );
});
