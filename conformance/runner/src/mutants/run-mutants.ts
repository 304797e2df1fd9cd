import type { RunResult } from "../run/results.ts";
import { runVectors } from "../run/run-vectors.ts";
import type { TesteeCommand } from "../testee/process.ts";
import { DEFAULT_TIMEOUTS } from "../testee/session.ts";
import type { RequestVector, Vector } from "../vectors/types.ts";
import { mutatedCopy, type Mutant } from "./mutate.ts";

/** What came of one wrong encoder. */
export interface MutantResult {
  readonly name: string;
  readonly what: string;
  /** Ids of the vectors that it fails. */
  readonly killedBy: readonly string[];
  /** What is wrong with the mutant or the vectors; empty when it is killed by all that claim to. */
  readonly problems: readonly string[];
  readonly durationMs: number;
}

/** What is needed to run wrong encoders. */
export interface MutantRun {
  readonly mutants: readonly Mutant[];
  readonly vectors: readonly Vector[];
  /** The source folder of the reference encoder. */
  readonly source: string;
  /** How to start the testee with the package in this folder instead of the installed one. */
  readonly commandFor: (folder: string) => TesteeCommand;
  /** SHA-256 of the reference encoder, which a mutant must not have. */
  readonly artifact: string;
  /** Run every vector, not only those that claim to kill a mutant. */
  readonly all: boolean;
  readonly onResult?: (result: MutantResult) => void;
}

/** How many mutants run at once. */
const AT_ONCE = 2;

/** Runs the wrong encoders; each must fail at least one vector, and every vector that claims to kill it. */
export async function runMutants(run: MutantRun): Promise<readonly MutantResult[]> {
  const results: MutantResult[] = [];
  const waiting = [...run.mutants];
  const worker = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const result = await runMutant(run, mutant);
      results.push(result);
      run.onResult?.(result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const order = new Map(run.mutants.map(({ name }, index) => [name, index]));
  return results.toSorted((a, b) => (order.get(a.name) ?? 0) - (order.get(b.name) ?? 0));
}

/** Names in the vectors' `kills` that no mutant has. */
export function unknownKills(mutants: readonly Mutant[], vectors: readonly Vector[]): readonly string[] {
  const names = new Set(mutants.map(({ name }) => name));
  return vectors.flatMap(({ id, kills }) =>
    kills
      .filter((name) => !names.has(name))
      .map((name) => `${id} claims to kill ${name}, which does not exist`),
  );
}

async function runMutant(run: MutantRun, mutant: Mutant): Promise<MutantResult> {
  const started = performance.now();
  const claiming = run.vectors.filter(({ kills }) => kills.includes(mutant.name));
  const { name, what } = mutant;
  const finish = (killedBy: readonly string[], problems: readonly string[]): MutantResult => ({
    name,
    what,
    killedBy,
    problems,
    durationMs: performance.now() - started,
  });
  if (claiming.length === 0) return finish([], ["no vector claims to kill it"]);
  let copy;
  try {
    copy = mutatedCopy(run.source, mutant);
  } catch (error) {
    return finish([], [(error as Error).message]);
  }
  try {
    // The number file takes seconds each time and says no more than the vectors for single numbers.
    const asked = run.all ? run.vectors.filter(({ needs }) => !needs.includes("numbers")) : claiming;
    const chosen = asked.filter((vector): vector is RequestVector => vector.profile !== "V");
    const result = await runVectors(name, run.commandFor(copy.folder), chosen, {
      timeouts: DEFAULT_TIMEOUTS,
    });
    const killedBy = killers(result);
    return finish(killedBy, judge(result, run.artifact, killedBy, claiming));
  } finally {
    copy.remove();
  }
}

/** The vectors that the mutant failed; one that it could not be asked does not count. */
function killers({ results }: RunResult): readonly string[] {
  return results
    .filter(({ verdict }) => ["wrong", "error", "crash", "timeout"].includes(verdict))
    .map(({ id }) => id);
}

function judge(
  { hello, results }: RunResult,
  artifact: string,
  killedBy: readonly string[],
  claiming: readonly Vector[],
): readonly string[] {
  if (hello === undefined)
    return [`it does not start: ${results[0]?.message ?? ""} ${results[0]?.stderr ?? ""}`];
  if (hello.artifact === artifact) return ["the testee drives the right encoder, not the mutant"];
  const survived = claiming.filter(({ id }) => !killedBy.includes(id));
  return survived.map(({ id }) => `${id} claims to kill it and does not`);
}
