import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const packages = join(import.meta.dirname, "..", "..");

test.each([
  ["core", ["accepted", "failed"]],
  ["node-handlers", ["configured"]],
  ["logger", ["connected"]],
])("the code in the README of %s runs, and logs what it says", (name, messages) => {
  const readme = readFileSync(join(packages, name, "README.md"), "utf8");
  const [, code = ""] = /^```js\n(.*?)^```$/ms.exec(readme) ?? [];
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: join(packages, "logger"),
    encoding: "utf8",
    env: { PATH: process.env["PATH"] },
  });
  const entries = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { message: string });

  expect([stderr, status]).toEqual(["", 0]);
  expect(entries.map(({ message }) => message)).toEqual(messages);
});
