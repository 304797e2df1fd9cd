// One contender with one workload and one sink, in a process of its own. It reads `time <calls>` and `lines` on stdin
// and answers each with one line of JSON; host.ts has the protocol.

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import type { Sink, SinkKind } from "./contender.ts";
import { CONTENDERS } from "./contenders/index.ts";
import { BOUND, CALL_KINDS, makeRecords } from "./workloads.ts";

type Run = (log: unknown, records: readonly unknown[], from: number, count: number) => void;

// What a service logs in one turn of the event loop; queues are written at its end.
const CALLS_A_TURN = 100;

const [contenderName = "", kindId = "", sinkKind = "null", path = "", program = ""] = process.argv.slice(2);
const load = CONTENDERS[contenderName];
const kind = CALL_KINDS.find(({ id }) => id === kindId);
if (load === undefined || kind === undefined)
  throw new Error(`no contender ${contenderName} or workload ${kindId}`);

const memory = Buffer.alloc(1 << 20);
let bytes = 0;
let kept: string[] | undefined;
const sink: Sink = {
  kind: sinkKind as SinkKind,
  path,
  take: (line) => {
    // As bytes: a line that nobody looks at would never be put together.
    bytes += memory.write(line);
    kept?.push(line);
  },
};
const contender = await load();
const { log, child, drain } = await contender.open(sink);
const { run } = (await import(pathToFileURL(program).href)) as { run: Run };
const records = makeRecords();
const logger = kind.isChild ? child(BOUND) : log;

say({ name: contender.name, version: contender.version, note: contender.note ?? "" });
for await (const request of createInterface(process.stdin)) {
  const [verb, calls] = request.split(" ");
  say(verb === "lines" ? await oneOfEach() : await timed(Number(calls)));
}
process.exit(0);

/** All processor time of this process, its helper threads included. */
async function timed(calls: number): Promise<object> {
  bytes = 0;
  const start = process.cpuUsage();
  if (sink.kind === "null") run(logger, records, 0, calls);
  else {
    for (let from = 0; from < calls; from += CALLS_A_TURN) {
      run(logger, records, from, Math.min(CALLS_A_TURN, calls - from));
      await new Promise(setImmediate);
    }
    await drain();
  }
  const { user, system } = process.cpuUsage(start);
  return { ns: (user + system) * 1000, bytes };
}

async function oneOfEach(): Promise<object> {
  kept = [];
  run(logger, records, 0, records.length);
  await drain();
  const lines = kept;
  kept = undefined;
  return { lines };
}

function say(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
