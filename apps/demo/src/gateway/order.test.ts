import { expect, test } from "vitest";
import { readOrder } from "./order.ts";

const sound = { order_id: "A-1", account: "ACC-1001", symbol: "MAPLE", side: "buy", quantity: 1 };

test("a sound order is read, with or without a trader", () => {
  expect(readOrder(JSON.stringify({ ...sound, trader: "李雷" }))).toEqual({
    order: { orderId: "A-1", account: "ACC-1001", symbol: "MAPLE", side: "buy", quantity: 1, trader: "李雷" },
  });
  expect(readOrder(JSON.stringify(sound))).toMatchObject({ order: { trader: "unnamed" } });
});

test("every violation of an order is named, not only the first", () => {
  const read = readOrder(JSON.stringify({ ...sound, account: "me", quantity: 0.5, symbol: "NOWHERE" }));

  expect(read).toEqual({
    violations: [
      "account must be ACC- and four digits",
      "symbol must be a symbol that is traded here",
      "quantity must be a whole number from 1 to 10000000",
    ],
  });
});

test.each([
  ["{", /^the body is not JSON: /],
  ["", /^the body is not JSON: /],
  ["[]", /^order_id must be /],
  ["null", /^the body is not a JSON object$/],
])("the body %j is refused", (body, violation) => {
  const read = readOrder(body);

  expect("violations" in read && read.violations[0]).toMatch(violation);
});
