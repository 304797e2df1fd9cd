/** The text with each unpaired surrogate replaced by U+FFFD. */
export function repair(text: string): string {
  // With the flag `u`, a pair is one character and only what is unpaired is a surrogate.
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/**
 * The members of an object as they are written: names repaired, of equal ones the last, undefined ones left out, sorted by
 * UTF-16 code units.
 */
export function sortedMembers(object: Readonly<Record<string, unknown>>): [name: string, value: unknown][] {
  const members = new Map<string, unknown>();
  for (const [name, value] of Object.entries(object)) {
    members.set(repair(name), value);
  }
  const kept = [...members].filter(([, value]) => value !== undefined);
  return kept.sort(([a], [b]) => (a < b ? -1 : 1));
}
