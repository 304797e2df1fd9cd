/**
 * What ends a run early and is told to the user as one message, without a stack.
 *
 * @param message - what happened, as one sentence
 * @param details - further lines, printed indented below the message (for example the end of a service's stderr)
 */
export class FloorProblem extends Error {
  override readonly name = "FloorProblem";
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = [], options?: ErrorOptions) {
    super(message, options);
    this.details = details;
  }
}

/** The user, or the process that started us, asked the run to end (Ctrl-C, SIGTERM, SIGHUP). */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly signalName: NodeJS.Signals;

  constructor(signalName: NodeJS.Signals) {
    super(`interrupted by ${signalName}`);
    this.signalName = signalName;
  }
}
