import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { StreamValidator } from "@agora/schema/lossless";
import type { ExpectedFiles, ExpectedMessages, ExpectedUnion, RunnerStep } from "./types.ts";

const LINE_FEED = 0x0a;

/** Does to the files of a folder what a step says. Throws what the system says. */
export function doRunnerStep(folder: string, step: RunnerStep): void {
  const path = join(folder, step.file);
  const { at = 0, bytes = 0, text = "" } = step;
  switch (step.runner) {
    case "make_folder":
      mkdirSync(path, { recursive: true });
      break;
    case "write":
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      break;
    case "remove":
      rmSync(path, { recursive: true });
      break;
    case "flip": {
      const content = readFileSync(path);
      const place = at < 0 ? content.length + at : at;
      content[place] = (content[place] ?? 0) ^ 1;
      writeFileSync(path, content);
      break;
    }
    case "cut":
      writeFileSync(path, readFileSync(path).subarray(0, -bytes));
      break;
    default:
      writeFileSync(path, changedLines(readFileSync(path, "utf8"), step.runner, at));
  }
}

function changedLines(text: string, change: "remove_line" | "swap_lines", at: number): string {
  const lines = text.split("\n");
  const [taken = ""] = lines.splice(at < 0 ? lines.length - 1 + at : at, 1);
  if (change === "swap_lines") lines.splice(at + 1, 0, taken);
  return lines.join("\n");
}

/** A file of entries that was found. */
interface FoundFile {
  readonly path: string;
  readonly size: number;
  readonly messages: readonly string[];
  /** What the validator says against it. */
  readonly problems: readonly string[];
}

/** Compares a folder with what must be in it. @returns what is wrong, a line each */
export function judgeFiles(folder: string, expected: ExpectedFiles): string[] {
  const ignored = new Set(expected.ignore);
  const found = findFiles(folder).filter(({ path }) => !ignored.has(path));
  const wanted = Object.entries(expected.files).map(([path, messages]) => ({
    path,
    messages: spelled(messages),
  }));
  return [
    ...found.flatMap(({ path, problems }) => problems.map((problem) => `${path}: ${problem}`)),
    ...found
      .filter(({ path }) => !(path in expected.files))
      .map(({ path, messages }) => `${path} should not be there; it has ${messages.length} entries`),
    ...wanted.flatMap(({ path, messages }) => {
      const file = found.find((each) => each.path === path);
      if (file === undefined) return [`${path} is missing`];
      const at = messages.findIndex((message, i) => message !== file.messages[i]);
      if (at < 0 && messages.length === file.messages.length) return [];
      const place = at < 0 ? messages.length : at;
      return [
        `${path}: entry ${place + 1} is ${JSON.stringify(file.messages[place] ?? "missing")}, expected ${JSON.stringify(messages[place] ?? "no more")}; it has ${file.messages.length} entries, expected ${messages.length}`,
      ];
    }),
  ];
}

function spelled(messages: ExpectedMessages): string[] {
  return messages.flatMap((each) =>
    typeof each === "string"
      ? [each]
      : Array.from({ length: each.to - each.from + 1 }, (_, i) => `${each.prefix}${each.from + i}`),
  );
}

/** Looks whether every entry of every writer is in some file exactly once, the writer's own in order. */
export function judgeUnion(folder: string, writers: number, expected: ExpectedUnion): string[] {
  const found = findFiles(folder);
  const counts = new Map<string, number>();
  const problems = found.flatMap(({ path, problems: each }) => each.map((problem) => `${path}: ${problem}`));
  for (const { path, size, messages } of found) {
    if (expected.largest_file !== undefined && size > expected.largest_file)
      problems.push(`${path} has ${size} bytes, more than ${expected.largest_file}`);
    const last = new Map<string, number>();
    for (const message of messages) {
      counts.set(message, (counts.get(message) ?? 0) + 1);
      const [writer = "", number = ""] = message.split(" ");
      if (Number(number) < (last.get(writer) ?? -1))
        problems.push(`${path}: ${message} stands behind a later one`);
      last.set(writer, Number(number));
    }
  }
  for (let writer = 0; writer < writers; writer += 1) {
    const all = Array.from({ length: expected.count }, (_, i) => `${writer} ${i}`);
    const lost = all.filter((message) => !counts.has(message));
    const doubled = all.filter((message) => (counts.get(message) ?? 0) > 1);
    if (lost.length > 0)
      problems.push(`${lost.length} entries of writer ${writer} are lost, first ${lost[0]}`);
    if (doubled.length > 0)
      problems.push(`${doubled.length} of writer ${writer} are doubled, first ${doubled[0]}`);
  }
  return problems;
}

/** Files that hold entries; locks, heads and what was renamed aside to be removed have none. */
function findFiles(folder: string): FoundFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && /\.log(\.|$)/.test(entry.name) && !/\.(lock|head|old|tmp)\b/.test(entry.name),
    )
    .map((entry) => readFound(folder, join(entry.parentPath, entry.name)))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function readFound(folder: string, path: string): FoundFile {
  const raw = readFileSync(path);
  const content = path.endsWith(".gz") ? gunzipSync(raw) : raw;
  const problems: string[] = [];
  const validator = new StreamValidator({
    profile: "canonical",
    onFinding: ({ line, rule, severity, sentence }) => {
      if (severity === "MUST" && problems.length < 3) problems.push(`line ${line}: ${rule}: ${sentence}`);
    },
  });
  validator.push(content);
  validator.end();
  const end = content.at(-1) === LINE_FEED ? -1 : undefined;
  const lines = content.length === 0 ? [] : content.subarray(0, end).toString("utf8").split("\n");
  return { path: relative(folder, path), size: raw.length, messages: lines.map(messageOf), problems };
}

function messageOf(line: string): string {
  try {
    return String((JSON.parse(line) as { message?: unknown }).message);
  } catch {
    return `no entry: ${line.slice(0, 40)}`;
  }
}
