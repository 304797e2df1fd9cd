import { RemoteError, UpstreamError } from "./errors.ts";
import type { Order } from "./order.ts";
import { type Trace, traceparentOf } from "./trace.ts";

/** What risk says to an order. */
export interface RiskDecision {
  readonly approved: boolean;
  /** Why it was refused; empty when it was not. */
  readonly reason: string;
}

const ANSWER_WITHIN_MS = 5000;

/**
 * Asks risk whether an account may place an order.
 *
 * @param riskUrl - `http://host:port`
 * @throws {UpstreamError} when risk failed or did not answer within 5 s; its cause is what risk said of its own error
 */
export async function askRisk(
  riskUrl: string,
  order: Order,
  trace: Trace,
  apiKey: string,
): Promise<RiskDecision> {
  const answer = await post(`${riskUrl}/checks`, order, trace, apiKey);
  if (answer.status === 200) {
    const { approved, reason } = answer.body as { approved: boolean; reason?: string };
    return { approved, reason: reason ?? "" };
  }
  const { type, message } = (answer.body as { error: { type: string; message: string } }).error;
  throw new UpstreamError("risk", `risk answered with status ${answer.status}`, {
    cause: new RemoteError(type, message),
  });
}

async function post(
  url: string,
  order: Order,
  trace: Trace,
  apiKey: string,
): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-correlation-id": trace.correlationId,
        "x-api-key": apiKey,
        traceparent: traceparentOf(trace),
      },
      body: JSON.stringify({
        order_id: order.orderId,
        account: order.account,
        symbol: order.symbol,
        quantity: order.quantity,
        trader: order.trader,
      }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return { status: response.status, body: await response.json() };
  } catch (error) {
    throw new UpstreamError("risk", "risk did not answer", { cause: error });
  }
}
