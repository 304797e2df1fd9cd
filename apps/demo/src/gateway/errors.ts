/** An order could not be brought to an end, for a reason that is not the client's. */
export class OrderFailedError extends Error {
  override readonly name = "OrderFailedError";
}

/** A service behind the gateway failed or did not answer. */
export class UpstreamError extends Error {
  override readonly name = "UpstreamError";
  /** Which service it was. */
  readonly upstream: string;

  constructor(upstream: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.upstream = upstream;
  }
}

/**
 * What a service behind the gateway said of its own error.
 *
 * @param name - the error's type there, whatever its language calls it
 */
export class RemoteError extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
    // It was raised elsewhere: the place where the answer was read would only mislead.
    this.stack = "";
  }
}

/** An order was priced and approved, but could not be booked at its venue. */
export class BookingError extends Error {
  override readonly name = "BookingError";
}

/** The session of a venue cannot be read. */
export class VenueSessionError extends Error {
  override readonly name = "VenueSessionError";
}
