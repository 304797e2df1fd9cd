// How the bootstrap speaks: one line at a time, and one line when it gives up.

/**
 * A condition that a person can remedy. Its message is one complete line and is printed without a stack trace.
 */
export class Trouble extends Error {
  /** @param {string} message what is wrong and what to type next */
  constructor(message) {
    super(message);
    this.name = "Trouble";
  }
}

/**
 * Prints one line of progress on stdout.
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Formats a duration as seconds with one decimal.
 * @param {number} startedAt the `performance.now()` of the start, in milliseconds
 * @returns {string} for example `12.3 s`
 */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

/**
 * Ends the process with code 1: one line for a {@link Trouble}, the stack for anything else, which is a defect.
 * @param {unknown} error
 * @returns {never}
 */
export function giveUp(error) {
  const text =
    error instanceof Trouble ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`agora: ${text}\n`);
  process.exit(1);
}
