import { availableParallelism } from "node:os";
import { stripVTControlCharacters } from "node:util";
import { secondsSince } from "../bootstrap/say.mjs";
import type { Step, StepResult } from "./step.ts";

/** How many steps run at a time: as many as cores, at most 4, since many of them use several threads themselves. */
const slots = Math.min(availableParallelism(), 4);

const heartbeatMilliseconds = 15_000;
const longestOutput = 300;

/** The sums of a run. */
export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

/** A fresh sum. */
export function noTotals(): Totals {
  return { passed: 0, failed: 0, skipped: 0 };
}

/**
 * Runs steps, several at a time, started in the given order; prints one line for each as it ends, the output of those
 * that failed, each skipped test, and a sign of life while nothing ends.
 *
 * @param totals the results are added to it
 * @param print takes each line; default stdout
 */
export async function runSteps(
  steps: readonly Step[],
  totals: Totals,
  print: (line: string) => void = printLine,
): Promise<void> {
  const waiting = [...steps];
  const active = new Map<string, number>();
  const heartbeat = setInterval(() => print(activeLine(active)), heartbeatMilliseconds);
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const startedAt = performance.now();
      active.set(step.name, startedAt);
      const result = await settled(step);
      active.delete(step.name);
      for (const line of resultLines(step.name, result, secondsSince(startedAt))) print(line);
      totals.passed += result.passed;
      totals.failed += result.failed;
      totals.skipped += result.skipped.length;
    }
  };
  await Promise.all(Array.from({ length: slots }, worker));
  clearInterval(heartbeat);
}

/** The last line of a run. */
export function totalsLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

async function settled(step: Step): Promise<StepResult> {
  try {
    return await step.run();
  } catch (error) {
    const output = String(error instanceof Error ? error.stack : error);
    return { passed: 0, failed: 1, skipped: [], output };
  }
}

function resultLines(name: string, result: StepResult, time: string): readonly string[] {
  const tests = result.passed + result.failed + result.skipped.length;
  const counts = tests > 1 ? `  ${totalsLine({ ...result, skipped: result.skipped.length })}` : "";
  return [
    `${result.failed > 0 ? "FAILED" : "ok    "} ${name.padEnd(32)} ${time.padStart(8)}${counts}`,
    ...(result.failed > 0 ? [indent(tail(result.output))] : []),
    ...result.skipped.map((skip) => `       skipped: ${skip.name}${skip.reason && ` (${skip.reason})`}`),
  ];
}

function activeLine(active: ReadonlyMap<string, number>): string {
  const names = [...active].map(([name, startedAt]) => `${name} (${secondsSince(startedAt)})`);
  return `       running: ${names.join(", ")}`;
}

function tail(output: string): string {
  const lines = stripVTControlCharacters(output).trimEnd().split("\n");
  if (lines.length <= longestOutput) return lines.join("\n");
  return [`(${lines.length - longestOutput} lines before these)`, ...lines.slice(-longestOutput)].join("\n");
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "    ");
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
