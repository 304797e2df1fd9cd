// Times loggers: `node src/loggers/main.ts [--rounds 15] [--sample-ms 50] [--node 20,24,26] [--sinks …] [--kinds …] [--write]`.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { otherNode, supportedNodes } from "@agora/devkit/other-node";
import { writeResults } from "../results-file.ts";
import { buildHost } from "./program.ts";
import { ratioChart } from "./chart.ts";
import type { SinkKind } from "./contender.ts";
import type { LoggerRow, Measured } from "./measure-loggers.ts";
import { measureBout } from "./measure-loggers.ts";
import { choosePinning } from "./pin.ts";
import { provenance } from "./provenance.ts";
import { loggerTables } from "./tables.ts";
import { CALL_KINDS } from "./workloads.ts";

const FOLDER = join(import.meta.dirname, "..", "..");
const SINKS: readonly SinkKind[] = ["null", "file", "buffered"];

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== "--"),
  options: {
    rounds: { type: "string", default: "15" },
    "sample-ms": { type: "string", default: "50" },
    node: { type: "string", default: "" },
    sinks: { type: "string", default: SINKS.join() },
    kinds: { type: "string", default: CALL_KINDS.map(({ id }) => id).join() },
    write: { type: "boolean", default: false },
  },
});
process.exitCode = await main();

async function main(): Promise<number> {
  const effort = { rounds: Number(values.rounds), sampleMs: Number(values["sample-ms"]) };
  const kinds = CALL_KINDS.filter(({ id }) => values.kinds.split(",").includes(id));
  const sinks = SINKS.filter((sink) => values.sinks.split(",").includes(sink));
  if (!(effort.rounds >= 1 && effort.sampleMs > 0) || kinds.length === 0 || sinks.length === 0) {
    process.stderr.write(
      `bench: --rounds takes a number from 1, --sample-ms one above 0, --kinds of ${CALL_KINDS.map(({ id }) => id).join()}, --sinks of ${SINKS.join()}\n`,
    );
    return 1;
  }
  const folder = await mkdtemp(join(FOLDER, "dist", "run-"));
  const { pin, says } = choosePinning();
  const rows: LoggerRow[] = [];
  const missing = new Map<string, string>();
  try {
    const host = await buildHost();
    for (const { node, version } of await nodesOf(values.node)) {
      for (const sink of sinks) {
        for (const kind of kinds) {
          // A disabled level writes nothing anywhere.
          if (kind.isDisabled && sink !== "null") continue;
          process.stderr.write(`  Node ${version}, ${sink}, ${kind.id}: ${kind.title}\n`);
          const measured = await measureBout({ node, version, host, sink, kind }, effort, folder, pin);
          rows.push(...measured.rows);
          noteMissing(missing, version, measured);
        }
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const markdown = [...provenance(rows, missing, effort, says), "", ...loggerTables(rows)].join("\n");
  process.stdout.write(`\n${markdown}\n`);
  if (values.write) await write(markdown, rows);
  return 0;
}

function noteMissing(missing: Map<string, string>, version: string, measured: Measured): void {
  for (const { contender, reason } of measured.missing)
    missing.set(`${contender} on Node ${version}`, reason);
}

/** The Node that runs this, or those of the given major versions. */
async function nodesOf(majors: string): Promise<{ node: string; version: string }[]> {
  if (majors === "") return [{ node: process.execPath, version: process.versions.node }];
  const versions = majors
    .split(",")
    .map((major) => supportedNodes.find((version) => version.startsWith(`${major}.`)));
  return Promise.all(
    versions.map(async (version, i) => {
      if (version === undefined)
        throw new Error(`--node ${majors.split(",")[i]}: use some of ${supportedNodes.join()}`);
      return { node: await otherNode(version), version };
    }),
  );
}

async function write(markdown: string, rows: readonly LoggerRow[]): Promise<void> {
  await writeResults(join(FOLDER, "LOGGERS.md"), markdown);
  const { node } = rows.findLast(({ sink, kind }) => sink === "null" && kind === "b") ?? {};
  const shown = rows.filter((row) => row.node === node && row.sink === "null" && row.kind === "b");
  await writeFile(
    join(FOLDER, "loggers.svg"),
    ratioChart(shown, `Message and 4 fields, null sink, Node ${node ?? ""}`),
  );
}
