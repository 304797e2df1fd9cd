const LINE_FEED = 0x0a;

/** What of a text of lines is not at the sink. */
export interface Unwritten {
  readonly text: string;
  readonly count: number;
}

/**
 * What is left of some lines when a sink took only a part of them. How many bytes it took is read from `error.written`;
 * an error without it says that nothing arrived. A line of which the sink has only a part is left.
 */
export function unwritten(error: unknown, text: string, count: number): Unwritten {
  const written = (error as { readonly written?: unknown } | undefined)?.written;
  if (typeof written !== "number" || !(written > 0)) return { text, count };
  const bytes = Buffer.from(text);
  const end = bytes.lastIndexOf(LINE_FEED, Math.min(written, bytes.length) - 1) + 1;
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0 && at < end; at = bytes.indexOf(LINE_FEED, at + 1)) lines++;
  return { text: bytes.subarray(end).toString(), count: count - lines };
}

/** Calls a function with each line of a text, its line feed included. */
export function eachLine(text: string, call: (line: string) => void): void {
  for (let start = 0; start < text.length;) {
    const end = text.indexOf("\n", start) + 1 || text.length;
    call(text.slice(start, end));
    start = end;
  }
}

/** Where the line behind the first `lines` lines of a text begins. */
export function afterLines(text: string, lines: number): number {
  let start = 0;
  for (let n = 0; n < lines; n++) start = text.indexOf("\n", start) + 1 || text.length;
  return start;
}
