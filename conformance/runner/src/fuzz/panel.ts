import type { BatchEntry, CaseConfig, Outcome, WireCase } from "../protocol/messages.ts";
import { Supervisor } from "../run/supervisor.ts";
import { TesteeFailure } from "../testee/failure.ts";
import type { TesteeCommand } from "../testee/process.ts";
import { DEFAULT_TIMEOUTS } from "../testee/session.ts";

/** A testee of a comparison. */
export interface Panelist {
  readonly name: string;
  readonly supervisor: Supervisor;
  readonly capabilities: ReadonlySet<string>;
}

/** How long a batch may take. */
const BATCH_TIMEOUT_MS = 120_000;

/** How long one entry may take. */
const ENTRY_TIMEOUT_MS = 10_000;

/** The configuration that a batch names and none of its entries uses. */
const SHARED: CaseConfig = { clock: { ns: "0" }, service: "svc" };

/**
 * Starts the testees of a comparison.
 *
 * @throws {TesteeFailure} when one cannot be started.
 */
export async function seatPanel(
  testees: readonly { readonly name: string; readonly command: TesteeCommand }[],
): Promise<readonly Panelist[]> {
  const supervisors = testees.map(({ command }) => new Supervisor(command, DEFAULT_TIMEOUTS));
  const seated = await Promise.allSettled(supervisors.map((supervisor) => supervisor.ready()));
  const failed = seated.find((outcome) => outcome.status === "rejected");
  if (failed !== undefined) {
    // The others would wait for ever, and this process with them.
    await Promise.all(supervisors.map((supervisor) => supervisor.stop()));
    throw failed.reason;
  }
  return supervisors.map((supervisor, index) => ({
    name: testees[index]?.name ?? "",
    supervisor,
    capabilities: new Set(supervisor.hello?.capabilities),
  }));
}

/** A panel with the features that all of its members have. */
export interface Group {
  readonly panel: readonly Panelist[];
  readonly features: ReadonlySet<string>;
}

/** All together, and each pair that has more in common than all have. */
export function groupsOf(panel: readonly Panelist[]): readonly Group[] {
  const all = groupOf(panel);
  const pairs = panel.flatMap((one, index) => panel.slice(index + 1).map((other) => groupOf([one, other])));
  return [
    all,
    ...(panel.length > 2 ? pairs.filter(({ features }) => features.size > all.features.size) : []),
  ];
}

function groupOf(panel: readonly Panelist[]): Group {
  const [first, ...others] = panel;
  const features = [...(first?.capabilities ?? [])].filter((name) =>
    others.every(({ capabilities }) => capabilities.has(name)),
  );
  return { panel, features: new Set(features) };
}

/** What each testee of a panel says to one case; a failure is told as an outcome of its own. */
export async function askPanel(panel: readonly Panelist[], wireCase: WireCase): Promise<readonly Outcome[]> {
  const timeout = wireCase.kind === "batch" ? BATCH_TIMEOUT_MS : ENTRY_TIMEOUT_MS;
  return Promise.all(panel.map((panelist) => askOne(panelist, wireCase, timeout)));
}

async function askOne({ supervisor }: Panelist, wireCase: WireCase, timeout: number): Promise<Outcome> {
  const session = await supervisor.ready();
  try {
    return await session.run(wireCase, timeout);
  } catch (error) {
    if (!(error instanceof TesteeFailure)) throw error;
    await supervisor.restart(`${error.kind}: ${error.message}`);
    return { error: { message: `${error.kind}: ${error.message}`, trace: error.stderr } };
  }
}

/** A text that is equal for two outcomes exactly when they agree. Failures agree with nothing, not even each other. */
export function agreementKey(outcome: Outcome, place: number): string {
  if ("bytes_b64" in outcome) return outcome.bytes_b64;
  if ("digest" in outcome) return outcome.digest.sha256;
  if ("rejected" in outcome) return `rejected ${outcome.rejected.code}`;
  return `failure ${place}`;
}

/** Whether all outcomes are the same answer. */
export function agree(outcomes: readonly Outcome[]): boolean {
  return new Set(outcomes.map((outcome, place) => agreementKey(outcome, place))).size <= 1;
}

/** Entries as one case. */
export function batchCase(id: string, entries: readonly BatchEntry[]): WireCase {
  return { id, kind: "batch", config: SHARED, entries };
}

/** One entry as a case whose answer is its bytes. */
export function entryCase(id: string, { config = SHARED, ...input }: BatchEntry): WireCase {
  return { id, kind: "encode", config, input };
}
