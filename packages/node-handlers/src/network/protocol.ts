/** What a kind of receiver adds to the sending. */
export interface Protocol {
  readonly contentType: string;
  /** Makes the body of a request. */
  readonly encode: (lines: readonly string[]) => EncodedLines;
  /** How many entries a receiver says that it rejected although it took the request. */
  readonly rejected?: (answer: string) => RejectedEntries | undefined;
}

/** A body, and the lines that are no entries and so are not in it. */
export interface EncodedLines {
  readonly body: string;
  readonly unfit: readonly string[];
}

/** Entries that a receiver left out, and what it says about them. */
export interface RejectedEntries {
  readonly count: number;
  readonly reason: string;
}
