import { isListed } from "./venues.ts";

/** An order that passed the gateway's checks. */
export interface Order {
  readonly orderId: string;
  readonly account: string;
  readonly symbol: string;
  readonly side: "buy" | "sell";
  readonly quantity: number;
  readonly trader: string;
}

/** The order, or every reason why the body is none. */
export type ReadOrder = { readonly order: Order } | { readonly violations: readonly string[] };

/**
 * Reads the body of a request.
 *
 * @param body - should be a JSON object with `order_id`, `account`, `symbol`, `side`, `quantity` and perhaps `trader`
 */
export function readOrder(body: string): ReadOrder {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch (error) {
    return {
      violations: [`the body is not JSON: ${error instanceof Error ? error.message : String(error)}`],
    };
  }
  if (typeof value !== "object" || value === null) return { violations: ["the body is not a JSON object"] };
  const violations = CHECKS.flatMap(([member, isRight, rule]) =>
    isRight((value as Record<string, unknown>)[member]) ? [] : [`${member} must be ${rule}`],
  );
  return violations.length > 0 ? { violations } : { order: orderFrom(value as CheckedBody) };
}

interface CheckedBody {
  readonly order_id: string;
  readonly account: string;
  readonly symbol: string;
  readonly side: "buy" | "sell";
  readonly quantity: number;
  readonly trader?: string;
}

const CHECKS: readonly (readonly [keyof CheckedBody, (value: unknown) => boolean, string])[] = [
  ["order_id", matches(/^[A-Z\d-]{1,32}$/), "1 to 32 of A-Z, 0-9 and -"],
  ["account", matches(/^ACC-\d{4}$/), "ACC- and four digits"],
  ["symbol", (value) => typeof value === "string" && isListed(value), "a symbol that is traded here"],
  ["side", matches(/^(buy|sell)$/), "buy or sell"],
  ["quantity", isQuantity, "a whole number from 1 to 10000000"],
  [
    "trader",
    (value) => value === undefined || matches(/^.{1,64}$/su)(value),
    "1 to 64 characters, or absent",
  ],
];

function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === "string" && pattern.test(value);
}

function isQuantity(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10_000_000;
}

function orderFrom(body: CheckedBody): Order {
  return {
    orderId: body.order_id,
    account: body.account,
    symbol: body.symbol,
    side: body.side,
    quantity: body.quantity,
    trader: body.trader ?? "unnamed",
  };
}
