import { agree, askPanel, batchCase, type Panelist } from "./panel.ts";
import type { BatchEntry } from "../protocol/messages.ts";

/**
 * The first entry of a batch on which a panel disagrees when it is asked for it alone; `undefined` when the panel
 * disagrees only on the batch as a whole, which is then a state that a testee carries from entry to entry.
 */
export async function findDisagreement<T extends BatchEntry>(
  panel: readonly Panelist[],
  entries: readonly T[],
): Promise<T | undefined> {
  let range = entries;
  while (range.length > 1) {
    const half = range.slice(0, range.length >> 1);
    range = (await agreesOn(panel, half)) ? range.slice(half.length) : half;
  }
  const [entry] = range;
  return entry === undefined || (await agreesOn(panel, [entry])) ? undefined : entry;
}

/** Whether a panel gives the same bytes for these entries. */
export async function agreesOn(panel: readonly Panelist[], entries: readonly BatchEntry[]): Promise<boolean> {
  return agree(await askPanel(panel, batchCase("fuzz.bisect", entries)));
}
