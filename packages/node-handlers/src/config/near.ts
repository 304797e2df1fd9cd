/** How many characters must be inserted, left out, replaced or swapped with their neighbour to turn `a` into `b`. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Letters and digits in lower case: `service_name` and `serviceName` are the same word. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9.]/g, "");
}

const LONGEST_NAME = 64;

/** The name among `names` that `name` was probably meant to be: at most two slips away; undefined when there is none. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  let best: { name: string; slips: number } | undefined;
  for (const candidate of names) {
    const slips = distance(plain(name), plain(candidate));
    if (slips <= 2 && slips < candidate.length / 2 && (best === undefined || slips < best.slips)) {
      best = { name: candidate, slips };
    }
  }
  return best?.name;
}
