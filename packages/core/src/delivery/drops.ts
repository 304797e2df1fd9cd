import type { DropReason, OwnReport } from "../handler.ts";
import type { Schedule } from "../ports.ts";

/** How many entries did not arrive, by reason. */
export type DropCounts = Readonly<Partial<Record<DropReason, number>>>;

interface Tally {
  total: number;
  unreported: number;
}

/** Counts entries that did not arrive, and says so in the log: not for each, but soon. */
export interface Drops {
  /** How long after the first drop a report is made, in milliseconds. */
  interval: number;
  add(reason: DropReason, count?: number): void;
  /** Counts entries that somebody else has reported. */
  absorb(counts: DropCounts): void;
  /** All since the start. */
  totals(): DropCounts;
  /** Reports what was not reported yet. What nobody took stays due. Returns whether there was something to report. */
  report(): boolean;
}

/**
 * @param write writes a report; says whether somebody took it.
 * @param steady milliseconds; used where there is no `schedule`.
 */
export function createDrops(
  write: (report: OwnReport) => boolean,
  steady: () => number,
  schedule: Schedule | undefined,
): Drops {
  const tallies = new Map<DropReason, Tally>();
  let isPlanned = false;
  let due = 0;
  let cancel: (() => void) | undefined;

  const tallyOf = (reason: DropReason): Tally => {
    let tally = tallies.get(reason);
    if (tally === undefined) tallies.set(reason, (tally = { total: 0, unreported: 0 }));
    return tally;
  };
  const plan = (): void => {
    isPlanned = true;
    if (schedule === undefined) due = steady() + drops.interval;
    else cancel = schedule(() => void drops.report(), drops.interval, false);
  };

  const drops: Drops = {
    interval: 10_000,
    add(reason, count = 1) {
      const tally = tallyOf(reason);
      tally.total += count;
      tally.unreported += count;
      if (!isPlanned) plan();
      else if (schedule === undefined && steady() >= due) drops.report();
    },
    absorb(counts) {
      for (const [reason, count] of Object.entries(counts)) tallyOf(reason as DropReason).total += count;
    },
    totals: () => Object.fromEntries([...tallies].map(([reason, { total }]) => [reason, total])),
    report() {
      cancel?.();
      cancel = undefined;
      isPlanned = false;
      let hasReported = false;
      for (const [reason, tally] of tallies) {
        const dropped = tally.unreported;
        if (dropped === 0) continue;
        hasReported = true;
        tally.unreported = 0;
        const context = { reason, dropped };
        const message = "Entries were dropped";
        if (write({ level: "WARNING", code: "AGORA_DROPPED", message, context })) continue;
        tally.unreported += dropped;
        if (!isPlanned) plan();
      }
      return hasReported;
    },
  };
  return drops;
}
