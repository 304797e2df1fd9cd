import { expect, expectTypeOf, test } from "vitest";
import { createRuntime } from "./index.ts";
import type { Logger } from "./index.ts";

interface OrderContext {
  readonly order_id?: number;
  readonly side?: "buy" | "sell";
}

const lines: string[] = [];
const runtime = createRuntime(
  {
    service: "s",
    handlers: [
      { name: "m", write: (line) => void lines.push(line), flush: () => undefined, close: () => undefined },
    ],
  },
  { clock: () => 0 },
);

test("a logger with a typed context takes what fits it, and any error", () => {
  const log = runtime.getLogger<OrderContext>("orders");
  const caught: unknown = new Error("caught");
  log.info("m", { order_id: 1 });
  log.info("m", { side: "buy" });
  log.error("m", caught);
  log.error("m", new Error("e"), { order_id: 1 });
  log.error("m", { order_id: 1 }, new Error("e"));
  log.error("m", caught, { order_id: 1 });
  log.withContext({ side: "sell" }).info("m");

  expectTypeOf(log).toEqualTypeOf<Logger<OrderContext>>();
  expect(lines).toHaveLength(7);
});

test("a logger with a typed context refuses what does not fit it", () => {
  const log = runtime.getLogger<OrderContext>("orders");
  // @ts-expect-error -- the value has the wrong type
  log.info("m", { order_id: "1" });
  // @ts-expect-error -- the name does not exist
  log.info("m", { order: 1 });
  // @ts-expect-error -- the name does not exist
  log.error("m", new Error("e"), { order: 1 });
  // @ts-expect-error -- the value has the wrong type
  log.withContext({ side: "hold" });

  expect(lines.at(-1)).toContain('"exception"');
});

test("a logger with a typed context takes functions for its values, and members of the entry itself", () => {
  const log = runtime.getLogger<OrderContext>("orders");
  log.info("m", { order_id: () => 1, userId: "u", durationMs: 2, err: new Error("e") });
  log.info(() => "m", { order_id: 1, correlation_id: "0190a000-0000-7000-8000-000000000000" });
  log
    .child({ trace_id: "1".repeat(32) })
    .callerOf(() => undefined)
    .info("m", { side: "buy" });
  const result = log.timer("load", () => 5, { order_id: 7 });
  // @ts-expect-error -- the value has the wrong type
  log.info("m", { order_id: () => "1" });
  // @ts-expect-error -- the value has the wrong type
  log.info("m", { durationMs: "2" });
  // @ts-expect-error -- the name does not exist
  log.timer("load", () => 5, { order: 7 });

  expectTypeOf(result).toEqualTypeOf<number>();
  expectTypeOf(log.timer("load", async () => "x")).toEqualTypeOf<Promise<string>>();
});

test("a logger takes what was caught in every place, whatever its type is", () => {
  const orders = runtime.getLogger<OrderContext>("orders");
  const log = runtime.getLogger();
  lines.length = 0;
  try {
    JSON.parse("{");
  } catch (error) {
    log.error(error);
    log.error(error, { a: 1 });
    log.error("m", error);
    log.error("m", error, { a: 1 });
    log.error("m", { a: 1 }, error);
    log.error(() => "m", { a: () => 1 }, error);
    orders.error(error);
    orders.error(error, { order_id: 1 });
    orders.error("m", { order_id: 1 }, error);
    orders.error("m", { order_id: () => 1, user_id: "u" }, error);
    // @ts-expect-error -- the name does not exist
    orders.error(error, { order: 1 });
    // @ts-expect-error -- the value has the wrong type
    orders.error("m", { order_id: "1" }, error);
  }

  expect(lines.filter((line) => line.includes('"type":"SyntaxError"'))).toHaveLength(12);
});

test("a logger without a type takes any object", () => {
  const log = runtime.getLogger();
  log.info("m", { anything: [1] });
  log.info("m", new Map());
  // @ts-expect-error -- an object is no message
  log.info({ a: 1 });

  expectTypeOf(log).toEqualTypeOf<Logger>();
  expect(lines.at(-1)).toContain('"message":"{\\"a\\":1}"');
});
