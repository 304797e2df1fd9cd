import { expect, test } from "vitest";
import { makeOrders } from "./make-orders.ts";
import { OUTCOMES } from "./outcomes.ts";

test("the same seed makes the same orders, another seed others", () => {
  expect(makeOrders(50, 3)).toEqual(makeOrders(50, 3));
  expect(makeOrders(50, 4)).not.toEqual(makeOrders(50, 3));
});

test.each([6, 40, 200, 1001])("%i orders meet every outcome", (count) => {
  const orders = makeOrders(count, 1);

  expect(orders).toHaveLength(count);
  expect(new Set(orders.map(({ outcome }) => outcome))).toEqual(new Set(OUTCOMES));
});

test.each([0, 1, 2, 5])("%i orders are as many as that", (count) => {
  expect(makeOrders(count, 1)).toHaveLength(count);
});

test("a single order is one that fails, so that there is a story", () => {
  expect(makeOrders(1, 1)[0]?.outcome).toBe("pricing-failed");
});

test("ids are unique, and of the form that the services require", () => {
  const orders = makeOrders(1000, 9);

  expect(new Set(orders.map(({ correlationId }) => correlationId)).size).toBe(1000);
  for (const { correlationId, traceparent } of orders) {
    expect(correlationId).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(traceparent).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/);
  }
});
