import type { IncomingHttpHeaders } from "node:http";
import { type Logger, getLogger } from "@agora/logger";
import { type Address, type Quote, askPricing } from "./ask-pricing.ts";
import { askRisk } from "./ask-risk.ts";
import { OrderFailedError, UpstreamError } from "./errors.ts";
import { type Order, readOrder } from "./order.ts";
import { type Trace, traceFrom } from "./trace.ts";
import { bookOrder } from "./venues.ts";

/** The services that the gateway asks. */
export interface Neighbours {
  /** `http://host:port` */
  readonly riskUrl: string;
  readonly pricing: Address;
}

/** What the gateway answers: an HTTP status and the members of a JSON object. */
export interface OrderAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One order on its way through the gateway. */
interface Passage {
  readonly neighbours: Neighbours;
  readonly trace: Trace;
  readonly apiKey: string;
  readonly startedAt: number;
}

const logger = getLogger("gateway.orders");

/** Takes an order from the request to its answer, and says in the log how it went. Never rejects. */
export async function handleOrder(
  headers: IncomingHttpHeaders,
  requestBody: string,
  neighbours: Neighbours,
): Promise<OrderAnswer> {
  const trace = traceFrom(headers);
  const apiKey = String(headers["x-api-key"] ?? "");
  const passage: Passage = { neighbours, trace, apiKey, startedAt: performance.now() };
  const log = logger.withContext({
    correlationId: trace.correlationId,
    traceId: trace.traceId,
    spanId: trace.spanId,
  });
  log.debug("Order received", {
    bytes: Buffer.byteLength(requestBody),
    client: { api_key: apiKey, user_agent: headers["user-agent"] },
    parent_span_id: trace.parentSpanId,
    upstream_correlation_id: trace.upstreamCorrelationId,
  });
  const read = readOrder(requestBody);
  const answer =
    "order" in read ? await place(read.order, passage, log) : refuse(read.violations, passage, log);
  return { status: answer.status, body: { ...answer.body, correlation_id: trace.correlationId } };
}

function refuse(violations: readonly string[], passage: Passage, log: Logger): OrderAnswer {
  log.warning("Order invalid", { violations, durationMs: since(passage) });
  return { status: 400, body: { outcome: "invalid", violations } };
}

async function place(order: Order, passage: Passage, requestLog: Logger): Promise<OrderAnswer> {
  const log = requestLog.withContext({
    order: { id: order.orderId, account: order.account, symbol: order.symbol, side: order.side },
    quantity: order.quantity,
    trader: order.trader,
  });
  try {
    const { neighbours, trace, apiKey } = passage;
    const decision = await askRisk(neighbours.riskUrl, order, trace, apiKey);
    if (!decision.approved) {
      log.warning("Order rejected", { reason: decision.reason, durationMs: since(passage) });
      return { status: 422, body: { outcome: "rejected", reason: decision.reason } };
    }
    const quote = await askPricing(neighbours.pricing, order, trace, apiKey);
    return accept(order, quote, passage, log);
  } catch (error) {
    return fail(order, error, passage, log);
  }
}

function accept(order: Order, quote: Quote, passage: Passage, log: Logger): OrderAnswer {
  const booking = bookOrder(order);
  const total = (quote.priceCents * order.quantity) / 100;
  log.info("Order accepted", {
    booking_id: booking.bookingId,
    total,
    currency: quote.currency,
    durationMs: since(passage),
  });
  return { status: 201, body: { outcome: "accepted", booking_id: booking.bookingId, total } };
}

function fail(order: Order, cause: unknown, passage: Passage, log: Logger): OrderAnswer {
  const error = new OrderFailedError(`order ${order.orderId} could not be completed`, { cause });
  if (cause instanceof UpstreamError) {
    log.error("Order failed", error, { upstream: cause.upstream, durationMs: since(passage) });
    return { status: 502, body: { outcome: `${cause.upstream}-failed` } };
  }
  // Approved and priced, then lost in this process: somebody has to look at it now.
  log.critical("Order lost", error, { durationMs: since(passage) });
  return { status: 500, body: { outcome: "booking-failed" } };
}

function since(passage: Passage): number {
  return Math.round((performance.now() - passage.startedAt) * 1000) / 1000;
}
