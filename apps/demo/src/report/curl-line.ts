import { randomUUID } from "node:crypto";

/**
 * A command that places an order at the gateway, fit to be pasted into a shell.
 *
 * @param ordersUrl - where orders are sent
 */
export function curlLine(ordersUrl: string): string {
  const order = { order_id: "MINE-1", account: "ACC-1001", symbol: "MAPLE", side: "buy", quantity: 10 };
  return [
    `curl -i ${ordersUrl}`,
    `-H 'X-Correlation-ID: ${randomUUID()}'`,
    "-H 'Content-Type: application/json'",
    `-d '${JSON.stringify(order)}'`,
  ].join(" ");
}
