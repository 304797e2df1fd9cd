import type { Handler, HandlerHost, Level, OwnReport } from "@agora/core";

/** What a handler gave to its runtime instead of to its sink. */
export interface RecordingHost extends HandlerHost {
  /** Lines at the fallback, reports included. */
  readonly fallen: string[];
}

/** A host that keeps what it is given; its reports are lines of JSON. */
export function recordingHost(): RecordingHost {
  const fallen: string[] = [];
  return {
    fallen,
    clock: () => performance.now() * 1_000,
    reportLine: ({ level, code, message, context, error }: OwnReport) =>
      `${JSON.stringify({ level, message, context: { ...context, code }, ...(error === undefined ? {} : { exception: String(error) }) })}\n`,
    fallback: (lines) => void fallen.push(...linesOf(lines)),
  };
}

/** How a sink answers. */
export type Answer = "take" | "promise" | "throw";

/** A sink in memory that does what it is told. */
export interface FakeSink extends Handler {
  readonly taken: string[];
  /** How often it was given something. */
  calls: number;
  answer: Answer;
  flushes: number;
  isClosed: boolean;
  /** Settles what it has promised; it has the lines then, unless there is an error. */
  settle(error?: Error): Promise<void>;
}

/** Makes a sink that takes everything until it is told otherwise. */
export function fakeSink(): FakeSink {
  let pending: { lines: string; resolve: () => void; reject: (error: Error) => void } | undefined;
  const give = (lines: string): unknown => {
    sink.calls++;
    if (sink.answer === "throw") throw new Error("the sink failed");
    if (sink.answer === "take") return void sink.taken.push(...linesOf(lines));
    return new Promise<void>((resolve, reject) => (pending = { lines, resolve, reject }));
  };
  const sink: FakeSink = {
    name: "fake",
    taken: [],
    calls: 0,
    answer: "take",
    flushes: 0,
    isClosed: false,
    write: give,
    writeMany: give,
    flush: () => void sink.flushes++,
    close: () => void (sink.isClosed = true),
    async settle(error) {
      const now = pending;
      pending = undefined;
      if (now !== undefined) {
        if (error === undefined) {
          sink.taken.push(...linesOf(now.lines));
          now.resolve();
        } else {
          now.reject(error);
        }
      }
      await endOfJobs();
    },
  };
  return sink;
}

/** The lines of a text, without their ends. */
export function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}

/** Writes lines of one level, named by a letter and a number. */
export function writeNumbered(handler: Handler, from: number, to: number, level: Level = "INFO"): void {
  for (let n = from; n < to; n++) handler.write(`${n}\n`, level);
}

/** What follows from a promise that was settled: the turn of the event loop goes on. */
async function endOfJobs(): Promise<void> {
  for (let n = 0; n < 8; n++) await Promise.resolve();
}

/** The end of the event loop's turn. */
export function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
