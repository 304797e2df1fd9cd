const CAPITAL_AHEAD = /[a-z\d\x80-\uffff](?=[A-Z])|[A-Z](?=[A-Z][a-z\x80-\uffff])/g;
// The look-behind keeps a long run of digits from being tried at each of its digits.
const BETWEEN_WORDS = /(?:(?<!\d)\d+(?![a-z\d\x80-\uffff])|[^a-z\d\x80-\uffff])+/g;

/**
 * The words of a key, lowered, with a blank in front of each: `userAPIKey2` has ` user api key `. Words end at
 * capitals, digits that end a word do not count, and characters outside ASCII count as lower-case letters.
 */
export function words(key: string): string {
  return ` ${key.replace(CAPITAL_AHEAD, "$& ")}`
    .replace(/[A-Z]/g, (capital) => capital.toLowerCase())
    .replace(BETWEEN_WORDS, " ");
}

/** The words of a name in a list; empty where it has none. */
export function listedWords(name: string): string {
  return words(name.toWellFormed()).trim();
}

/** A test of {@link words} for names that end with one of a list, its words apart or written together. */
export function endsWithListed(names: readonly string[]): RegExp {
  const listed = names
    .map(listedWords)
    .filter((name) => name !== "")
    .flatMap((name) => [name, name.replaceAll(" ", "")]);
  return listed.length > 0 ? new RegExp(` (?:${listed.join("|")}) ?$`) : /(?!)/;
}
