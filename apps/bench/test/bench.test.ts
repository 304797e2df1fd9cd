import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const MAIN = join(import.meta.dirname, "..", "src", "main.ts");

test("a run with tiny samples measures every contender on every workload, and names what is missing", () => {
  const run = spawnSync(
    process.execPath,
    [MAIN, "--only", "encoders", "--rounds", "2", "--sample-ms", "0.1"],
    {
      encoding: "utf8",
    },
  );

  expect(run.stderr).toContain("all contenders write the same entries");
  expect(run.status).toBe(0);
  const rows = run.stdout.split("\n").filter((line) => line.startsWith("| "));
  const contenders = ["agora", "JSON.stringify", "agora", "orjson", "json.dumps", "agora", "nlohmann"].filter(
    (name) => !run.stdout.includes(`not measured: ${name} `),
  );
  for (const workload of ["a", "b", "c", "d", "f"]) {
    const cells = rows
      .filter((row) => row.startsWith(`| ${workload}: `))
      .map((row) => row.split("|").map((cell) => cell.trim()));
    expect(cells.map(([, , , contender]) => contender)).toEqual(contenders);
    expect(cells.filter(([, , , , ns]) => !(Number(ns) > 0))).toEqual([]);
  }
  expect(rows.filter((row) => /^\| (writer|canonical) +\| +\d+ /.test(row))).toHaveLength(2);
});

test("a number of rounds that is none is refused", () => {
  const run = spawnSync(process.execPath, [MAIN, "--only", "encoders", "--rounds", "none"], {
    encoding: "utf8",
  });

  expect(run.status).toBe(1);
  expect(run.stderr).toContain("--rounds takes a number from 1");
});
