import { parseArgs } from "node:util";
import { describeDisagreement, runCampaign, type CampaignResult } from "../fuzz/campaign.ts";
import { seatPanel } from "../fuzz/panel.ts";
import { EXIT, type ExitCode } from "../run/standing.ts";
import { splitCommandLine } from "../testee/command-line.ts";
import { TesteeFailure } from "../testee/failure.ts";
import { UsageError, wholeNumber, type Terminal } from "./usage.ts";

/** `fuzz`: random entries, compared among two or more implementations by SHA-256. */
export async function fuzzCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      testee: { type: "string", multiple: true, default: [] },
      seed: { type: "string", default: "1" },
      count: { type: "string", default: "100000" },
      "max-disagreements": { type: "string", default: "3" },
    },
  });
  if (values.testee.length < 2) throw new UsageError("fuzz compares testees: give --testee at least twice");
  const seed = wholeNumber("seed", values.seed, 0);
  const count = wholeNumber("count", values.count, 1);
  const maxDisagreements = wholeNumber("max-disagreements", values["max-disagreements"], 1);
  const testees = values.testee.map((command, index) => ({
    name: `testee ${index + 1}`,
    command: { words: splitCommandLine(command), cwd: process.cwd() },
  }));
  let panel;
  try {
    panel = await seatPanel(testees);
  } catch (error) {
    if (!(error instanceof TesteeFailure)) throw error;
    terminal.error(`fuzz: a testee cannot be used: ${error.message}\n${error.stderr}`);
    return EXIT.harness;
  }
  const result = await runCampaign({ panel, seed, count, maxDisagreements });
  await Promise.all(panel.map(({ supervisor }) => supervisor.stop()));
  tellCampaign(result, seed, terminal);
  return result.disagreements.length + result.carried.length > 0 ? EXIT.failure : EXIT.ok;
}

/** Prints what a comparison found. */
export function tellCampaign(result: CampaignResult, seed: number, terminal: Terminal): void {
  for (const disagreement of result.disagreements) terminal.out(describeDisagreement(disagreement));
  for (const batch of result.carried) {
    terminal.out(
      `batch ${batch}: the digests differ, and no entry alone does: a testee carries something from entry to entry`,
    );
  }
  for (const { names, entries } of result.compared)
    terminal.out(`${entries} random entries (seed ${seed}): ${names.join(", ")}`);
  const found = result.disagreements.length + result.carried.length;
  terminal.out(found === 0 ? "no difference" : `${found} differences`);
}
