/**
 * Splits a command line into its words as a shell does: blanks part words, single quotes keep everything, double
 * quotes keep everything but `\"` and `\\`, a backslash outside quotes keeps the next character. No variable is
 * expanded and no shell is started, so that a signal reaches the testee itself.
 *
 * @throws {Error} when a quote is not closed or no word is left.
 */
export function splitCommandLine(text: string): readonly string[] {
  const words: string[] = [];
  const pattern = /\s+|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)/gsy;
  let word: string | undefined;
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    end = match.index + match[0].length;
    const part = match[1] ?? match[2]?.replaceAll(/\\(["\\])/g, "$1") ?? match[3] ?? match[4];
    if (part !== undefined) word = (word ?? "") + part;
    else if (word !== undefined) {
      words.push(word);
      word = undefined;
    }
  }
  if (end !== text.length)
    throw new Error(`the command has a quote or backslash that nothing closes: ${text}`);
  if (word !== undefined) words.push(word);
  if (words.length === 0) throw new Error("the command is empty");
  return words;
}
