/**
 * Parses JSON in which no object has the same member twice: of two values, one would be lost without a word.
 *
 * @throws SyntaxError with what is wrong.
 */
export function parseJson(text: string): unknown {
  const tree: unknown = JSON.parse(text);
  refuseDuplicates(text);
  return tree;
}

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** Looks at the tokens of a text that is JSON for a name that stands twice in one object. */
function refuseDuplicates(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let last = "";
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(undefined);
    else if (token === "}" || token === "]") open.pop();
    else if (token === ":") {
      const name = JSON.parse(last) as string;
      const names = open.at(-1);
      if (names?.has(name) === true) throw new SyntaxError(`the member ${last.slice(0, 80)} stands twice`);
      names?.add(name);
    }
    last = token;
  }
}
