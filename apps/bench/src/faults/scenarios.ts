import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, basename, join } from "node:path";
import type { HostileInput } from "./hostile-inputs.ts";
import { runChild } from "./run-child.ts";

const LINES = 10_000;
const WRITERS = 4;
const LINES_A_WRITER = 5_000;
const ROTATE_AT = 100_000;

/** Logs 10,000 lines, then ends in some way. @returns how many of them are in the file, as text */
export function linesAfterEnding(peer: string, ending: string, waitMs: number): Promise<string> {
  return withFile(async (path) => {
    await runChild(peer, "ending", path, ending, String(LINES), String(waitMs));
    const found = readEntries(path).filter((entry) => /"line \d+"/.test(entry)).length;
    return existsSync(path) ? String(found) : "no file";
  });
}

/**
 * Logs one hostile context.
 *
 * @returns Y for a complete line, T for one that threw into the application, H for one after which the process does not
 * end within 30 s, L for one that is lost, X for one that is wrong, with what is missing
 */
export function verdictOn(peer: string, input: HostileInput): Promise<string> {
  return withFile(async (path) => {
    const { how, stdout } = await runChild(peer, "hostile", path, input.name);
    if (how === "SIGKILL") return "H";
    if (stdout.startsWith("threw") || how !== "0") return "T";
    const [line] = readEntries(path).filter((text) => text.includes("the hostile one"));
    if (line === undefined) return "L";
    const seen = parsed(line);
    const missing = input.keeps.find((text) => !seen.includes(text));
    if (missing !== undefined) return `X no "${missing}"`;
    return input.forbids !== undefined && line.includes(input.forbids) ? "X passed on" : "Y";
  });
}

/** Logs 200 lines to a device that is full. @returns what became of the process, and of the lines */
export async function onFullDisk(peer: string): Promise<string> {
  const { how, stdout, stderr } = await runChild(peer, "full", "/dev/full");
  const onStderr = new Set(stderr.match(/"line \d+"/g)).size;
  const fate = stdout.includes("survived") ? "survives" : "dies";
  return `${fate}, exit ${how}, ${onStderr} of 200 lines on stderr`;
}

/** Four processes write to one rotating file. @returns lines lost, torn, doubled, and the size of the largest file */
export function fourWriters(peer: string): Promise<string> {
  return withFile(async (path) => {
    const writers = Array.from({ length: WRITERS }, (_, i) =>
      runChild(peer, "rotate", path, String(i), String(LINES_A_WRITER), String(ROTATE_AT)),
    );
    await Promise.all(writers);
    const files = readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path).slice(0, 4)));
    const seen = new Map<string, number>();
    let torn = 0;
    for (const name of files) {
      for (const line of readEntries(join(dirname(path), name))) {
        const key = keyOf(line);
        if (key === undefined) torn += line.includes("one of many") ? 1 : 0;
        else seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    }
    const doubled = [...seen.values()].filter((count) => count > 1).length;
    const largest = Math.max(...files.map((name) => statSync(join(dirname(path), name)).size));
    const lost = WRITERS * LINES_A_WRITER - seen.size;
    return `${lost} lost, ${torn} torn, ${doubled} doubled, largest file ${Math.round(largest / 1000)} kB`;
  });
}

async function withFile<T>(body: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "agora-faults-"));
  try {
    return await body(join(folder, "test.log"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readEntries(path: string): string[] {
  return existsSync(path)
    ? readFileSync(path, "utf8")
        .split("\n")
        .filter((line) => line !== "")
    : [];
}

/** The line as somebody sees it who parses it: of members that are there twice, the last one. */
function parsed(line: string): string {
  try {
    return JSON.stringify(JSON.parse(line));
  } catch {
    return "";
  }
}

function keyOf(line: string): string | undefined {
  try {
    JSON.parse(line);
  } catch {
    return undefined;
  }
  const [, writer] = /"writer":(\d+)/.exec(line) ?? [];
  const [, i] = /"i":(\d+)/.exec(line) ?? [];
  return writer === undefined || i === undefined ? undefined : `${writer}/${i}`;
}
