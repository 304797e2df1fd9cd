/** The middle of some numbers and how far they spread. */
export interface Spread {
  readonly median: number;
  /** A tenth of the numbers is below. */
  readonly p10: number;
  /** A tenth of the numbers is above. */
  readonly p90: number;
}

/**
 * The spread of some numbers, interpolated between neighbours.
 *
 * @param numbers - at least one
 */
export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), p10: quantile(sorted, 0.1), p90: quantile(sorted, 0.9) };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}
