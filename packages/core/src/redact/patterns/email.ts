import { ALPHANUMERIC, characters, endOfRun, isIn, startOfRun } from "./find.ts";
import type { Span } from "./find.ts";

const LOCAL_PART = /* @__PURE__ */ characters("A-Za-z0-9._%+'-");
const DOMAIN = /* @__PURE__ */ characters("A-Za-z0-9.-");
// A top-level domain has no digits.
const ENDS_AS_DOMAIN = /^[A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z]{2,}$/;

/** A mail address: a local part, and a domain with a dot. */
export function findEmail(text: string, from: number): Span | undefined {
  for (let at = text.indexOf("@", from); at >= 0; at = text.indexOf("@", at + 1)) {
    const start = Math.max(from, startOfRun(LOCAL_PART, text, at));
    let end = endOfRun(DOMAIN, text, at + 1);
    while (end > at + 1 && !isIn(ALPHANUMERIC, text, end - 1)) end--;
    if (start < at && ENDS_AS_DOMAIN.test(text.slice(at + 1, end))) return { start, end };
  }
  return undefined;
}
