import { parseReply } from "../protocol/check-message.ts";
import {
  PROTOCOL_VERSION,
  WIRE_VERSIONS,
  requestLine,
  type Command,
  type Hello,
  type Outcome,
  type Reply,
  type WireCase,
} from "../protocol/messages.ts";
import { TesteeFailure, describeEnd } from "./failure.ts";
import { TesteeProcess, type ProcessEnd, type StrayOutput, type TesteeCommand } from "./process.ts";

/** How long a testee may take, in milliseconds. */
export interface Timeouts {
  /** From the start of the process to its hello. Default 30,000. */
  readonly hello: number;
  /** For one case, unless the case says more. Default 5,000. */
  readonly case: number;
  /** From the end of its input to its exit. Default 2,000. */
  readonly stop: number;
}

/** The protocol's own limits. */
export const DEFAULT_TIMEOUTS: Timeouts = { hello: 30_000, case: 5_000, stop: 2_000 };

/** The one request that is under way. */
interface Pending {
  readonly seq: number;
  readonly settle: (reply: Reply) => void;
  readonly fail: (failure: TesteeFailure) => void;
}

/**
 * One life of a testee process, from hello to stop. At most one request is under way. The first failure ends the
 * session: the process is killed, and every later request fails in the same way.
 */
export class TesteeSession {
  /** What the testee said of itself; set when {@link TesteeSession.start} has returned. */
  hello!: Hello;
  private readonly process: TesteeProcess;
  private readonly timeouts: Timeouts;
  private pending: Pending | undefined;
  private failure: TesteeFailure | undefined;
  private end: ProcessEnd | undefined;
  private readonly ended: Promise<ProcessEnd>;
  private nextSeq = 0;

  private constructor(command: TesteeCommand, timeouts: Timeouts) {
    this.timeouts = timeouts;
    let markEnded: (end: ProcessEnd) => void = () => undefined;
    this.ended = new Promise((resolve) => (markEnded = resolve));
    this.process = new TesteeProcess(command, {
      reply: (json) => this.takeReply(json),
      ended: (end) => {
        this.end = end;
        this.fail("crash", `the testee ${describeEnd(end)}`);
        markEnded(end);
      },
    });
  }

  /**
   * Starts the process and asks it who it is.
   *
   * @throws {TesteeFailure} when it cannot be started, says nothing in time, or answers against the protocol.
   */
  static async start(command: TesteeCommand, timeouts: Timeouts = DEFAULT_TIMEOUTS): Promise<TesteeSession> {
    const session = new TesteeSession(command, timeouts);
    const reply = await session.request(
      { cmd: "hello", protocol: PROTOCOL_VERSION, wire: WIRE_VERSIONS },
      timeouts.hello,
    );
    if (!("hello" in reply)) throw session.breakOff("the testee answered hello with an outcome");
    session.hello = reply.hello;
    return session;
  }

  /** Runs one case. `timeout` in milliseconds, by default the session's. */
  async run(wireCase: WireCase, timeout: number = this.timeouts.case): Promise<Outcome> {
    return this.outcome({ cmd: "run", case: wireCase }, timeout);
  }

  /** Puts the testee back to where it was after hello. */
  async reset(): Promise<void> {
    await this.outcome({ cmd: "reset" }, this.timeouts.case);
  }

  /**
   * Ends the testee: stop, end of input, and SIGKILL when it is still there after its time.
   *
   * @returns a sentence when it did not end as it must, else `undefined`.
   */
  async stop(): Promise<string | undefined> {
    if (this.end !== undefined) return undefined;
    await this.outcome({ cmd: "stop" }, this.timeouts.stop).catch(() => undefined);
    this.process.closeInput();
    if (!(await this.endsWithin(this.timeouts.stop))) {
      this.process.kill();
      await this.ended;
      return `the testee did not end within ${this.timeouts.stop} ms after stop`;
    }
    const end = await this.ended;
    return end.code === 0 ? undefined : `after stop the testee ${describeEnd(end)}`;
  }

  /** Kills the process and waits until it is gone. */
  async kill(): Promise<void> {
    this.process.kill();
    await this.ended;
  }

  /** What stood on stdout outside the protocol. */
  strayOutput(): StrayOutput {
    return this.process.strayOutput();
  }

  /** The end of stderr. */
  stderrTail(): string {
    return this.process.stderrTail();
  }

  private async outcome(command: Command, timeout: number): Promise<Outcome> {
    const reply = await this.request(command, timeout);
    if (!("outcome" in reply)) throw this.breakOff(`the testee answered ${command.cmd} with hello`);
    return reply.outcome;
  }

  private request(command: Command, timeout: number): Promise<Reply> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    const seq = this.nextSeq++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.fail("timeout", `no answer within ${timeout} ms`), timeout);
      this.pending = {
        seq,
        settle: (reply) => {
          clearTimeout(timer);
          resolve(reply);
        },
        fail: (failure) => {
          clearTimeout(timer);
          reject(failure);
        },
      };
      this.process.send(requestLine(seq, command));
    });
  }

  private takeReply(json: string): void {
    const reply = parseReply(json);
    if (typeof reply === "string") {
      this.fail("harness", `${reply}: ${json.slice(0, 200)}`);
      return;
    }
    const pending = this.pending;
    if (pending === undefined) {
      this.fail("harness", `the testee answered (seq ${reply.seq}) although nothing was asked`);
    } else if (pending.seq !== reply.seq) {
      this.fail("harness", `the testee answered seq ${reply.seq} where ${pending.seq} was asked`);
    } else {
      this.pending = undefined;
      pending.settle(reply);
    }
  }

  /** The first failure counts: what follows from it (the death of a killed process) is not news. */
  private fail(kind: TesteeFailure["kind"], message: string): void {
    this.failure ??= new TesteeFailure(kind, message, this.process.stderrTail());
    const pending = this.pending;
    this.pending = undefined;
    pending?.fail(this.failure);
    if (this.end === undefined) this.process.kill();
  }

  private breakOff(message: string): TesteeFailure {
    this.fail("harness", message);
    return this.failure ?? new TesteeFailure("harness", message, "");
  }

  private async endsWithin(milliseconds: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), milliseconds)));
    const inTime = await Promise.race([this.ended.then(() => true), late]);
    clearTimeout(timer);
    return inTime;
  }
}
