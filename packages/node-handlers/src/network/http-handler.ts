import { createNetworkHandler } from "./network-handler.ts";
import type { NetworkHandler } from "./network-handler.ts";
import type { DeliveryOptions } from "./options.ts";

/** Where entries go as lines of JSON, and how. */
export interface HttpHandlerOptions extends DeliveryOptions {
  /** Default: `application/x-ndjson`. */
  readonly contentType?: string | undefined;
}

/**
 * Makes a handler that posts entries to a URL as they are, one on each line (NDJSON). Entries have an `entry_id`,
 * since a request whose answer is lost is sent again.
 *
 * @throws {AgoraError} `AGORA_CONFIG` that names the option.
 *
 * @example
 * ```ts
 * createHttpHandler({ url: "https://logs.example.org/ingest", headers: { authorization: `Bearer ${key}` } });
 * ```
 */
export function createHttpHandler(options: HttpHandlerOptions): NetworkHandler {
  return createNetworkHandler(options, {
    kind: "http",
    path: "/",
    contentType: options.contentType ?? "application/x-ndjson",
    encode: (lines) => ({ body: lines.join(""), unfit: [] }),
  });
}
