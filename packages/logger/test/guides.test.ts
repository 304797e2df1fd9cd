import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfig } from "@agora/node-handlers";
import { afterAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const guides = join(root, "..", "..", "docs", "guides");
const folder = mkdtempSync(join(tmpdir(), "agora-guides-"));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The pieces of code of a page, by language. */
function pieces(page: string, language: string): string[] {
  const text = readFileSync(join(guides, page), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "gms"))].map(
    ([, code = ""]) => code,
  );
}

function run(code: string): { messages: string[]; stderr: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: root,
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
  });
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { messages: lines.map((line) => (JSON.parse(line) as { message: string }).message), stderr, status };
}

describe.each([
  [
    "getting-started.md",
    [
      ["connected"],
      ["looking", "slow", "accepted", "refused"],
      ["rebuilt", "kept 1 orders", "cleared"],
      ["loaded"],
      ["done"],
      ["refused", "A level was changed"],
    ],
  ],
  ["configuration.md", [[], ["shown", "shown as well"], []]],
  ["files-and-rotation.md", [[]]],
  ["delivery.md", [[]]],
  [
    "errors.md",
    [
      [
        "refused",
        "order failed",
        "order failed",
        "order failed",
        "order failed",
        "two of them",
        "order failed",
      ],
      ["load price completed", "place order failed", "tried"],
      ["hostile"],
      [
        "first",
        "A handler could not write; its lines go to standard error",
        "second",
        "A handler writes again",
      ],
    ],
  ],
  [
    "sampling-and-levels.md",
    [
      ["written"],
      ["A level was changed", "written", "A level was changed", "A level was changed"],
      ["tick", "tick", "never limited", "Entries were dropped"],
    ],
  ],
  ["migration.md", [["order placed", "order failed"]]],
  ["network.md", [[], []]],
  [
    "redaction.md",
    [
      [
        "login with password=[REDACTED]: denied",
        "GET /orders?token=[REDACTED]&page=2",
        "connected to postgres://[REDACTED]@db:5432/shop",
      ],
      ["customer changed, iban: [REDACTED]"],
      ["mail to [REDACTED] about [ACCOUNT]"],
      ["paid"],
      ["mail to [REDACTED]"],
    ],
  ],
  ["audit.md", [[], []]],
])("the guide %s", (page, expected) => {
  test("has code that runs, and logs what it says", () => {
    const found = pieces(page, "js").map(run);

    expect(found.map(({ stderr, status }) => [stderr, status])).toEqual(found.map(() => ["", 0]));
    expect(found.map(({ messages }) => messages)).toEqual(expected);
  });

  test("has configuration files without a fault", () => {
    for (const [index, text] of pieces(page, "yaml").entries()) {
      const path = join(folder, `${page}-${index}.yaml`);
      writeFileSync(path, text);
      const { problems, config } = loadConfig({
        code: { serviceName: "s", configFile: path },
        directory: folder,
      });
      expect(problems).toEqual([]);
      expect(config.configFile).toBe(path);
    }
  });
});

test("the guide testing.md shows a test that runs", () => {
  const shown = readFileSync(join(import.meta.dirname, "guide-testing.test.ts"), "utf8");

  expect(pieces("testing.md", "ts")).toEqual([shown]);
});
