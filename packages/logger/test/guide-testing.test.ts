import { createTestSink, logMatchers } from "@agora/core/testing";
import type { LogMatchers } from "@agora/core/testing";
import { getLogger, initialize, shutdown } from "@agora/logger";
import { afterAll, beforeEach, expect, test } from "vitest";

declare module "vitest" {
  interface Matchers<
    R extends void | Promise<void> = void | Promise<void>,
    T = unknown,
  > extends LogMatchers<R> {}
}

const sink = createTestSink();
expect.extend(logMatchers);
initialize({ serviceName: "test", level: "DEBUG", console: { enabled: false }, handlers: [sink] });

beforeEach(() => sink.clear());
afterAll(() => shutdown());

/** What is tested. */
function placeOrder(id: number): void {
  const log = getLogger("orders").withContext({ order_id: id });
  if (id < 0) log.error("refused", new RangeError("no such order"));
  else setTimeout(() => log.info("placed", { price: 12.5 }), 5);
}

test("an order is placed", async () => {
  placeOrder(7);
  await sink.waitFor("placed");

  expect(sink).toHaveLogged({ level: "INFO", context: { order_id: 7, price: expect.any(Number) } });
  expect(sink).not.toHaveLogged({ level: "ERROR" });
});

test("an order that cannot be is refused", () => {
  placeOrder(-1);

  expect(sink).toHaveLogged({ message: /refus/, exception: { type: "RangeError" } }, 1);
  expect(sink.find("refused")?.context).toEqual({ order_id: -1 });
});
