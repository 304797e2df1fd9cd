// Files and queues, with lines whose sizes the scenario says.
import { join } from "node:path";
import { createEncoder, createSite } from "@agora/core";
import { createAsyncHandler, createFileHandler } from "@agora/node-handlers";
import { camel } from "./names.mjs";

const encode = createEncoder({ service: "scenario" });
const site = createSite("scenario", 1, "scenario");
const lineOf = (message, level, context) => encode({ time: 0, level, message, site, context });

const host = {
  clock: () => 0,
  reportLine: ({ level, code, message, context }) =>
    encode({ time: 0, level, message, site, context: { ...context, code } }),
  fallback: () => {},
};

/** `{path, max_bytes?, max_backups?, ...}`: opens the rotating file. */
export function open_file(state, { path, ...options }, folder) {
  state.sink = createFileHandler({ path: join(folder, path), ...camel(options) });
  state.sink.open?.(host);
}

/** `{max_entries, overflow, block_timeout_ms?}`: opens a queue in front of a sink that takes nothing until `release`. */
export function open_queue(state, options) {
  state.taken = [];
  state.waiting = [];
  const held = {
    name: "held",
    write(line) {
      if (state.isReleased) return void state.taken.push(line);
      return new Promise((resolve) => state.waiting.push(() => resolve(state.taken.push(line))));
    },
    flush: () => {},
    close: () => {},
  };
  state.sink = createAsyncHandler(held, { batchSize: 1, ...camel(options) });
  state.sink.open?.(host);
}

/** `{message, level?, size?, count?, turn?}`: writes entries; `count` of them are `<message>0`, `<message>1`, ... */
export async function write(state, { message, level = "INFO", size = 0, count, turn = 0 }) {
  const total = count ?? 1;
  for (let i = 0; i < total; i++) {
    const text = count === undefined ? message : `${message}${i}`;
    state.sink.write(sized(text, level, size), level);
    if (turn > 0 && i % turn === turn - 1) await new Promise(setImmediate);
  }
}

function sized(message, level, size) {
  const bare = lineOf(message, level, size > 0 ? { pad: "" } : undefined);
  const missing = size - Buffer.byteLength(bare);
  return missing > 0 ? lineOf(message, level, { pad: "x".repeat(missing) }) : bare;
}

/** Lets the held sink take everything. */
export async function release(state) {
  state.isReleased = true;
  for (const take of state.waiting.splice(0)) take();
  await state.sink.flush();
}

/** The messages that the held sink took, in order; of a report of lost entries its count and reason. */
export function taken(state) {
  return state.taken.flatMap((lines) =>
    lines
      .trimEnd()
      .split("\n")
      .map((line) => {
        const { message, context } = JSON.parse(line);
        return context?.code === "AGORA_DROPPED"
          ? { dropped: context.dropped, reason: context.reason }
          : message;
      }),
  );
}

export async function flush_file(state) {
  await state.sink.flush();
}

export function reopen_file(state) {
  state.sink.reopen?.();
}

export async function close_file(state) {
  await state.sink.close();
}
