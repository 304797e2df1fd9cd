import { beforeEach, describe, expect, test } from "vitest";
import { createRuntime } from "../index.ts";
import type { Logger } from "../index.ts";
import { createTestSink, logMatchers } from "./index.ts";
import type { LogMatchers, TestSink } from "./index.ts";

declare module "vitest" {
  interface Matchers<
    R extends void | Promise<void> = void | Promise<void>,
    T = unknown,
  > extends LogMatchers<R> {}
}

expect.extend(logMatchers);

let sink: TestSink;
let log: Logger;

beforeEach(() => {
  sink = createTestSink();
  log = createRuntime({ service: "shop", level: "DEBUG", handlers: [sink] }, { clock: () => 0 }).getLogger(
    "orders",
  );
});

describe("a test sink", () => {
  test("keeps the entries, in their order, until it is cleared", () => {
    log.info("a", { n: 1 });
    log.error("b", new TypeError("boom"));

    expect(sink.entries()).toMatchObject([
      { level: "INFO", message: "a", service: "shop", logger_name: "orders", context: { n: 1 } },
      { level: "ERROR", message: "b", exception: { type: "TypeError", message: "boom" } },
    ]);
    expect(sink.lines).toHaveLength(2);
    sink.clear();
    expect(sink.entries()).toEqual([]);
  });

  test("finds the oldest entry that matches", () => {
    log.info("placed", { order: 7, items: [{ id: 1, price: 2 }] });
    log.info("placed", { order: 8 });

    expect(sink.find("placed")).toMatchObject({ context: { order: 7 } });
    expect(sink.find(/^pla/)).toBeDefined();
    expect(sink.find(({ context }) => context?.["order"] === 8)).toBeDefined();
    expect(sink.find({ context: { items: [{ id: 1 }] } })).toBeDefined();
    expect(sink.find({ context: { items: [] } })).toBeUndefined();
    expect(sink.find({ context: { order: "7" } })).toBeUndefined();
    expect(sink.find({ level: "warn" })).toBeUndefined();
    expect(sink.find({ level: "info", logger_name: "orders" })).toBeDefined();
    expect(sink.entries("placed")).toHaveLength(2);
  });

  test("waits for an entry that comes later", async () => {
    const waiting = sink.waitFor({ message: "done", context: { n: 2 } });
    log.info("done", { n: 1 });
    log.info("done", { n: 2 });

    await expect(waiting).resolves.toMatchObject({ context: { n: 2 } });
    await expect(sink.waitFor("done")).resolves.toMatchObject({ context: { n: 1 } });
  });

  test("says what was logged instead when it has waited long enough", async () => {
    log.warning("something else", { a: 1 });

    await expect(sink.waitFor("done", { timeoutMs: 5 })).rejects.toThrow(
      'no such entry within 5 ms; logged were:\n  WARNING "something else" {"a":1}',
    );
  });
});

describe("toHaveLogged", () => {
  test("holds when an entry matches, also with matchers inside", () => {
    log.info("placed", { order: 7, by: { name: "ada" } });

    expect(sink).toHaveLogged("placed");
    expect(sink).toHaveLogged({
      level: "INFO",
      message: expect.stringContaining("lac"),
      context: { order: expect.any(Number) },
    });
    expect(sink).toHaveLogged({ context: expect.objectContaining({ by: { name: "ada" } }) });
    expect(sink).not.toHaveLogged({ level: "ERROR" });
    expect(sink).not.toHaveLogged({ context: { order: expect.any(String) } });
  });

  test("can count", () => {
    log.info("again");
    log.info("again");

    expect(sink).toHaveLogged("again", 2);
    expect(sink).not.toHaveLogged("again", 1);
    expect(sink).toHaveLogged("never", 0);
  });

  test("says what it expected and what was logged", () => {
    log.error("failed", new Error("boom"));

    expect(() =>
      expect(sink).toHaveLogged({ message: /placed/, context: { order: expect.any(Number) } }),
    ).toThrow(
      'expected the log to have {"message":"/placed/","context":{"order":"Any<Number>"}}; logged were:\n  ERROR "failed" Error: boom',
    );
    expect(() => expect(sink).not.toHaveLogged(/fail/)).toThrow("expected the log not to have /fail/");
    expect(() => expect({}).toHaveLogged("x")).toThrow("no test sink");
  });
});
