// A process with one peer that something happens to: `child.ts <peer> <scenario> <path> [arguments]`.

import { setTimeout as sleep } from "node:timers/promises";
import { endingOf } from "./endings.ts";
import { hostileInputs } from "./hostile-inputs.ts";
import { PEERS } from "./peers/index.ts";

const [peerName = "", scenario = "", path = "", ...rest] = process.argv.slice(2);
const load = PEERS[peerName];
if (load === undefined) throw new Error(`no peer ${peerName}`);
const peer = await load();

if (scenario === "ending") {
  const [ending = "", lines = "", waitMs = ""] = rest;
  const log = await peer.open(path);
  if (Number(waitMs) > 0) await sleep(Number(waitMs));
  for (let i = 0; i < Number(lines); i += 1) log(`line ${i}`, { i });
  endingOf(ending)();
} else if (scenario === "hostile") {
  const input = hostileInputs().find(({ name }) => name === rest[0]);
  if (input === undefined) throw new Error(`no input ${rest[0]}`);
  const log = await peer.open(path);
  try {
    log("the hostile one", input.context());
  } catch (error) {
    process.stdout.write(`threw ${String(error).slice(0, 80)}\n`);
  }
  // Whatever writes later has the time to do so; the process ends by itself.
  await sleep(300);
} else if (scenario === "full") {
  const log = await peer.open(path);
  for (let i = 0; i < 200; i += 1) {
    log(`line ${i}`, { i });
    await sleep(1);
  }
  process.stdout.write("survived\n");
} else if (scenario === "rotate") {
  const [writer = "", lines = "", limit = ""] = rest;
  const log = await peer.open(path, Number(limit));
  for (let i = 0; i < Number(lines); i += 1) {
    log("one of many", { writer: Number(writer), i, padding: "x".repeat(60) });
    // As a service does: some lines in each turn.
    if (i % 20 === 19) await new Promise(setImmediate);
  }
  await sleep(500);
} else throw new Error(`no scenario ${scenario}`);
