// A host of the benchmark: reads requests on stdin and answers each with one line of JSON. See host.ts.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { SHARED, Workload } from "../workloads.ts";
import { agoraContender } from "./agora-contender.ts";
import type { Encode } from "./contender.ts";
import { stringifyContender } from "./stringify-contender.ts";

interface Plan {
  readonly shared: typeof SHARED;
  readonly workloads: readonly Workload[];
}

interface Prepared {
  readonly encode: Encode;
  readonly variety: number;
}

const contenders = [agoraContender, stringifyContender];
const plan = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Plan;
const { first_time_us: firstTimeUs } = plan.shared;
const prepared = new Map<string, Prepared>(
  plan.workloads.flatMap(({ id, entries }) =>
    contenders.map((contender) => [
      `${id} ${contender.name}`,
      { encode: contender.prepare(plan.shared, entries), variety: entries.length },
    ]),
  ),
);

say({
  language: "TypeScript",
  runtime: `Node ${process.versions.node} (V8 ${process.versions.v8})`,
  contenders: contenders.map(({ name, version }) => ({ name, version })),
  missing: [],
});
for await (const request of createInterface(process.stdin)) say(answer(request.split(" ")));

function answer([verb = "", workload = "", name = "", entries = ""]: readonly string[]): object {
  const contender = prepared.get(`${workload} ${name}`);
  if (contender === undefined) return { error: `there is no ${name} for ${workload}` };
  return verb === "time" ? timed(contender, Number(entries)) : { base64: allLines(contender) };
}

function timed({ encode, variety }: Prepared, entries: number): object {
  let bytes = 0;
  const start = process.hrtime.bigint();
  for (let i = 0; i < entries; i += 1) bytes += encode(i % variety, firstTimeUs + i * 1000).length;
  return { ns: Number(process.hrtime.bigint() - start), bytes };
}

function allLines({ encode, variety }: Prepared): string {
  const lines = Array.from({ length: variety }, (_, i) => encode(i, firstTimeUs + i * 1000));
  return Buffer.from(lines.join("")).toString("base64");
}

function say(what: object): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}
