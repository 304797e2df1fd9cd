import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { ServiceName } from "../orders/outcomes.ts";
import { FloorProblem } from "../problem.ts";
import { endWithUs } from "./live-processes.ts";
import { tailOf } from "./tail.ts";

/** How one service is started. */
export interface Launch {
  readonly name: ServiceName;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  /** How long it may take until it says that it is ready, in milliseconds. */
  readonly readyWithinMs: number;
}

/** How a service's process ended. */
export interface Ending {
  /** `exit code 1`, `signal SIGKILL` or the like. */
  readonly how: string;
  /** Whether it ended as a stopped service should, with exit code 0. */
  readonly clean: boolean;
}

/** A service that said that it is ready. */
export interface RunningService {
  readonly name: ServiceName;
  readonly pid: number;
  /** The port that it listens on. */
  readonly port: number;
  /** From start to ready, in milliseconds. */
  readonly readyAfterMs: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<Ending>;
  /** The last lines of its stderr. */
  readonly stderrTail: () => string[];
  /** Asks it to end (SIGTERM), ends it by force after 5 s, and resolves when it has ended. */
  readonly stop: () => Promise<Ending>;
}

const STOP_WITHIN_MS = 5000;

/**
 * Starts a service and waits for its line `ready port=<n>` on stdout.
 *
 * The process gets a session of its own, so that a Ctrl-C in the terminal reaches us and not it, and it ends by itself
 * when its stdin does, so that it does not outlive us.
 *
 * @throws {FloorProblem} when it cannot be started, ends before it is ready, or does not get ready in time; the end of
 *   its stderr is in the details
 */
export async function startService(launch: Launch, signal: AbortSignal): Promise<RunningService> {
  const startedAt = performance.now();
  const child = spawn(launch.command, launch.args, {
    env: launch.environment,
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  });
  endWithUs(child);
  // Writing to a service that has just died is no error of ours.
  child.stdin.on("error", () => {});
  const stderrTail = tailOf(child.stderr);
  const ended = endingOf(child);
  const stop = (): Promise<Ending> => stopProcess(child, ended);
  try {
    const port = await readyPort(launch, child, { ended, stderrTail, signal });
    const readyAfterMs = performance.now() - startedAt;
    return { name: launch.name, pid: child.pid ?? 0, port, readyAfterMs, ended, stderrTail, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Watched {
  readonly ended: Promise<Ending>;
  readonly stderrTail: () => string[];
  readonly signal: AbortSignal;
}

async function readyPort(launch: Launch, child: ChildProcess, watched: Watched): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const fail = (message: string): void => reject(new FloorProblem(message, watched.stderrTail()));
  const timer = setTimeout(
    () => fail(`${launch.name} did not get ready within ${launch.readyWithinMs / 1000} s.`),
    launch.readyWithinMs,
  );
  const onAbort = (): void => reject(watched.signal.reason as Error);
  watched.signal.addEventListener("abort", onAbort);
  if (watched.signal.aborted) onAbort();
  void watched.ended.then(({ how }) => fail(`${launch.name} ended before it was ready (${how}).`));
  if (child.stdout !== null) {
    createInterface(child.stdout).on("line", (line) => {
      const ready = /^ready port=(\d+)$/.exec(line);
      if (ready !== null) resolve(Number(ready[1]));
    });
  }
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    watched.signal.removeEventListener("abort", onAbort);
  }
}

function endingOf(child: ChildProcess): Promise<Ending> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ how: error.message, clean: false }));
    // `close`, not `exit`: the rest of stderr is wanted too.
    child.once("close", (code, signalName) => {
      resolve({ how: signalName === null ? `exit code ${code}` : `signal ${signalName}`, clean: code === 0 });
    });
  });
}

async function stopProcess(child: ChildProcess, ended: Promise<Ending>): Promise<Ending> {
  const isRunning = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  if (!isRunning) return ended;
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  try {
    return await ended;
  } finally {
    clearTimeout(timer);
  }
}
