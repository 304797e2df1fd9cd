import { FloorProblem } from "../problem.ts";
import { EXPECTED } from "./outcomes.ts";
import type { PlannedOrder } from "./make-orders.ts";

/** What came back for one order. */
export interface Answer {
  readonly order: PlannedOrder;
  /** The HTTP status. */
  readonly status: number;
  /** The member `outcome` of the answer's body, or what stood in its place. */
  readonly outcome: string;
}

/** How many orders are under way at once. */
const AT_ONCE = 8;

/** An order that is not answered in this time ends the run. */
const ANSWER_WITHIN_MS = 15_000;

/**
 * Sends the orders to the gateway, several at once, in the order of the list.
 *
 * @param orders - what to send
 * @param url - where to: `http://host:port/orders`
 * @param signal - gives up when it aborts, rejecting with its reason
 * @param onAnswer - told after each answer how many there are
 * @throws {FloorProblem} when the gateway cannot be reached
 */
export async function sendOrders(
  orders: readonly PlannedOrder[],
  url: string,
  signal: AbortSignal,
  onAnswer: (answered: number) => void,
): Promise<Answer[]> {
  const waiting = orders.values();
  const answers: Answer[] = [];
  const firstFailure = new AbortController();
  const either = AbortSignal.any([signal, firstFailure.signal]);
  const sendOneAfterTheOther = async (): Promise<void> => {
    for (const order of waiting) {
      answers.push(await send(order, url, either));
      onAnswer(answers.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, sendOneAfterTheOther));
    return answers;
  } catch (error) {
    firstFailure.abort(error);
    throw error;
  }
}

/** The answers that are not what their order implies. */
export function unexpectedAnswers(answers: readonly Answer[]): Answer[] {
  return answers.filter(
    ({ order, status, outcome }) => status !== EXPECTED[order.outcome].status || outcome !== order.outcome,
  );
}

/** The headers that an order is sent with. */
export function headersOf(order: PlannedOrder): Record<string, string> {
  return {
    "content-type": "application/json",
    "x-correlation-id": order.correlationId,
    "x-api-key": order.apiKey,
    traceparent: order.traceparent,
  };
}

async function send(order: PlannedOrder, url: string, signal: AbortSignal): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: headersOf(order),
      body: order.body,
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
    });
    return { order, status: response.status, outcome: outcomeIn(await response.text()) };
  } catch (error) {
    await aServiceMayJustHaveDied(signal);
    throw new FloorProblem(`The gateway did not answer order ${order.correlationId}: ${reasonOf(error)}.`);
  }
}

/** A broken connection is often seen before the end of the process behind it, which says more. */
async function aServiceMayJustHaveDied(signal: AbortSignal): Promise<void> {
  for (let waited = 0; waited < 1000 && !signal.aborted; waited += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  signal.throwIfAborted();
}

/** What fetch() says is "fetch failed"; why, is in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function outcomeIn(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && "outcome" in body) return String(body.outcome);
  } catch {
    // Not JSON: shown as it is.
  }
  return text.slice(0, 200);
}
