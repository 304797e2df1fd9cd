import { TesteeFailure } from "../testee/failure.ts";
import type { TesteeCommand } from "../testee/process.ts";
import { DEFAULT_TIMEOUTS, type Timeouts } from "../testee/session.ts";
import type { RequestVector } from "../vectors/types.ts";
import { judgeOutcome, type Judgement } from "./judge-outcome.ts";
import type { CaseResult, RunResult } from "./results.ts";
import { Supervisor } from "./supervisor.ts";

/** How a run is set up. */
export interface RunOptions {
  readonly timeouts?: Timeouts;
  /** SHA-256 that the testee's hello must name. */
  readonly artifact?: string;
  /** Called after each case. */
  readonly onResult?: (result: CaseResult) => void;
}

/** An answer's worth and what came with it. */
interface Attempt extends Judgement {
  readonly stderr?: string;
}

/**
 * Runs vectors against a testee, one after the other. A testee that dies or hangs is started again; nothing that was
 * found before is lost. A case on which it dies is tried once more, and after the second death it is quarantined.
 */
export async function runVectors(
  name: string,
  command: TesteeCommand,
  vectors: readonly RequestVector[],
  options: RunOptions = {},
): Promise<RunResult> {
  const supervisor = new Supervisor(command, options.timeouts ?? DEFAULT_TIMEOUTS, options.artifact);
  const results: CaseResult[] = [];
  for (const vector of vectors) {
    const started = performance.now();
    const outcome = await runVector(supervisor, vector);
    const { id, title, profile, level, spec } = vector;
    const result = { id, title, profile, level, spec, ...outcome, durationMs: performance.now() - started };
    results.push(result);
    options.onResult?.(result);
  }
  await supervisor.stop();
  return {
    subject: name,
    ...(supervisor.hello === undefined ? {} : { hello: supervisor.hello }),
    results,
    findings: supervisor.findings,
  };
}

async function runVector(
  supervisor: Supervisor,
  vector: RequestVector,
): Promise<Attempt & { quarantined?: boolean }> {
  const first = await attempt(supervisor, vector);
  if (first.verdict !== "crash") return first;
  const second = await attempt(supervisor, vector);
  if (second.verdict === "crash") {
    return { ...second, message: `${second.message}, twice on this case`, quarantined: true };
  }
  return { ...first, message: `${first.message}; on the second try: ${second.verdict}` };
}

async function attempt(supervisor: Supervisor, vector: RequestVector): Promise<Attempt> {
  let session;
  try {
    session = await supervisor.ready();
  } catch (error) {
    return notStarted(supervisor, error);
  }
  const lacking = vector.needs.filter((need) => !session.hello.capabilities.includes(need));
  if (lacking.length > 0) {
    return { verdict: "not_applicable", message: `the testee has no ${lacking.join(", ")}` };
  }
  try {
    const outcome = await session.run(vector.request, vector.timeoutMs);
    const judgement = judgeOutcome(vector, outcome, session.hello);
    await session.reset();
    return judgement;
  } catch (error) {
    if (!(error instanceof TesteeFailure)) throw error;
    await supervisor.restart(`${error.kind} on ${vector.id}: ${error.message}`);
    return { verdict: error.kind, message: error.message, stderr: error.stderr };
  }
}

function notStarted(supervisor: Supervisor, error: unknown): Attempt {
  if (!(error instanceof TesteeFailure)) throw error;
  const again = supervisor.givenUp ? "the testee cannot be started" : "the testee was not there";
  return { verdict: "not_run", message: `${again}: ${error.message}`, stderr: error.stderr };
}
