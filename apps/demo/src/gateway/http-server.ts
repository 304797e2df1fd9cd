import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import { text } from "node:stream/consumers";
import type { OrderAnswer } from "./handle-order.ts";

/** Answers one order. */
export type OrderHandler = (headers: IncomingMessage["headers"], body: string) => Promise<OrderAnswer>;

const LARGEST_BODY = 65_536;

/** Makes the HTTP server of the gateway: `POST /orders`, and nothing else. It does not listen yet. */
export function createOrderServer(handle: OrderHandler): Server {
  const server = createServer((request, response) => {
    // A connection that stays open after the server is closed would keep the process waiting for its time-out.
    const finish = (result: OrderAnswer): void => send(response, result, server.listening);
    answer(request, handle).then(finish, () => response.destroy());
  });
  return server;
}

async function answer(request: IncomingMessage, handle: OrderHandler): Promise<OrderAnswer> {
  if (request.url !== "/orders") return refusal(404, "there is only /orders here");
  if (request.method !== "POST") return refusal(405, "POST an order");
  if (Number(request.headers["content-length"] ?? LARGEST_BODY) > LARGEST_BODY) {
    return refusal(413, `an order has at most ${LARGEST_BODY} bytes, and says how many (Content-Length)`);
  }
  return handle(request.headers, await text(request));
}

function refusal(status: number, error: string): OrderAnswer {
  return { status, body: { error } };
}

function send(response: ServerResponse, { status, body }: OrderAnswer, keepAlive: boolean): void {
  if (!keepAlive) response.setHeader("connection", "close");
  response.writeHead(status, { "content-type": "application/json" });
  response.end(`${JSON.stringify(body)}\n`);
}
