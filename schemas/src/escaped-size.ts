/**
 * Size of a text in UTF-8 bytes of its canonical JSON form, without the quotes. An unpaired surrogate counts as the
 * three bytes of U+FFFD, which is written in its place.
 */
export function escapedSize(text: string): number {
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) {
      size += unit < 0x800 ? 2 : 3;
      if (unit >= 0xd800 && unit < 0xdc00 && isLow(text.charCodeAt(i + 1))) {
        size++;
        i++;
      }
    } else {
      size += asciiSize(unit);
    }
  }
  return size;
}

/** Size of an ASCII character in canonical JSON: 1, 2 for the short escapes, 6 for the other control characters. */
export function asciiSize(code: number): 1 | 2 | 6 {
  if (code >= 0x20) {
    return code === 0x22 || code === 0x5c ? 2 : 1;
  }
  return code >= 0x08 && code <= 0x0d && code !== 0x0b ? 2 : 6;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
