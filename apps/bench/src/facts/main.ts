// What is not a time of a call: `node src/facts/main.ts [--write]`.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { markdownTable } from "../markdown-table.ts";
import { writeResults } from "../results-file.ts";
import { memoryOfChildren, memoryOfQueue } from "./memory.ts";
import { rotationPause } from "./rotation-pause.ts";
import { bundleSizes } from "./sizes.ts";
import { startUpTimes } from "./start-up.ts";

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== "--"),
  options: { write: { type: "boolean", default: false } },
});

const children = await memoryOfChildren();
const queue = await memoryOfQueue();
const rotation = await rotationPause();
const startUp = await startUpTimes();
const sizes = await bundleSizes();

const markdown = [
  "- command: `npm run bench -- --only facts`",
  `- date: ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${process.platform}`,
  "",
  "### Memory and files",
  "",
  ...markdownTable(
    ["what", "value"],
    [
      ["a child logger with 2 bound fields that has not written yet (of 10,000)", `${children.silent} B`],
      ["the same after its first entry", `${children.used} B`],
      [
        "descriptors that 10,000 children open",
        existsSync("/proc/self/fd") ? String(children.descriptors) : "?",
      ],
      [`an entry of ${queue.lineBytes} B that waits in the queue`, `${queue.entryBytes} B`],
      [
        "longest call while a file of 100 MB rotates through 5 backups",
        `${rotation.longestMs.toFixed(3)} ms`,
      ],
      ["the same for the calls that do not rotate, 99.9th percentile", `${rotation.usualMs.toFixed(3)} ms`],
    ],
    ["l", "r"],
  ),
  "",
  "### Start-up: importing the package, beyond an empty program (median of 15 processes)",
  "",
  ...markdownTable(
    ["package", "ms"],
    startUp.map(({ name, ms }) => [name, ms.toFixed(1)]),
    ["l", "r"],
  ),
  "",
  "### Size of a bundle, minified (esbuild)",
  "",
  ...markdownTable(
    ["what", "bytes", "gzip"],
    sizes.map(({ name, bytes, gzip }) => [name, String(bytes), String(gzip)]),
    ["l", "r", "r"],
  ),
].join("\n");
process.stdout.write(`\n${markdown}\n`);
if (values.write) await writeResults(join(import.meta.dirname, "..", "..", "FACTS.md"), markdown);
