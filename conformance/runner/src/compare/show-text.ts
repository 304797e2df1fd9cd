/** Names of characters that would not be seen, or be misread, in a terminal. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x00, "NUL"],
  [0x07, "BEL"],
  [0x08, "BS"],
  [0x09, "TAB"],
  [0x0a, "LF"],
  [0x0d, "CR"],
  [0x1b, "ESC"],
  [0x7f, "DEL"],
  [0x85, "NEL"],
  [0xa0, "NBSP"],
  [0x200b, "ZWSP"],
  [0x200d, "ZWJ"],
  [0x2028, "LS"],
  [0x2029, "PS"],
  [0xfeff, "BOM"],
]);

/** Characters that are shown by name or code point: controls, format characters, odd blanks, U+FFFD, lone surrogates. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u00a0\ufffd]/gu;

/** Text with every character that cannot be seen written as `<ESC>` or `<U+2028 LS>`. */
export function showText(text: string): string {
  return text.replaceAll(HIDDEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const name = NAMES.get(code);
    if (code < 0x20 && name !== undefined) return `<${name}>`;
    const point = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    return name === undefined ? `<${point}>` : `<${point} ${name}>`;
  });
}

/** Bytes as text in the form of {@link showText}; what is not UTF-8 is `<FF>`, byte by byte. */
export function showBytes(bytes: Uint8Array): string {
  let out = "";
  let from = 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < buffer.length;) {
    const size = sequenceLength(buffer, at);
    if (size > 0) {
      at += size;
      continue;
    }
    out += `${showText(buffer.toString("utf8", from, at))}<${(buffer[at] ?? 0).toString(16).toUpperCase().padStart(2, "0")}>`;
    at += 1;
    from = at;
  }
  return out + showText(buffer.toString("utf8", from));
}

/** The length of the well-formed UTF-8 sequence at `at`; 0 when there is none. */
function sequenceLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  const piece = bytes.subarray(at, at + size);
  return piece.length === size && !piece.toString("utf8").includes("\ufffd")
    ? size
    : isReplacement(piece)
      ? 3
      : 0;
}

function isReplacement(piece: Buffer): boolean {
  return piece.length >= 3 && piece[0] === 0xef && piece[1] === 0xbf && piece[2] === 0xbd;
}
