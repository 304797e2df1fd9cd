import { BookingError, VenueSessionError } from "./errors.ts";
import type { Order } from "./order.ts";

const VENUE_OF: ReadonlyMap<string, string> = new Map([
  ["ALDER", "XGRV"],
  ["BIRCH", "XGRV"],
  ["CEDAR", "XGRV"],
  ["MAPLE", "XFST"],
  ["ROWAN", "XFST"],
  ["KELP", "XSEA"],
  ["ORBIT", "XORB"],
]);

/** Each venue's session as its feed delivered it. That of XORB was cut on the way: what makes the gateway raise. */
const SESSIONS: ReadonlyMap<string, string> = new Map([
  ["XGRV", '{"open":true,"lot":1}'],
  ["XFST", '{"open":true,"lot":1}'],
  ["XSEA", '{"open":true,"lot":1}'],
  ["XORB", '{"open":true,"lo'],
]);

/** What the venue confirmed. */
export interface Booking {
  readonly venue: string;
  /** `<venue>-<number>`, counting from 1 in each run. */
  readonly bookingId: string;
}

let bookings = 0;

/** Whether a symbol is traded at one of the venues. */
export function isListed(symbol: string): boolean {
  return VENUE_OF.has(symbol);
}

/**
 * Books an order at the venue of its symbol.
 *
 * @throws {BookingError} when the venue's session cannot be read or is closed
 */
export function bookOrder(order: Order): Booking {
  const venue = VENUE_OF.get(order.symbol) ?? "none";
  try {
    if (!isOpen(venue)) throw new VenueSessionError(`${venue} is closed`);
  } catch (error) {
    throw new BookingError(`order ${order.orderId} cannot be booked at ${venue}`, { cause: error });
  }
  bookings += 1;
  return { venue, bookingId: `${venue}-${bookings}` };
}

function isOpen(venue: string): boolean {
  try {
    const session: unknown = JSON.parse(SESSIONS.get(venue) ?? "");
    return typeof session === "object" && session !== null && "open" in session && session.open === true;
  } catch (error) {
    throw new VenueSessionError(`the session of ${venue} cannot be read`, { cause: error });
  }
}
