import { charactersBut, endOfRun } from "./find.ts";
import type { Span } from "./find.ts";

// An authority ends at a slash, a query, a fragment, and where no URL goes on.
const AUTHORITY = /* @__PURE__ */ charactersBut("\0- /?#\\\"'`<>");

/** What stands between `://` and the last `@` of the authority. */
export function findUrlCredentials(text: string, from: number): Span | undefined {
  if (!text.includes("@", from)) return undefined;
  for (let at = text.indexOf("://", from); at >= 0; at = text.indexOf("://", at + 3)) {
    const start = at + 3;
    const size = text.slice(start, endOfRun(AUTHORITY, text, start)).lastIndexOf("@");
    if (size > 0) return { start, end: start + size };
  }
  return undefined;
}
