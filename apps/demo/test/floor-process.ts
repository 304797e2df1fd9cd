import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const MAIN = join(import.meta.dirname, "..", "src", "main.ts");

/** A run of the trading floor in a process of its own. */
export interface FloorProcess {
  readonly child: ChildProcess;
  readonly logDir: string;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The exit code, or the signal. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Starts a run on free ports with a log folder of its own, which goes with the test; later arguments win. */
export function startFloorProcess(args: readonly string[]): FloorProcess {
  const logDir = mkdtempSync(join(tmpdir(), "agora demo "));
  onTestFinished(() => rmSync(logDir, { recursive: true, force: true }));
  const child = spawn(process.execPath, [MAIN, "--port", "0", "--log-dir", logDir, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, FORCE_COLOR: "0", LOG_LEVEL: "CRITICAL" },
  });
  const stdout = collected(child, "stdout");
  const stderr = collected(child, "stderr");
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once("close", (code, signalName) => resolve(code ?? signalName ?? -1));
  });
  return { child, logDir, stdout, stderr, ended };
}

/** What a run says in which every check holds. */
export const SUCCESS = { code: 0, stderr: "", broken: [] };

/** How a run ended, and what it found wrong. */
export async function outcomeOf(floor: FloorProcess): Promise<object> {
  const code = await floor.ended;
  const stdout = floor.stdout();
  const broken = stdout.includes("✗") ? stdout.split("\n") : [];
  return { code, stderr: floor.stderr(), broken };
}

function collected(child: ChildProcess, stream: "stdout" | "stderr"): () => string {
  let text = "";
  child[stream]?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return () => text;
}

/** Waits until something is so. */
export async function until(isSo: () => boolean, what: string, withinMs = 20_000): Promise<void> {
  for (const start = performance.now(); !isSo(); await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (performance.now() - start > withinMs) throw new Error(`${what}: not within ${withinMs} ms`);
  }
}

/** One line of a log, parsed. */
export interface Line {
  readonly service: string;
  readonly level: string;
  readonly message: string;
  readonly file: string;
  readonly function: string;
  readonly correlation_id?: string;
  readonly context: Record<string, unknown>;
  readonly exception?: Link;
}

/** An error and its cause. */
export interface Link {
  readonly type: string;
  readonly message: string;
  readonly cause?: Link;
}

/** The complete lines of a log so far; none while the file is not there. */
export function linesOf(logDir: string, service: string): Line[] {
  const file = join(logDir, `${service}.log`);
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

/** The process ids that the services wrote into their logs. */
export function servicePids(logDir: string): number[] {
  return ["pricing", "risk", "gateway"].flatMap((service) => {
    const started = linesOf(logDir, service).find(({ message }) => message === "Service started");
    return started === undefined ? [] : [Number(started.context["pid"])];
  });
}

/** Whether a process still runs; one that only waits to be collected by its parent does not. */
export function isRunning(pid: number): boolean {
  try {
    const state = execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).trim();
    return state !== "" && !state.startsWith("Z");
  } catch {
    return false;
  }
}
