import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRateLimiter, createRuntime, createSampler } from "@agora/core";
import type { Handler, Runtime, RuntimeConfig } from "@agora/core";
import * as client from "prom-client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFileHandler } from "../file/file-handler.ts";
import { createNodePorts } from "../node-ports.ts";
import { registerMetrics } from "./register-metrics.ts";
import type { Metrics } from "./register-metrics.ts";

vi.setConfig({ testTimeout: 60_000 });

let registry: client.Registry;
let folder: string;
let runtimes: Runtime[];

beforeEach(() => {
  registry = new client.Registry();
  folder = mkdtempSync(join(tmpdir(), "agora-metrics-"));
  runtimes = [];
});

afterEach(async () => {
  for (const runtime of runtimes) await runtime.shutdown();
  rmSync(folder, { recursive: true });
});

const nowhere = (name = "memory", more: Partial<Handler> = {}): Handler => ({
  name,
  write: () => undefined,
  flush: () => undefined,
  close: () => undefined,
  ...more,
});

function runtimeWith(config: Partial<RuntimeConfig>): { runtime: Runtime; metrics: Metrics } {
  const runtime = createRuntime({ service: "s", handlers: [nowhere()], ...config }, createNodePorts());
  runtimes.push(runtime);
  return { runtime, metrics: registerMetrics({ client, registry, service: "md", runtime }) };
}

/** The samples of a metric as Prometheus reads them, without help and type. */
async function samples(name: string): Promise<string[]> {
  const text = await registry.metrics();
  return text.split("\n").filter((line) => line.startsWith(name) && !line.startsWith("#"));
}

describe("registerMetrics", () => {
  test("counts every entry once, by level and logger, however many handlers there are", async () => {
    const { runtime } = runtimeWith({ handlers: [nowhere("a"), nowhere("b"), nowhere("c")] });
    runtime.getLogger("md.feed").info("x");
    runtime.getLogger("md.feed").info("x");
    runtime.getLogger("md.feed").error("x");
    runtime.getLogger("md.feed").debug("not written");
    runtime.getLogger().warning("x");

    const expected = [
      'agora_log_entries_total{service="md",level="INFO",logger="md.feed"} 2',
      'agora_log_entries_total{service="md",level="ERROR",logger="md.feed"} 1',
      'agora_log_entries_total{service="md",level="WARNING",logger="root"} 1',
    ];
    expect((await samples("agora_log_entries_total")).sort()).toEqual(expected.sort());
    expect(await samples("agora_log_entries_total")).toHaveLength(3);
  });

  test("names a hundred loggers, and all others together", async () => {
    const { runtime } = runtimeWith({});
    for (let n = 0; n < 150; n++) runtime.getLogger(`logger.${n}`).info("x");
    const first = await samples("agora_log_entries_total");
    for (let n = 0; n < 150; n++) runtime.getLogger(`logger.${n}`).info("x");

    expect(first).toHaveLength(101);
    expect(first).toContain('agora_log_entries_total{service="md",level="INFO",logger="other"} 50');
    expect(await samples("agora_log_entries_total")).toContain(
      'agora_log_entries_total{service="md",level="INFO",logger="other"} 100',
    );
  });

  test("reads queues, drops and failures of the handlers, each for itself and in sum", async () => {
    const busy = nowhere("a", {
      status: () => ({
        isHealthy: true,
        pending: 3,
        capacity: 10,
        dropped: { overflow: 2, closed: 1 },
        errors: 4,
      }),
    });
    const other = nowhere("b", { status: () => ({ isHealthy: true, pending: 4, dropped: { overflow: 5 } }) });
    runtimeWith({ handlers: [busy, other] });

    expect(await samples("agora_log_queue")).toEqual([
      'agora_log_queue_size{service="md"} 7',
      'agora_log_queue_dropped_total{service="md"} 8',
    ]);
    expect(await samples("agora_log_handler")).toEqual([
      'agora_log_handler_queue_size{service="md",handler="a"} 3',
      'agora_log_handler_queue_size{service="md",handler="b"} 4',
      'agora_log_handler_dropped_total{service="md",handler="a",reason="overflow"} 2',
      'agora_log_handler_dropped_total{service="md",handler="a",reason="closed"} 1',
      'agora_log_handler_dropped_total{service="md",handler="b",reason="overflow"} 5',
      'agora_log_handler_errors_total{service="md",handler="a"} 4',
      'agora_log_handler_errors_total{service="md",handler="b"} 0',
    ]);
    expect(await samples("agora_log_dropped_total")).toEqual([]);
  });

  test("counts what sampling and rate limits left out, and nothing of it a second time", async () => {
    const { runtime } = runtimeWith({ sampler: createSampler({ rates: { INFO: 0 } }) });
    for (let n = 0; n < 5; n++) runtime.getLogger("a").info("x");

    expect(await samples("agora_log_sampled_total")).toEqual(['agora_log_sampled_total{service="md"} 5']);
    expect(await samples("agora_log_rate_limited_total")).toEqual([
      'agora_log_rate_limited_total{service="md"} 0',
    ]);
    expect(await samples("agora_log_dropped_total")).toEqual([]);
    expect(await samples("agora_log_entries_total")).toEqual([]);
  });

  test("counts the entries that the rate limit left out", async () => {
    const { runtime } = runtimeWith({
      rateLimiter: createRateLimiter({ messagesPerSecond: 1, burstSize: 2 }),
    });
    for (let n = 0; n < 10; n++) runtime.getLogger("a").info("x");

    expect(await samples("agora_log_rate_limited_total")).toEqual([
      'agora_log_rate_limited_total{service="md"} 8',
    ]);
  });

  test("counts entries that came after shutdown by their reason", async () => {
    const { runtime } = runtimeWith({});
    await runtime.shutdown();
    runtime.getLogger("a").info("x");

    expect(await samples("agora_log_dropped_total")).toEqual([
      'agora_log_dropped_total{service="md",reason="closed"} 1',
    ]);
  });

  test("says size and rotations of a file", async () => {
    const path = join(folder, "app.log");
    const handler = createFileHandler({ path, maxBytes: 4_096, minRotationIntervalMs: 0 });
    const { runtime } = runtimeWith({ handlers: [handler] });
    for (let n = 0; n < 40; n++) runtime.getLogger("a").info("x".repeat(100), { n });
    await runtime.flush();
    const { file } = handler.status?.() ?? {};

    expect(file?.rotations).toBeGreaterThan(0);
    expect(await samples("agora_log_file")).toEqual([
      `agora_log_file_rotations_total{service="md",file_path="${path}"} ${file?.rotations}`,
      `agora_log_file_size_bytes{service="md",file_path="${path}"} ${file?.bytes}`,
    ]);
  });

  test("measures the writes of a handler that was wrapped, and passes all else on", async () => {
    const { runtime, metrics } = runtimeWith({});
    let asked = 0;
    const inner = nowhere("slow", {
      write() {
        const end = performance.now() + 3;
        while (performance.now() < end);
      },
      status: () => ({ isHealthy: true, pending: 9 }),
      flushSync: () => void asked++,
      reopen: () => void asked++,
    });
    await runtime.configure({ service: "s", handlers: [metrics.timed(inner)] });
    for (let n = 0; n < 4; n++) runtime.getLogger("a").info("x");
    runtime.flushSync();
    runtime.reopen();
    const lines = await samples("agora_log_entry_duration_seconds");

    expect(lines).toContain('agora_log_entry_duration_seconds_count{handler="slow"} 4');
    expect(lines).toContain('agora_log_entry_duration_seconds_bucket{le="0.001",handler="slow"} 0');
    expect(lines).toContain('agora_log_entry_duration_seconds_bucket{le="+Inf",handler="slow"} 4');
    expect(await samples("agora_log_queue_size")).toEqual(['agora_log_queue_size{service="md"} 9']);
    expect(asked).toBe(2);
  });

  test("lets what a wrapped handler throws come through", () => {
    const { metrics } = runtimeWith({});
    const broken = metrics.timed(
      nowhere("broken", {
        write: () => {
          throw new Error("full");
        },
      }),
    );

    expect(() => broken.write("x\n", "INFO")).toThrow("full");
    expect(broken.writeMany).toBeUndefined();
  });

  test("refuses a registry that has such metrics, and can be taken out of it", async () => {
    const { runtime, metrics } = runtimeWith({});
    expect(() => registerMetrics({ client, registry, service: "md", runtime })).toThrow(
      /AGORA_CONFIG.*agora_log_entries_total/,
    );
    metrics.remove();

    expect(await registry.metrics()).toBe("\n");
    registerMetrics({ client, registry, service: "md", runtime });
  });
});
