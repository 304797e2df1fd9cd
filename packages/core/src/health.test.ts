import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakable, failing, listing, setUp } from "../test/set-up-runtime.ts";
import { getHealthStatus } from "./index.ts";
import type { HandlerStatus, HealthStatus, Runtime } from "./index.ts";

const path = createRequire(import.meta.url).resolve("@agora/schema/health.schema.json");
const validate = new Ajv({ allErrors: true, strictTypes: false }).compile(
  JSON.parse(readFileSync(path, "utf8")) as object,
);

/** The report as it would be sent, which follows its schema. */
function healthOf(runtime: Runtime): HealthStatus {
  const sent = JSON.parse(JSON.stringify(getHealthStatus(runtime))) as HealthStatus;
  expect({ sent, valid: validate(sent), errors: validate.errors }).toEqual({
    sent,
    valid: true,
    errors: null,
  });
  return sent;
}

describe("the health report", () => {
  test("of a runtime whose handlers work is healthy, and counts each entry once", () => {
    const { runtime } = setUp({ level: "DEBUG", handlers: [listing("a"), listing("b")] });
    runtime.getLogger("x").debug("d");
    runtime.getLogger("x").error("e");
    runtime.getLogger().error("e");

    expect(healthOf(runtime)).toEqual({
      status: "healthy",
      is_healthy: true,
      reasons: [],
      handlers: [
        { name: "a", status: "ok", errors: 0 },
        { name: "b", status: "ok", errors: 0 },
      ],
      queue: { size: 0, capacity: 0, dropped_total: 0 },
      dropped: {},
      metrics: {
        entries_total: 3,
        errors_total: 0,
        entries_by_level: { DEBUG: 1, INFO: 0, WARNING: 0, ERROR: 2, CRITICAL: 0 },
      },
    });
    expect(runtime.inspect().entries).toEqual([
      { logger: "x", level: "DEBUG", count: 1 },
      { logger: "x", level: "ERROR", count: 1 },
      { logger: "", level: "ERROR", count: 1 },
    ]);
  });

  test("is degraded while one of several handlers fails, unhealthy while all do, and healthy again after that", () => {
    const [file, net] = [breakable("file"), breakable("net")];
    const { runtime } = setUp({ handlers: [file, net] });
    const log = runtime.getLogger();
    const states: string[] = [];
    for (const [first, second] of [
      [true, false],
      [true, true],
      [false, false],
    ] as const) {
      file.isBroken = first;
      net.isBroken = second;
      log.info("m");
      states.push(healthOf(runtime).status);
    }

    expect(states).toEqual(["degraded", "unhealthy", "healthy"]);
  });

  test("says what went wrong", () => {
    const { runtime } = setUp({
      handlers: [failing("file"), listing("b")],
      degraded: ["file: no rights to /var/log"],
    });
    runtime.getLogger().info("m");

    expect(healthOf(runtime)).toMatchObject({
      is_healthy: false,
      reasons: ["file: disk full", "file: no rights to /var/log"],
      handlers: [{ name: "file", status: "error", error: "disk full", errors: 1 }, { status: "ok" }],
      metrics: { errors_total: 1 },
    });
  });

  test("adds up what handlers say of themselves, and survives one that cannot", () => {
    const queue = (status: HandlerStatus, name = "q") => listing(name, { status: () => status });
    const odd = listing("odd", {
      status: () => {
        throw new Error("no status");
      },
    });
    const { runtime } = setUp({
      handlers: [
        queue({ isHealthy: true, pending: 3, capacity: 100, dropped: { overflow: 2, size: 1 } }, "q1"),
        queue({ isHealthy: true, pending: 4, capacity: 200, dropped: { overflow: 5 }, errors: 9 }, "q2"),
        queue({ isHealthy: true, file: { path: "/x", bytes: 10, rotations: 2 } }, "f"),
        odd,
      ],
    });

    expect(healthOf(runtime)).toMatchObject({
      status: "degraded",
      reasons: ["odd: no status"],
      handlers: [
        { pending: 3, dropped: { overflow: 2, size: 1 } },
        { pending: 4, errors: 9 },
        { file: { path: "/x", bytes: 10, rotations: 2 } },
        { status: "error", error: "no status" },
      ],
      queue: { size: 7, capacity: 300, dropped_total: 8 },
      dropped: { overflow: 7, size: 1 },
      metrics: { errors_total: 9 },
    });
  });

  test("keeps what was counted by handlers that are gone", async () => {
    const gone = listing("gone", {
      write: () => {
        throw new Error("full");
      },
      status: () => ({ isHealthy: true, dropped: { overflow: 4 } }),
    });
    const { runtime, handler } = setUp({ handlers: [gone] });
    runtime.getLogger().info("m");
    const before = healthOf(runtime);
    await runtime.configure({ service: "svc", handlers: [handler] });
    const after = healthOf(runtime);

    expect([before, after].map(({ dropped, metrics }) => [dropped, metrics.errors_total])).toEqual([
      [{ overflow: 4 }, 1],
      [{ overflow: 4 }, 1],
    ]);
    expect(after.is_healthy).toBe(true);
  });

  test("after shutdown is unhealthy", async () => {
    const { runtime } = setUp();
    await runtime.shutdown();
    runtime.getLogger().info("m");

    expect(healthOf(runtime)).toMatchObject({
      status: "unhealthy",
      reasons: ["logging was shut down"],
      handlers: [],
      dropped: { closed: 1 },
      metrics: { entries_total: 1 },
    });
  });

  test("follows its schema whatever handlers say of themselves", () => {
    const count = fc.option(fc.nat(), { nil: undefined });
    const status = fc.record({
      isHealthy: fc.boolean(),
      error: fc.option(fc.string(), { nil: undefined }),
      pending: count,
      capacity: count,
      errors: count,
      dropped: fc.option(fc.dictionary(fc.constantFrom("overflow", "size", "failed"), fc.nat()), {
        nil: undefined,
      }),
    });
    fc.assert(
      fc.property(fc.array(status, { maxLength: 3 }), (all) => {
        const handlers = all.map((each, i) => listing(`h${i}`, { status: () => each }));
        const report = healthOf(setUp({ handlers }).runtime);
        expect(report.is_healthy).toBe(all.every(({ isHealthy }) => isHealthy));
      }),
    );
  });
});
