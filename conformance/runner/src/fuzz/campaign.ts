import { compareBytes } from "../compare/byte-diff.ts";
import { showBytes } from "../compare/show-text.ts";
import { PROTOCOL_VERSION, WIRE_VERSIONS, requestLine, type Outcome } from "../protocol/messages.ts";
import { inputCapabilities } from "../vectors/capabilities.ts";
import { describeOutcome } from "../run/judge-outcome.ts";
import { findDisagreement } from "./bisect.ts";
import { randomEntries, type RandomEntry } from "./entries.ts";
import {
  agree,
  agreementKey,
  askPanel,
  batchCase,
  entryCase,
  groupsOf,
  type Group,
  type Panelist,
} from "./panel.ts";
import { shrinkEntry } from "./shrink.ts";

/** What a comparison of random entries is made of. */
export interface Campaign {
  readonly panel: readonly Panelist[];
  readonly seed: number;
  /** How many entries all testees are to be compared on. Further ones go to those with more in common. */
  readonly count: number;
  /** Disagreements after which the comparison ends. Default 3. */
  readonly maxDisagreements?: number;
  /** Called now and then with the number of entries compared. */
  readonly onProgress?: (done: number) => void;
}

/** An entry on which testees disagree, as small as it got. */
export interface Disagreement {
  readonly batch: number;
  readonly entry: RandomEntry;
  readonly outcomes: readonly { readonly name: string; readonly outcome: Outcome }[];
}

/** What came of a comparison. */
export interface CampaignResult {
  /** How many entries were compared by how many testees: all, and those with more in common than all have. */
  readonly compared: readonly { readonly names: readonly string[]; readonly entries: number }[];
  readonly disagreements: readonly Disagreement[];
  /** Batches whose digests differ although no entry of theirs does alone. */
  readonly carried: readonly number[];
}

/** Entries of a batch. */
const BATCH = 250;

/** After so many batches for all, one goes to a group that has more in common than all have. */
const SPECIAL_AFTER = 8;

/** Compares random entries batch by batch; each disagreement is narrowed down to one entry, which is made small. */
export async function runCampaign(campaign: Campaign): Promise<CampaignResult> {
  const groups = groupsOf(campaign.panel);
  const compared = groups.map(({ panel }) => ({ names: panel.map(({ name }) => name), entries: 0 }));
  const disagreements: Disagreement[] = [];
  const carried: number[] = [];
  const limit = campaign.maxDisagreements ?? 3;
  const plan = planBatches(campaign, groups);
  let next = plan.next().value;
  while (next !== undefined && disagreements.length + carried.length < limit) {
    const { batch, group, entries, count } = next;
    const asked = askPanel(group.panel, batchCase(`fuzz.s${campaign.seed}.b${batch}`, entries));
    // While the testees work, the next batch is made.
    next = plan.next().value;
    if (!agree(await asked)) {
      const entry = await findDisagreement(group.panel, entries);
      if (entry === undefined) carried.push(batch);
      else disagreements.push(await narrow(group, entry, batch));
    }
    count(compared);
    campaign.onProgress?.(compared[0]?.entries ?? 0);
  }
  return { compared, disagreements, carried };
}

/** A batch and who gets it. */
interface PlannedBatch {
  readonly batch: number;
  readonly group: Group;
  readonly entries: readonly RandomEntry[];
  /** Adds its entries to what its group was compared on. */
  readonly count: (compared: readonly { entries: number }[]) => void;
}

function* planBatches(
  { seed, count }: Campaign,
  groups: readonly Group[],
): Generator<PlannedBatch, undefined> {
  let batch = 0;
  const make = (index: number, size: number): PlannedBatch => {
    const group = groups[index];
    if (group === undefined) throw new Error("a comparison needs testees");
    const entries = randomEntries(seed, batch, size, group.features);
    const planned: PlannedBatch = {
      batch,
      group,
      entries,
      count: (compared) => {
        const row = compared[index];
        if (row !== undefined) row.entries += size;
      },
    };
    batch += 1;
    return planned;
  };
  const all = Math.ceil(count / BATCH);
  for (let done = 0; done < all; done += 1) {
    yield make(0, Math.min(BATCH, count - done * BATCH));
    const round = (done + 1) / SPECIAL_AFTER;
    if (groups.length > 1 && Number.isInteger(round)) yield make(1 + (round % (groups.length - 1)), BATCH);
  }
  return undefined;
}

async function narrow(group: Group, entry: RandomEntry, batch: number): Promise<Disagreement> {
  const ask = (candidate: RandomEntry): Promise<readonly Outcome[]> =>
    askPanel(group.panel, entryCase("fuzz.repro", candidate));
  const small = await shrinkEntry(entry, async (candidate) => {
    const needs = inputCapabilities(candidate, candidate.config);
    return [...needs].every((need) => group.features.has(need)) && !agree(await ask(candidate));
  });
  const outcomes = await ask(small);
  return {
    batch,
    entry: small,
    outcomes: outcomes.map((outcome, index) => ({ name: group.panel[index]?.name ?? "", outcome })),
  };
}

/** A disagreement for a person: who says what, where the first two part, and lines to paste into a testee. */
export function describeDisagreement({ batch, entry, outcomes }: Disagreement): string {
  const lines = [`batch ${batch}: the testees disagree on an entry`];
  for (const { name, outcome } of outcomes) lines.push(`  ${name.padEnd(8)} ${answer(outcome)}`);
  const [first] = outcomes;
  const other = outcomes.find(
    ({ outcome }, place) =>
      first !== undefined && agreementKey(outcome, place) !== agreementKey(first.outcome, 0),
  );
  if (
    first !== undefined &&
    other !== undefined &&
    "bytes_b64" in first.outcome &&
    "bytes_b64" in other.outcome
  ) {
    const decode = (text: string): Buffer => Buffer.from(text, "base64");
    const difference = compareBytes(decode(first.outcome.bytes_b64), decode(other.outcome.bytes_b64));
    if (difference !== undefined) lines.push(...difference.text.split("\n").map((line) => `    ${line}`));
  }
  lines.push("  to see it again, paste these lines into a testee:");
  lines.push(requestLine(0, { cmd: "hello", protocol: PROTOCOL_VERSION, wire: WIRE_VERSIONS }));
  lines.push(requestLine(1, { cmd: "run", case: entryCase("fuzz.repro", entry) }));
  return lines.join("\n");
}

function answer(outcome: Outcome): string {
  if (!("bytes_b64" in outcome)) return describeOutcome(outcome);
  const text = showBytes(Buffer.from(outcome.bytes_b64, "base64"));
  return text.length <= 1_200 ? text : `${text.slice(0, 600)} … ${text.slice(-500)}`;
}
