/** A command line that cannot be carried out; ends the program with exit code 4. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** What a command may write to; the terminal, or a test. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** The words of options that may be given several times and with commas. */
export function splitList(values: readonly string[] | undefined): readonly string[] | undefined {
  const words = values
    ?.flatMap((value) => value.split(","))
    .map((word) => word.trim())
    .filter((word) => word !== "");
  return words === undefined || words.length === 0 ? undefined : words;
}

/**
 * A whole number of at least `minimum` from an option.
 *
 * @throws {UsageError} when it is none.
 */
export function wholeNumber(name: string, text: string, minimum: number): number {
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || !Number.isSafeInteger(value) || value < minimum) {
    throw new UsageError(`--${name}: ${JSON.stringify(text)} is not a whole number of at least ${minimum}`);
  }
  return value;
}
