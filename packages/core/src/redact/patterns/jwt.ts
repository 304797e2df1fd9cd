import { characters, endOfRun, isIn } from "./find.ts";
import type { Span } from "./find.ts";

const BASE64URL = /* @__PURE__ */ characters("A-Za-z0-9_-");
const SHORTEST_HEADER = 8;
const MOST_PARTS = 5;

/** A JSON web token, signed (3 parts) or encrypted (5), also where its end was cut off. */
export function findJwt(text: string, from: number): Span | undefined {
  // The rarest letter of `eyJ` is looked for: each search begins again at most at the next one.
  for (let at = text.indexOf("J", from + 2); at >= 0; at = text.indexOf("J", at + 1)) {
    const start = at - 2;
    if (!text.startsWith("eyJ", start)) continue;
    const header = endOfRun(BASE64URL, text, start);
    if (!isIn(BASE64URL, text, start - 1) && header - start >= SHORTEST_HEADER) {
      const end = endOfParts(text, header);
      const isToken = text.startsWith(".eyJ", header) || text.slice(header + 1, end).includes(".");
      if (isToken && end > header) return { start, end };
    }
    at = header - 1;
  }
  return undefined;
}

/** The end of the last part behind the header that is not empty; parts begin with a dot. */
function endOfParts(text: string, header: number): number {
  let end = header;
  for (let at = header, part = 1; part < MOST_PARTS && text.charAt(at) === "."; part++) {
    const next = endOfRun(BASE64URL, text, at + 1);
    if (next > at + 1) end = next;
    at = next;
  }
  return end;
}
