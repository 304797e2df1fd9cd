import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { apiText } from "./api-text.ts";

const root = join(import.meta.dirname, "..");
const ENTRIES = ["index", "vite", "rollup", "rolldown", "webpack", "rspack", "esbuild", "register", "verify"];

describe("the package", () => {
  test("has the public interface that is written down", async () => {
    await expect(
      apiText(
        join(root, "dist"),
        ENTRIES.map((name) => `${name}.d.ts`),
      ),
    ).toMatchFileSnapshot("api.snapshot.txt");
  });

  test("exports each of its entries", () => {
    const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { exports: object };

    expect(Object.keys(exports).sort()).toEqual(
      [".", "./package.json", ...ENTRIES.slice(1).map((name) => `./${name}`)].sort(),
    );
  });

  test("imports nothing of ours", () => {
    const files = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".ts"),
    );

    expect(files.length).toBeGreaterThan(25);
    for (const name of files) {
      const found = /(?:from|import\() ?"@agora\/[^"]*"/.exec(
        readFileSync(join(root, "src", name), "utf8"),
      )?.[0];
      expect({ name, found }).toEqual({ name, found: undefined });
    }
  });
});
