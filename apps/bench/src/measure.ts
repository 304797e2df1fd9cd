import type { Host } from "./hosts/host.ts";
import { type Spread, spreadOf } from "./statistics.ts";
import type { Workload } from "./workloads.ts";

/** How much is measured. */
export interface Effort {
  /** How often each contender is measured, at least 1. */
  readonly rounds: number;
  /** How long one measurement should take, in milliseconds. */
  readonly sampleMs: number;
}

/** What one contender needs for the entries of one workload. */
export interface Row {
  readonly workload: Workload;
  readonly language: string;
  readonly contender: string;
  /** Nanoseconds an entry. */
  readonly ns: Spread;
  /** Our time divided by this contender's, in the same round: below 1 we are faster. */
  readonly ratio: Spread;
}

/**
 * Measures all contenders of all hosts on one workload. They take turns in every round, so that what disturbs the
 * machine disturbs all alike, and the ratios are those of neighbours in time.
 */
export async function measure(hosts: readonly Host[], workload: Workload, effort: Effort): Promise<Row[]> {
  const runners = hosts.flatMap((host) => host.facts.contenders.map(({ name }) => ({ host, name })));
  const entries: number[] = [];
  for (const { host, name } of runners) entries.push(await warmUp(host, workload.id, name, effort.sampleMs));
  const rounds: number[][] = [];
  for (let round = 0; round < effort.rounds; round += 1) {
    const samples: number[] = [];
    for (let turn = 0; turn < runners.length; turn += 1) {
      // Nobody always comes after the same neighbour.
      const i = (turn + round) % runners.length;
      const { host, name } = runners[i] as (typeof runners)[number];
      const count = entries[i] ?? 1;
      samples[i] = (await host.time(workload.id, name, count)) / count;
    }
    rounds.push(samples);
  }
  return runners.map(({ host, name }, i) => {
    const ours = runners.findIndex((runner) => runner.host === host);
    const of = (samples: number[], runner: number): number => samples[runner] ?? Number.NaN;
    return {
      workload,
      language: host.facts.language,
      contender: name,
      ns: spreadOf(rounds.map((samples) => of(samples, i))),
      ratio: spreadOf(rounds.map((samples) => of(samples, ours) / of(samples, i))),
    };
  });
}

/** Runs a contender until it is warm, and finds how many entries take about as long as a sample should. */
async function warmUp(host: Host, workload: string, contender: string, sampleMs: number): Promise<number> {
  for (let entries = 64; ; entries *= 2) {
    const ms = (await host.time(workload, contender, entries)) / 1e6;
    if (ms >= sampleMs) return Math.max(64, Math.round((entries * sampleMs) / ms));
  }
}
