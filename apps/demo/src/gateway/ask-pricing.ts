import { connect } from "node:net";
import { createInterface } from "node:readline";
import { RemoteError, UpstreamError } from "./errors.ts";
import { fieldsOf, lineOf } from "./line-protocol.ts";
import type { Order } from "./order.ts";
import { type Trace, traceparentOf } from "./trace.ts";

/** Where pricing listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What pricing asks for an order. */
export interface Quote {
  /** For one share, in hundredths of the currency's unit. */
  readonly priceCents: number;
  /** Three capital letters. */
  readonly currency: string;
}

const ANSWER_WITHIN_MS = 5000;

/**
 * Asks pricing for a quote: one line there, one line back, on a connection of its own.
 *
 * @throws {UpstreamError} when pricing failed or did not answer within 5 s; its cause is what pricing said of its error
 */
export async function askPricing(
  address: Address,
  order: Order,
  trace: Trace,
  apiKey: string,
): Promise<Quote> {
  const question = lineOf("QUOTE", {
    order_id: order.orderId,
    symbol: order.symbol,
    side: order.side,
    quantity: String(order.quantity),
    trader: order.trader,
    api_key: apiKey,
    correlation_id: trace.correlationId,
    traceparent: traceparentOf(trace),
  });
  const { verb, fields } = fieldsOf(await exchange(address, question));
  if (verb === "PRICE") {
    return { priceCents: Number(fields.get("cents")), currency: fields.get("currency") ?? "" };
  }
  const cause = new RemoteError(fields.get("type") ?? "Error", fields.get("message") ?? verb);
  throw new UpstreamError("pricing", "pricing gave no quote", { cause });
}

async function exchange(address: Address, question: string): Promise<string> {
  const socket = connect(address);
  try {
    return await new Promise<string>((resolve, reject) => {
      socket.setTimeout(ANSWER_WITHIN_MS, () => reject(new Error(`no answer within ${ANSWER_WITHIN_MS} ms`)));
      socket.once("error", reject);
      const lines = createInterface(socket);
      lines.once("line", resolve);
      lines.once("close", () => reject(new Error("the connection ended without an answer")));
      socket.write(question);
    });
  } catch (error) {
    throw new UpstreamError("pricing", "pricing did not answer", { cause: error });
  } finally {
    socket.destroy();
  }
}
