import { runScript } from "./run-script.ts";

const CHILDREN = 10_000;
const QUEUED = 10_000;

/** What child loggers take, in bytes each. */
export interface ChildrenFacts {
  /** Before it has written anything. */
  readonly silent: number;
  /** After its first entry. */
  readonly used: number;
  /** File descriptors that all of them opened. */
  readonly descriptors: number;
}

/** Makes 10,000 children of a logger with a file, and looks at the heap and at the open files. */
export function memoryOfChildren(): Promise<ChildrenFacts> {
  return runScript(
    `
    import { readdirSync } from "node:fs";
    import { createRuntime } from "@agora/core";
    import { createFileHandler, createNodePorts } from "@agora/node-handlers";
    const file = createFileHandler({ path: process.env.TMPDIR ? process.env.TMPDIR + "/agora-children.log" : "/tmp/agora-children.log" });
    const log = createRuntime({ service: "facts", handlers: [file] }, createNodePorts()).getLogger("facts");
    log.info("open");
    const open = () => { try { return readdirSync("/proc/self/fd").length; } catch { return 0; } };
    const before = open();
    const heap = () => { gc(); gc(); return process.memoryUsage().heapUsed; };
    const measure = () => {
      const kept = new Array(${CHILDREN});
      const from = heap();
      for (let i = 0; i < ${CHILDREN}; i += 1) kept[i] = log.child({ request: i, tenant: "t" });
      const silent = (heap() - from) / ${CHILDREN};
      for (const child of kept) child.info("used");
      const used = (heap() - from) / ${CHILDREN};
      return { silent: Math.round(silent), used: Math.round(used), kept: kept.length };
    };
    measure();
    console.log(JSON.stringify({ ...measure(), descriptors: open() - before }));
    process.exit(0);
    `,
    ["--expose-gc"],
  );
}

/** What an entry takes that waits. */
export interface QueueFacts {
  readonly lineBytes: number;
  readonly entryBytes: number;
}

/** Fills a queue whose sink is busy with 10,000 entries, and looks at the heap. */
export function memoryOfQueue(): Promise<QueueFacts> {
  return runScript(
    `
    import { createRuntime } from "@agora/core";
    import { createAsyncHandler, createNodePorts } from "@agora/node-handlers";
    let bytes = 0;
    const busy = new Promise(() => {});
    const sink = { name: "busy", write: () => busy, flush() {}, close() {} };
    const queue = createAsyncHandler(sink, { maxEntries: ${QUEUED} + 200 });
    // At the end the queue would hand its lines to standard error.
    const runtime = createRuntime({ service: "facts", handlers: [queue] }, { ...createNodePorts(), fallback: () => {} });
    const log = runtime.getLogger("facts");
    const probe = createRuntime({ service: "facts", handlers: [{ name: "p", write: (l) => { bytes = l.length; }, flush() {}, close() {} }] }, createNodePorts()).getLogger("facts");
    const say = (to, i) => to.info("order was placed at the venue", { symbol: "MAPLE", quantity: 1000 + i, price: 41.25, urgent: false });
    const heap = () => { gc(); gc(); return process.memoryUsage().heapUsed; };
    for (let i = 0; i < 100; i += 1) { say(log, i); say(probe, i); }
    await new Promise(setImmediate);
    const from = heap();
    for (let i = 0; i < ${QUEUED}; i += 1) say(log, i);
    const entry = (heap() - from) / ${QUEUED};
    console.log(JSON.stringify({ lineBytes: bytes, entryBytes: Math.round(entry) }));
    process.exit(0);
    `,
    ["--expose-gc"],
  );
}
