/** Lines that are sent together. */
export interface LineBatch {
  /** Each with its line feed. */
  readonly lines: readonly string[];
  readonly bytes: number;
  /** How often they were sent in vain. */
  attempts: number;
}

/** Lines in memory, in batches: the last one is open, the others are full or old enough to be sent. */
export class LineBuffer {
  /** Lines in it. */
  count = 0;
  /** Their bytes. */
  bytes = 0;
  readonly #maxLines: number;
  readonly #maxBytes: number;
  #sealed: LineBatch[] = [];
  #open: string[] = [];
  #openBytes = 0;

  constructor(maxLines: number, maxBytes: number) {
    this.#maxLines = maxLines;
    this.#maxBytes = maxBytes;
  }

  /** Whether a batch can be sent. */
  get isReady(): boolean {
    return this.#sealed.length > 0;
  }

  /** Adds a line. A line that is larger than a batch makes one of its own. */
  add(line: string): void {
    const bytes = Buffer.byteLength(line);
    if (this.#openBytes + bytes > this.#maxBytes) this.seal();
    this.#open.push(line);
    this.#openBytes += bytes;
    this.count++;
    this.bytes += bytes;
    if (this.#open.length >= this.#maxLines || this.#openBytes >= this.#maxBytes) this.seal();
  }

  /** Makes what was added so far ready. */
  seal(): void {
    if (this.#open.length === 0) return;
    this.#sealed.push({ lines: this.#open, bytes: this.#openBytes, attempts: 0 });
    this.#open = [];
    this.#openBytes = 0;
  }

  /** Takes the oldest batch that is ready. */
  take(): LineBatch | undefined {
    const batch = this.#sealed.shift();
    if (batch !== undefined) {
      this.count -= batch.lines.length;
      this.bytes -= batch.bytes;
    }
    return batch;
  }

  /** Puts batches back to the front. */
  putBack(...batches: readonly LineBatch[]): void {
    this.#sealed.unshift(...batches);
    for (const { lines, bytes } of batches) {
      this.count += lines.length;
      this.bytes += bytes;
    }
  }
}

/** Both halves of a batch of at least two lines. */
export function halve({ lines, attempts }: LineBatch): [LineBatch, LineBatch] {
  const middle = Math.ceil(lines.length / 2);
  const part = (some: readonly string[]): LineBatch => ({
    lines: some,
    bytes: some.reduce((sum, line) => sum + Buffer.byteLength(line), 0),
    attempts,
  });
  return [part(lines.slice(0, middle)), part(lines.slice(middle))];
}

/** The lines of a text, each with its line feed. */
export function splitLines(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed + 1;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}
