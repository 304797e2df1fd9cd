import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Socket } from "node:net";
import { gunzipSync } from "node:zlib";

/** A request as it arrived. */
export interface Received {
  readonly headers: IncomingMessage["headers"];
  readonly path: string;
  readonly body: string;
  readonly time: number;
}

/** Answers a request, or does not. */
export type Reply = (response: ServerResponse, request: Received, index: number) => void;

/** A receiver on a port of its own. */
export interface Receiver {
  readonly url: string;
  readonly requests: Received[];
  /** Lines of the requests that were answered with 2xx. */
  readonly taken: string[];
  reply: Reply;
  /** Connections that were made. */
  connections: number;
  close(): Promise<void>;
}

/** Answers with a status. */
export function status(code: number, headers: Record<string, string> = {}, body = ""): Reply {
  return (response) => {
    response.writeHead(code, headers);
    response.end(body);
  };
}

/** Starts a receiver that takes everything unless told otherwise. */
export async function startReceiver(
  reply: Reply = status(204),
  tls?: { readonly key: string; readonly cert: string },
  port = 0,
): Promise<Receiver> {
  const sockets = new Set<Socket>();
  const answer: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => undefined);
    request.once("end", () => {
      const bytes = Buffer.concat(chunks);
      const packed = request.headers["content-encoding"] === "gzip";
      const body = (packed ? gunzipSync(bytes) : bytes).toString("utf8");
      const { headers, url: path = "" } = request;
      const received: Received = { headers, path, body, time: performance.now() };
      const index = receiver.requests.push(received) - 1;
      response.once("finish", () => {
        if (response.statusCode < 300) receiver.taken.push(...body.split("\n").filter((line) => line !== ""));
      });
      receiver.reply(response, received, index);
    });
  };
  const server: Server = tls === undefined ? createServer(answer) : createTlsServer(tls, answer);
  server.on("connection", (socket: Socket) => {
    receiver.connections++;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `${tls === undefined ? "http" : "https"}://127.0.0.1:${address.port}`,
    requests: [],
    taken: [],
    reply,
    connections: 0,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
