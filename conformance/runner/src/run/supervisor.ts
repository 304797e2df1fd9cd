import type { Hello } from "../protocol/messages.ts";
import { TesteeFailure } from "../testee/failure.ts";
import type { TesteeCommand } from "../testee/process.ts";
import { TesteeSession, type Timeouts } from "../testee/session.ts";
import { checkIdentity } from "./identity.ts";
import type { Finding } from "./results.ts";

/** After this many starts in a row that fail, a testee is given up. */
const MAX_FAILED_STARTS = 3;

/**
 * Keeps a testee at hand over several lives: starts it, checks who it is, starts it again after a failure, and
 * gathers what there is to know about each life.
 */
export class Supervisor {
  /** What the testee said in its first life. */
  hello: Hello | undefined;
  readonly findings: Finding[] = [];
  private readonly command: TesteeCommand;
  private readonly timeouts: Timeouts;
  private readonly artifact: string | undefined;
  private session: TesteeSession | undefined;
  private failedStarts = 0;
  private lastFailure: TesteeFailure | undefined;

  /** @param artifact the SHA-256 that hello must name, where the caller knows it. */
  constructor(command: TesteeCommand, timeouts: Timeouts, artifact?: string) {
    this.command = command;
    this.timeouts = timeouts;
    this.artifact = artifact;
  }

  /**
   * The running session; a new one after a failure.
   *
   * @throws {TesteeFailure} when the testee cannot be started, or is not who it was.
   */
  async ready(): Promise<TesteeSession> {
    if (this.session !== undefined) return this.session;
    if (this.failedStarts >= MAX_FAILED_STARTS && this.lastFailure !== undefined) throw this.lastFailure;
    try {
      const session = await TesteeSession.start(this.command, this.timeouts);
      this.session = session;
      await this.greet(session);
      this.failedStarts = 0;
      return session;
    } catch (error) {
      this.failedStarts += 1;
      if (error instanceof TesteeFailure) this.lastFailure = error;
      await this.dropSession();
      throw error;
    }
  }

  /** Whether starting has failed so often that it is not tried again. */
  get givenUp(): boolean {
    return this.failedStarts >= MAX_FAILED_STARTS;
  }

  /** The session has failed: its process is killed and the next {@link ready} starts a new one. */
  async restart(reason: string): Promise<void> {
    this.findings.push({ kind: "restart", message: `started again: ${reason}` });
    await this.dropSession();
  }

  /** Ends the testee in order. */
  async stop(): Promise<void> {
    const session = this.session;
    this.session = undefined;
    if (session === undefined) return;
    const complaint = await session.stop();
    this.noteStrayOutput(session);
    if (complaint !== undefined) this.findings.push({ kind: "exit", message: complaint });
  }

  private async greet(session: TesteeSession): Promise<void> {
    if (this.hello === undefined) {
      if (this.artifact !== undefined && this.artifact !== session.hello.artifact) {
        throw new TesteeFailure(
          "harness",
          `the testee drives artifact ${session.hello.artifact}, not ${this.artifact}`,
          "",
        );
      }
      await checkIdentity(session);
      this.hello = session.hello;
    } else if (session.hello.artifact !== this.hello.artifact) {
      throw new TesteeFailure("harness", "the testee came back with another artifact", "");
    }
  }

  private async dropSession(): Promise<void> {
    const session = this.session;
    this.session = undefined;
    if (session === undefined) return;
    await session.kill();
    this.noteStrayOutput(session);
  }

  private noteStrayOutput(session: TesteeSession): void {
    const { count, lines } = session.strayOutput();
    if (count === 0) return;
    const shown = lines.slice(0, 3).map((line) => JSON.stringify(line));
    this.findings.push({
      kind: "stray-output",
      message: `${count} lines on stdout outside the protocol, first: ${shown.join(", ")}`,
    });
  }
}
