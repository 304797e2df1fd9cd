import { createRuntime } from "@agora/core";
import { createAsyncHandler, createFileHandler, createNodePorts } from "@agora/node-handlers";
import type { Handler } from "@agora/core";
import type { LoggerContender, OpenLogger, Sink } from "../contender.ts";
import { messageFirst } from "../source.ts";
import { versionOf } from "../versions.ts";
import { SHARED_FIELDS } from "../workloads.ts";

const common = { version: versionOf("@agora/core"), style: messageFirst } as const;

/** Ours with the place of each call and a shape for each literal context, as the build plugin writes them. */
export const agoraShapes: LoggerContender = {
  ...common,
  name: "agora",
  note: "build plugin: place and shape of each call",
  sinks: ["null", "file", "buffered"],
  build: "shapes",
  open,
};

/** Ours with the place of each call only: what a context costs that is no literal. */
export const agoraSites: LoggerContender = {
  ...common,
  name: "agora, no shapes",
  note: "build plugin: place of each call",
  sinks: ["null"],
  build: "sites",
  open,
};

/** Ours without any build step: each call finds its place on the stack. */
export const agoraCapture: LoggerContender = {
  ...common,
  name: "agora, no build step",
  note: "place from the stack at run time",
  sinks: ["null"],
  open,
};

function open(sink: Sink): OpenLogger {
  const { logger_name, ...fields } = SHARED_FIELDS;
  const runtime = createRuntime({ ...fields, handlers: [handlerOf(sink)] }, createNodePorts());
  const log = runtime.getLogger(logger_name);
  return {
    log,
    child: (bound) => log.child(bound),
    drain: () => runtime.flushSync(),
  };
}

function handlerOf({ kind, path, take }: Sink): Handler {
  if (kind === "null") return { name: "null", write: take, flush: () => {}, close: () => {} };
  const file = createFileHandler({ path, fsync: "never" });
  return kind === "file" ? file : createAsyncHandler(file);
}
