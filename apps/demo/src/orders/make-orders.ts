import { OUTCOMES, type Outcome } from "./outcomes.ts";
import { type Random, randomFrom, uuidFrom } from "./random.ts";

/** One request to the gateway and what must come of it. */
export interface PlannedOrder {
  /** The body as it is sent: JSON, or for some invalid orders something that is none. */
  readonly body: string;
  /** The `X-Correlation-ID` that it is sent with. */
  readonly correlationId: string;
  /** The `traceparent` that it is sent with. */
  readonly traceparent: string;
  /** The trace id inside `traceparent`. */
  readonly traceId: string;
  /** The `X-API-Key` that it is sent with, which no log may show. */
  readonly apiKey: string;
  /** How it must end. */
  readonly outcome: Outcome;
}

/** What every API key of a run begins with: a text that must not be found in any log. */
export const API_KEY_PREFIX = "sk_floor_";

const SHARES: Readonly<Record<Outcome, number>> = {
  accepted: 0.62,
  invalid: 0.12,
  rejected: 0.12,
  "pricing-failed": 0.06,
  "risk-failed": 0.04,
  "booking-failed": 0.04,
};

const SOUND_ACCOUNTS = ["ACC-1001", "ACC-1002", "ACC-1003", "ACC-1004"];
const SOUND_SYMBOLS = ["ALDER", "BIRCH", "CEDAR", "MAPLE", "ROWAN"];
const TRADERS = ["Zoë Ångström", 'O\'Neil "Fast" 🚀', "李雷", "Mara\tQuill", "Íñigo / desk 7"];

/** What of a sound order must change for it to end so: a suspended account or one too large, and the damaged records. */
const CHANGES: Readonly<Record<Exclude<Outcome, "invalid">, readonly object[]>> = {
  accepted: [{}],
  rejected: [{ account: "ACC-1900" }, { quantity: 900_000 }],
  "pricing-failed": [{ symbol: "KELP" }],
  "risk-failed": [{ account: "ACC-1666" }],
  "booking-failed": [{ symbol: "ORBIT" }],
};

/**
 * Makes the orders of a run. The shares of the outcomes are fixed, so that a run of six orders or more meets each of
 * them; which order ends how is shuffled by the seed.
 *
 * @param count - how many orders
 * @param seed - 0..4294967295; the same count and seed give the same orders
 */
export function makeOrders(count: number, seed: number): PlannedOrder[] {
  const random = randomFrom(seed);
  return shuffled(outcomesFor(count), random).map((outcome, index) => makeOrder(outcome, index + 1, random));
}

function outcomesFor(count: number): Outcome[] {
  if (count < OUTCOMES.length) return (["pricing-failed", ...OUTCOMES] as const).slice(0, count);
  const rest = OUTCOMES.filter((outcome) => outcome !== "accepted").flatMap((outcome) =>
    Array.from({ length: Math.max(1, Math.floor(count * SHARES[outcome])) }, () => outcome),
  );
  return [...rest, ...Array.from({ length: count - rest.length }, () => "accepted" as const)];
}

function shuffled<T>(list: T[], random: Random): T[] {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = random.between(0, last);
    [list[last], list[other]] = [list[other] as T, list[last] as T];
  }
  return list;
}

function makeOrder(outcome: Outcome, number: number, random: Random): PlannedOrder {
  const traceId = random.hex(32);
  const sound = {
    order_id: `FLOOR-${String(number).padStart(6, "0")}`,
    account: random.pick(SOUND_ACCOUNTS),
    symbol: random.pick(SOUND_SYMBOLS),
    side: random.pick(["buy", "sell"]),
    quantity: random.between(1, 500),
    trader: random.pick(TRADERS),
  };
  return {
    body: bodyFor(outcome, sound, random),
    correlationId: uuidFrom(random),
    traceparent: `00-${traceId}-${random.hex(16)}-01`,
    traceId,
    apiKey: `${API_KEY_PREFIX}${random.hex(24)}`,
    outcome,
  };
}

function bodyFor(outcome: Outcome, sound: object, random: Random): string {
  if (outcome === "invalid") return invalidBody(sound, random);
  return JSON.stringify({ ...sound, ...random.pick(CHANGES[outcome]) });
}

function invalidBody(sound: object, random: Random): string {
  return random.pick([
    JSON.stringify({ ...sound, quantity: 0 }),
    JSON.stringify({ ...sound, side: "hold" }),
    JSON.stringify({ ...sound, symbol: "NOWHERE", quantity: "ten" }),
    JSON.stringify({ ...sound, account: undefined }),
    JSON.stringify(sound).slice(0, -2),
  ]);
}
