import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { OrderAnswer } from "./handle-order.ts";

/** Answers one order. */
export type OrderHandler = (headers: IncomingMessage["headers"], body: string) => Promise<OrderAnswer>;

/** The HTTP server of the gateway: `POST /orders`, and nothing else. */
export interface OrderServer {
  /** The port that it listens on. */
  readonly port: number;
  /** Takes no more connections, and resolves when every request under way has its answer. */
  readonly stop: () => Promise<void>;
}

const LARGEST_BODY = 65_536;

/**
 * Starts to listen.
 *
 * @param port - 0 = any free one
 * @throws {Error} when the port cannot be had
 */
export async function startOrderServer(
  port: number,
  host: string,
  handle: OrderHandler,
): Promise<OrderServer> {
  const underWay = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    answer(request, handle).then(
      (result) => send(response, result),
      () => response.destroy(),
    );
  });
  server.listen(port, host);
  await once(server, "listening");
  const stop = async (): Promise<void> => {
    server.close();
    while (underWay.size > 0) await Promise.all([...underWay].map((response) => once(response, "close")));
    // Clients keep connections open for a next request, or open them ahead of the first.
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, stop };
}

async function answer(request: IncomingMessage, handle: OrderHandler): Promise<OrderAnswer> {
  if (request.url !== "/orders") return refusal(404, "there is only /orders here");
  if (request.method !== "POST") return refusal(405, "POST an order");
  if (Number(request.headers["content-length"] ?? LARGEST_BODY + 1) > LARGEST_BODY) {
    return refusal(413, `an order has at most ${LARGEST_BODY} bytes, and says how many (Content-Length)`);
  }
  return handle(request.headers, await text(request));
}

function refusal(status: number, error: string): OrderAnswer {
  return { status, body: { error } };
}

function send(response: ServerResponse, { status, body }: OrderAnswer): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(`${JSON.stringify(body)}\n`);
}
