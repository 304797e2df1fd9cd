/** A member of an object as it stands in JSON text. */
export interface RawMember {
  readonly key: string;
  /** The value as JSON text. */
  readonly json: string;
}

/**
 * Takes the JSON text of an object without white space apart, in its order, without reading the values: nothing is
 * reordered and no number is rounded. Undefined for any other text.
 */
export function splitObject(text: string): RawMember[] | undefined {
  const parts = splitTop(text, "{", "}");
  return parts?.map((part) => {
    const end = stringEnd(part, 0);
    return { key: JSON.parse(part.slice(0, end)) as string, json: part.slice(end + 1) };
  });
}

/** The same for the elements of an array. */
export function splitArray(text: string): string[] | undefined {
  return splitTop(text, "[", "]");
}

/** Takes the JSON text of an object's members apart, without its braces. */
export function splitMembers(text: string): string[] {
  return splitTop(`{${text}}`, "{", "}") ?? [];
}

function splitTop(text: string, open: string, close: string): string[] | undefined {
  if (!text.startsWith(open) || !text.endsWith(close)) return undefined;
  const parts: string[] = [];
  let start = 1;
  let depth = 0;
  for (let at = 1; at < text.length - 1; at++) {
    const char = text[at] as string;
    if (char === '"') at = stringEnd(text, at) - 1;
    else if (char === "{" || char === "[") depth++;
    else if (char === "}" || char === "]") depth--;
    else if (char === "," && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (text.length > 2) parts.push(text.slice(start, -1));
  return parts;
}

/** The place behind the string that begins at `at`. */
function stringEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return end + 1;
}
