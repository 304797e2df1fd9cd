const PERCENT = 0x25;
const SMALL = 0x20;
// A word of a key is compared by no more than its end.
const LONGEST_END = 20;

/**
 * Makes a test whether a key may be secret, by the end of its last word: most separators of ordinary texts, such as the
 * colons of a stack trace, are passed over by it.
 *
 * @param lastWords the last words of all secret names, lowered.
 */
export function createSuspicion(lastWords: readonly string[]): (text: string, keyEnd: number) => boolean {
  const ends = new RegExp(`(?:${lastWords.map((word) => word.slice(-LONGEST_END)).join("|")})$`, "i");
  const threes = new Set(lastWords.map((word) => lastLetters(word, word.length, 3)));
  const twos = new Set(lastWords.map((word) => (word.length === 2 ? lastLetters(word, 2, 2) : UNTOLD)));
  threes.delete(UNTOLD);
  twos.delete(UNTOLD);
  // Words of one letter, and of letters that are not ASCII, are told by the whole test only.
  const isUntold = lastWords.some(
    (word) => lastLetters(word, word.length, Math.min(3, word.length)) === UNTOLD,
  );

  return (text, keyEnd) => {
    const end = endOfLetters(text, keyEnd);
    if (!isUntold && !isSmallLetter(text.charCodeAt(end - 1) | SMALL)) return false;
    if (!isUntold && !threes.has(lastLetters(text, end, 3)) && !twos.has(lastLetters(text, end, 2)))
      return false;
    return ends.test(text.slice(Math.max(0, end - LONGEST_END), end));
  };
}

const UNTOLD = -1;

/** The last letters before a place, lowered, as a number; UNTOLD where they are not letters of ASCII. */
function lastLetters(text: string, end: number, count: number): number {
  let code = 0;
  for (let at = end - count; at < end; at++) {
    const small = text.charCodeAt(at) | SMALL;
    if (at < 0 || !isSmallLetter(small)) return UNTOLD;
    code = (code << 8) | small;
  }
  return count > 1 ? code : UNTOLD;
}

/** The end of the last letter of a key: digits, marks and escapes of URLs behind it do not count. */
function endOfLetters(text: string, keyEnd: number): number {
  let end = keyEnd;
  for (;;) {
    const unit = text.charCodeAt(end - 1);
    if (text.charCodeAt(end - 3) === PERCENT && isHex(unit) && isHex(text.charCodeAt(end - 2))) end -= 3;
    else if (isMark(unit)) end--;
    else return end;
  }
}

function isSmallLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isHex(unit: number): boolean {
  const small = unit | SMALL;
  return (unit >= 0x30 && unit <= 0x39) || (small >= 0x61 && small <= 0x66);
}

/** Digits, and what stands between words of a key: space $ % - . [ ] _ */
function isMark(unit: number): boolean {
  if (unit >= 0x30 && unit <= 0x39) return true;
  switch (unit) {
    case 0x20:
    case 0x24:
    case PERCENT:
    case 0x2d:
    case 0x2e:
    case 0x5b:
    case 0x5d:
    case 0x5f:
      return true;
    default:
      return false;
  }
}
