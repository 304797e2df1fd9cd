import { words } from "../words.ts";
import { ALPHANUMERIC, BLANK, characters, charactersBut, endOfRun, isIn, startOfRun } from "./find.ts";
import type { Find, Span } from "./find.ts";
import { createSuspicion } from "./key-suspicion.ts";
import { valueBehind } from "./value.ts";

/** What stands in a key, with blanks within it; anything that is not ASCII does as well. */
const KEY = /* @__PURE__ */ charactersBut("\0-\x1f!\"#&'()*+,/:;<=>?@\\^`{|}~\x7f");
const QUOTE = /* @__PURE__ */ characters("\"'`");
const BACKSLASH = /* @__PURE__ */ characters("\\");
const COLONS = /* @__PURE__ */ characters(":");
const ARROW = /* @__PURE__ */ characters("=>");
const ESCAPED = /%[\dA-Fa-f]{2}/g;
const COLON = 0x3a;

/** Keys whose values may hold blanks and separators: headers, sentences, lists of settings. */
const TAKES_LINE = / (?:authorization|cookies?|passphrase|string|connectionstring) ?$/;

/**
 * Finds the values of secret keys in `key=value`, `key: value`, `key => value`, JSON, headers and queries of URLs.
 *
 * @param isSecret judges a key.
 * @param lastWords the last words of all secret names, lowered: a key that ends with none of them is not judged.
 */
export function createKeyValueFind(isSecret: (key: string) => boolean, lastWords: readonly string[]): Find {
  if (lastWords.length === 0) return () => undefined;
  const isSuspect = createSuspicion(lastWords);

  /** The value of the key that ends at a separator, if it is secret. */
  const valueAt = (text: string, separator: number, behind: number): Span | undefined => {
    // Nearly every separator of a stack trace is done with here.
    if (isIn(ALPHANUMERIC, text, separator - 1) && !isSuspect(text, separator)) return undefined;
    const end = startOfRun(BLANK, text, separator);
    const isQuoted = isIn(QUOTE, text, end - 1);
    const keyEnd = isQuoted ? startOfRun(BACKSLASH, text, end - 1) : end;
    if (!isSuspect(text, keyEnd)) return undefined;
    const keyStart = startOfRun(KEY, text, keyEnd);
    const key = text.slice(keyStart, keyEnd).replace(ESCAPED, " ");
    if (!isSecret(key)) return undefined;
    const isOpen = !isQuoted && isIn(QUOTE, text, keyStart - 1);
    return valueBehind(text, behind, {
      isLine: text.charCodeAt(separator) === COLON && TAKES_LINE.test(words(key)),
      quote: isOpen ? text.charAt(keyStart - 1) : "",
    });
  };

  // The next colon and the next equals sign, each looked for once: texts have many of one and none of the other.
  let colon = 0;
  let equals = 0;
  const nextSeparator = (text: string, from: number): number => {
    if (colon < from) colon = placeOf(":", text, from);
    if (equals < from) equals = placeOf("=", text, from);
    return Math.min(colon, equals);
  };

  return (text, from) => {
    if (from === 0) colon = equals = -1;
    let at = nextSeparator(text, from);
    while (at < text.length) {
      const behind = endOfSeparator(text, at);
      const value = behind < 0 ? undefined : valueAt(text, at, behind);
      if (value !== undefined) return value;
      at = nextSeparator(text, Math.abs(behind));
    }
    return undefined;
  };
}

function placeOf(separator: string, text: string, from: number): number {
  const at = text.indexOf(separator, from);
  // Not Infinity: this is a small integer, which costs nothing to keep.
  return at < 0 ? text.length : at;
}

/** Where a separator ends, with the equals signs and arrows behind it; the negative of it for a run of colons. */
function endOfSeparator(text: string, at: number): number {
  const isColon = text.charCodeAt(at) === COLON;
  if (isColon && text.charCodeAt(at + 1) === COLON) return -endOfRun(COLONS, text, at);
  return endOfRun(ARROW, text, at + 1);
}
