import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command, LineProcess } from "../hosts/line-process.ts";
import { startLineProcess } from "../hosts/line-process.ts";
import type { Effort } from "../measure.ts";
import { type Spread, spreadOf } from "../statistics.ts";
import { buildProgram } from "./program.ts";
import type { SinkKind } from "./contender.ts";
import { CONTENDERS } from "./contenders/index.ts";
import type { CallKind } from "./workloads.ts";

/** What one contender needs for one call. */
export interface LoggerRow {
  readonly node: string;
  readonly sink: SinkKind;
  readonly kind: CallKind["id"];
  readonly contender: string;
  readonly version: string;
  readonly note: string;
  /** Processor time of one call in nanoseconds, over the rounds. */
  readonly ns: Spread;
}

/** What a bout found. */
export interface Measured {
  readonly rows: readonly LoggerRow[];
  /** Who could not be measured, and why. */
  readonly missing: readonly { readonly contender: string; readonly reason: string }[];
}

/** One comparison: a Node, a sink and a workload. */
export interface Bout {
  /** The program of Node. */
  readonly node: string;
  /** Its version. */
  readonly version: string;
  /** The program that runs a contender. */
  readonly host: string;
  readonly sink: SinkKind;
  readonly kind: CallKind;
}

/**
 * Measures all contenders of one bout. Each is a process of its own that does nothing else; they take turns in every
 * round, each time in another order, so that what disturbs the machine disturbs all alike.
 *
 * @param folder for generated programs and log files
 * @param pin puts a command onto one processor, where that can be done
 */
export async function measureBout(
  bout: Bout,
  effort: Effort,
  folder: string,
  pin: (command: Command) => Command,
): Promise<Measured> {
  const { node, version, host, sink, kind } = bout;
  const place = join(folder, `${version}-${sink}-${kind.id}`);
  await mkdir(place, { recursive: true });
  const runners: Runner[] = [];
  const missing: Measured["missing"][number][] = [];
  try {
    for (const [name, load] of Object.entries(CONTENDERS)) {
      const contender = await load();
      if (!contender.sinks.includes(sink) || !takesPart(name, kind)) continue;
      const program = join(place, `${name.replaceAll(/\W+/g, "-")}.mjs`);
      await writeFile(program, await buildProgram(kind, contender, program));
      const args = [host, name, kind.id, sink, `${program}.log`, program];
      const process = startLineProcess(pin({ command: node, args }));
      try {
        const { version: its, note } = await process.ask<{ version: string; note: string }>("");
        const calls = await warmUp(process, effort.sampleMs);
        const row = { node: version, sink, kind: kind.id, contender: name, version: its, note };
        runners.push({ row, process, calls, samples: [] });
      } catch (error) {
        missing.push({ contender: name, reason: String(error) });
      }
    }
    for (let round = 0; round < effort.rounds; round += 1) {
      for (let turn = 0; turn < runners.length; turn += 1) {
        const runner = runners[(turn + round) % runners.length] as (typeof runners)[number];
        runner.samples.push(await timeOf(runner.process, runner.calls));
      }
    }
  } finally {
    for (const { process } of runners) process.close();
    await rm(place, { recursive: true, force: true });
  }
  return { rows: runners.map(({ row, samples }) => ({ ...row, ns: spreadOf(samples) })), missing };
}

interface Runner {
  readonly row: Omit<LoggerRow, "ns">;
  readonly process: LineProcess;
  readonly calls: number;
  readonly samples: number[];
}

/** Workload e asks for levels, d for children: not everybody has them. */
function takesPart(name: string, { isDisabled, isChild }: CallKind): boolean {
  if (isDisabled) return !/^(roarr|OpenTelemetry|limit: .*|pino full .*|pino plain)$/.test(name);
  return !(isChild && name === "OpenTelemetry");
}

/** Nanoseconds of one call. */
async function timeOf(process: LineProcess, calls: number): Promise<number> {
  const { ns } = await process.ask<{ ns: number }>(`time ${calls}`);
  return ns / calls;
}

/** Runs a contender until it is warm, and finds how many calls take about as long as a sample should. */
async function warmUp(process: LineProcess, sampleMs: number): Promise<number> {
  for (let calls = 256; ; calls *= 2) {
    const ms = ((await timeOf(process, calls)) * calls) / 1e6;
    if (ms < sampleMs) continue;
    // The count was found while the code was cold: once more with what it takes when warm.
    const warmMs = ((await timeOf(process, calls)) * calls) / 1e6;
    return Math.max(256, Math.round((calls * sampleMs) / Math.max(warmMs, 0.1)));
  }
}
