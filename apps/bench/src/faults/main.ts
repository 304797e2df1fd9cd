// Puts every logger through the same faults: `node src/faults/main.ts [--peers "name;…"] [--write]`.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { markdownTable } from "../markdown-table.ts";
import { writeResults } from "../results-file.ts";
import { versionOf } from "../loggers/versions.ts";
import { ENDINGS } from "./endings.ts";
import { hostileInputs } from "./hostile-inputs.ts";
import { PEERS } from "./peers/index.ts";
import { fourWriters, linesAfterEnding, onFullDisk, verdictOn } from "./scenarios.ts";

const WARM_MS = 500;

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== "--"),
  options: {
    peers: { type: "string", default: Object.keys(PEERS).join(";") },
    write: { type: "boolean", default: false },
  },
});
process.exitCode = await main(values.peers.split(";"));

async function main(peers: readonly string[]): Promise<number> {
  const unknown = peers.find((peer) => PEERS[peer] === undefined);
  if (unknown !== undefined) {
    process.stderr.write(`bench: --peers: ${unknown} is none of ${Object.keys(PEERS).join(", ")}\n`);
    return 1;
  }
  const markdown = [
    ...provenance(),
    "",
    ...(await endingsTable(peers)),
    "",
    ...(await hostileTable(peers)),
    "",
    ...(await filesTable(peers)),
  ].join("\n");
  process.stdout.write(`\n${markdown}\n`);
  if (values.write) await writeResults(join(import.meta.dirname, "..", "..", "FAULTS.md"), markdown);
  return 0;
}

function provenance(): string[] {
  const names = ["@agora/logger", "pino", "winston", "bunyan", "@logtape/logtape"];
  return [
    "- command: `npm run bench -- --only faults`",
    `- date: ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${process.platform}`,
    `- versions: ${names.map((name) => `${name} ${versionOf(name)}`).join(", ")}`,
  ];
}

async function endingsTable(peers: readonly string[]): Promise<string[]> {
  const columns = [0, WARM_MS].flatMap((waitMs) => ENDINGS.map((ending) => ({ ending, waitMs })));
  const body: string[][] = [];
  for (const peer of peers) {
    say(`endings: ${peer}`);
    const cells: string[] = [];
    for (const { ending, waitMs } of columns) cells.push(await linesAfterEnding(peer, ending, waitMs));
    body.push([peer, ...cells]);
  }
  const head = columns.map(({ ending, waitMs }) => `${ending}, ${waitMs > 0 ? "warm" : "cold"}`);
  return [
    "### 10,000 lines, then the end: lines in the file",
    "",
    ...markdownTable(["logger", ...head], body, ["l", ...head.map(() => "r" as const)]),
  ];
}

async function hostileTable(peers: readonly string[]): Promise<string[]> {
  const body: string[][] = [];
  for (const input of hostileInputs()) {
    say(`hostile input: ${input.name}`);
    const cells: string[] = [];
    for (const peer of peers) cells.push(await verdictOn(peer, input));
    body.push([input.name, ...cells]);
  }
  return [
    "### Hostile contexts: Y complete, T throws into the application, H the process hangs, L lost, X wrong",
    "",
    ...markdownTable(["input", ...peers], body, ["l", ...peers.map(() => "l" as const)]),
  ];
}

async function filesTable(peers: readonly string[]): Promise<string[]> {
  const body: string[][] = [];
  for (const peer of peers) {
    say(`files: ${peer}`);
    const rotates = (await PEERS[peer]?.())?.rotates === true;
    const full = existsSync("/dev/full") ? await onFullDisk(peer) : "no /dev/full here";
    body.push([peer, full, rotates ? await fourWriters(peer) : "does not rotate"]);
  }
  return [
    "### A full disk, and four processes on one file that rotates at 100 kB (4 × 5,000 lines)",
    "",
    ...markdownTable(["logger", "/dev/full", "four processes"], body, ["l", "l", "l"]),
  ];
}

function say(what: string): void {
  process.stderr.write(`  ${what}\n`);
}
