/** Nesting beyond which no validator of ours reads on: far more than an entry may have, and safe for every stack. */
export const MAX_NESTING = 100;

/** Pointer steps to the first container that is nested deeper than {@link MAX_NESTING}, or undefined. Never recurses. */
export function tooDeep(value: unknown): readonly (string | number)[] | undefined {
  const open: { readonly entries: readonly (readonly [string | number, unknown])[]; next: number }[] = [];
  const enter = (inner: unknown): void => {
    if (typeof inner === "object" && inner !== null) {
      const entries = Array.isArray(inner) ? [...inner.entries()] : Object.entries(inner);
      open.push({ entries, next: 0 });
    }
  };
  enter(value);
  while (open.length > 0) {
    if (open.length > MAX_NESTING) {
      return open.slice(0, -1).map(({ entries, next }) => entries[next - 1]?.[0] ?? "");
    }
    const top = open[open.length - 1];
    const entry = top?.entries[top.next];
    if (top === undefined || entry === undefined) {
      open.pop();
    } else {
      top.next++;
      enter(entry[1]);
    }
  }
  return undefined;
}
