import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { doRunnerStep, judgeFiles, judgeUnion } from "./files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-files-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function entry(message: string): string {
  const head = '{"timestamp":"2026-11-20T10:00:00.000000Z","level":"INFO","message":';
  return `${head}${JSON.stringify(message)},"service":"s","file":"f","line":1,"function":"f"}\n`;
}
function put(name: string, ...messages: string[]): void {
  writeFileSync(join(folder, name), messages.map(entry).join(""));
}

describe("what is in the folder", () => {
  test("is as it should be when every file has its messages in order", () => {
    put("app.log", "m 3");
    put("app.log.1", "m 1", "m 2");
    put("app.log.lock");

    const files = { "app.log": ["m 3"], "app.log.1": [{ from: 1, to: 2, prefix: "m " }] };
    expect(judgeFiles(folder, { files })).toEqual([]);
  });

  test("is wrong when an entry is missing, doubled or somewhere else", () => {
    put("app.log", "a", "b", "b");

    const problems = (messages: string[]): string[] => judgeFiles(folder, { files: { "app.log": messages } });
    expect(problems(["a", "b"])).toHaveLength(1);
    expect(problems(["a", "b", "b", "c"])).toHaveLength(1);
    expect(problems(["b", "a", "b"])[0]).toContain('entry 1 is "a", expected "b"');
  });

  test("is wrong when a file is missing, too many, or has a line that is no canonical entry", () => {
    put("app.log", "a");
    writeFileSync(join(folder, "app.log.1"), `${entry("b").slice(0, -20)}\n`);

    const problems = judgeFiles(folder, { files: { "app.log": ["a"], "app.log.2": ["c"] } });
    expect(problems.some((problem) => problem.startsWith("app.log.1: line 1: json.syntax"))).toBe(true);
    expect(problems).toContain("app.log.2 is missing");
    expect(problems.some((problem) => problem.includes("app.log.1 should not be there"))).toBe(true);
  });
});

describe("what several writers left", () => {
  test("is as it should be when each entry is there once and in order", () => {
    put("app.log.1", "0 0", "1 0", "0 1");
    put("app.log", "1 1");

    expect(judgeUnion(folder, 2, { count: 2 })).toEqual([]);
  });

  test("is wrong when entries are lost, doubled, out of order, or a file is too large", () => {
    put("app.log", "0 1", "0 0", "1 0", "1 0");

    const problems = judgeUnion(folder, 2, { count: 2, largest_file: 100 }).join("\n");
    expect(problems).toContain("1 entries of writer 1 are lost, first 1 1");
    expect(problems).toContain("1 of writer 1 are doubled, first 1 0");
    expect(problems).toContain("0 0 stands behind a later one");
    expect(problems).toContain("more than 100");
  });
});

test("the runner changes one bit, cuts an end, takes lines away and exchanges them", () => {
  const path = join(folder, "a.log");
  const after = (step: Omit<Parameters<typeof doRunnerStep>[1], "file">): string => {
    writeFileSync(path, "one\ntwo\nsix\n");
    doRunnerStep(folder, { ...step, file: "a.log" });
    return readFileSync(path, "utf8");
  };

  expect(after({ runner: "flip", at: -2 })).toBe("one\ntwo\nsiy\n");
  expect(after({ runner: "cut", bytes: 3 })).toBe("one\ntwo\ns");
  expect(after({ runner: "remove_line", at: 1 })).toBe("one\nsix\n");
  expect(after({ runner: "remove_line", at: -1 })).toBe("one\ntwo\n");
  expect(after({ runner: "swap_lines", at: 0 })).toBe("two\none\nsix\n");
});
