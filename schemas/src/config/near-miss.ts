/** The name that is most like `name` and at most two changes away from it, or undefined. Case does not count. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = 3;
  for (const each of names) {
    const changes = distance(name.toLowerCase(), each.toLowerCase());
    if (changes < least) {
      best = each;
      least = changes;
    }
  }
  return best;
}

/** Number of characters to insert, leave out, exchange or swap with their neighbour to make one text of the other. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) {
    return 3;
  }
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (same ? 0 : 1), swapped));
    }
    before = row;
    row = next;
  }
  return at(row, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
