const LF = 0x0a;

/** Receives the lines that a {@link LineSplitter} finds. */
export interface LineSink {
  /** One line without its LF; `whole` is false when it ended with the stream or was cut at the limit. */
  line(bytes: Buffer, whole: boolean): void;
}

/**
 * Cuts a byte stream into lines at LF. A line longer than `maxBytes` is given out once, cut, and the rest of it is
 * thrown away, so that a stream without LF needs no more memory than that.
 */
export class LineSplitter {
  private parts: Buffer[] = [];
  private size = 0;
  private overflowed = false;
  private readonly sink: LineSink;
  private readonly maxBytes: number;

  constructor(sink: LineSink, maxBytes: number) {
    this.sink = sink;
    this.maxBytes = maxBytes;
  }

  /** Takes the next piece of the stream. */
  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      this.collect(chunk.subarray(start, end));
      this.emit(true);
      start = end + 1;
    }
    this.collect(chunk.subarray(start));
  }

  /** The stream has ended: what is left without LF is a line that is not whole. */
  end(): void {
    if (this.size > 0 || this.overflowed) this.emit(false);
  }

  private collect(piece: Buffer): void {
    if (this.overflowed || piece.length === 0) return;
    this.parts.push(piece);
    this.size += piece.length;
    if (this.size > this.maxBytes) {
      this.sink.line(Buffer.concat(this.parts).subarray(0, this.maxBytes), false);
      this.parts = [];
      this.size = 0;
      this.overflowed = true;
    }
  }

  private emit(whole: boolean): void {
    if (!this.overflowed) this.sink.line(Buffer.concat(this.parts), whole);
    this.parts = [];
    this.size = 0;
    this.overflowed = false;
  }
}
