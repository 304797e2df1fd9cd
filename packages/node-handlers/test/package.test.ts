import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { apiText } from "./api-text.ts";

test("the package has the public interface that is written down", async () => {
  const entries = ["index.d.ts", "audit/index.d.ts", "metrics/index.d.ts", "network/index.d.ts"];
  const dist = join(import.meta.dirname, "..", "dist");

  await expect(apiText(dist, entries)).toMatchFileSnapshot("api.snapshot.txt");
});

test("the README's code runs", () => {
  const text = readFileSync(join(import.meta.dirname, "..", "README.md"), "utf8");
  const pieces = [...text.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = ""]) => code);
  const ended = pieces.map((code) =>
    spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
      cwd: join(import.meta.dirname, ".."),
      encoding: "utf8",
    }),
  );

  expect(ended.map(({ stderr, status }) => [stderr, status])).toEqual([
    ["", 0],
    ["", 0],
  ]);
});
