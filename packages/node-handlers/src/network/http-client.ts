import type { ClientRequest, IncomingMessage } from "node:http";
import { runOutside } from "./outside.ts";
import type { DeliverySettings } from "./options.ts";
import { parseRetryAfter } from "./retry.ts";

/** What a receiver said. */
export interface Answer {
  readonly status: number;
  /** Milliseconds that it wants to be left alone. */
  readonly retryAfter: number | undefined;
  /** Its body, as far as it was read: at most 64 KiB. */
  readonly text: string;
}

/** Sends requests to one URL over connections that are kept. */
export interface HttpClient {
  /** Sends a body. Rejects when there is no answer: no connection, time over, or aborted. */
  post(body: string, signal: AbortSignal): Promise<Answer>;
  /** Gives the connections back. */
  close(): void;
}

// A receiver says in it why it refuses; more is not read.
const MOST_ANSWER_BYTES = 65_536;
const LEAST_GZIP_BYTES = 1_024;
const MOST_CONNECTIONS = 2;

/** Makes a client. Its requests do not keep the process running, and are neither traced nor in anybody's context. */
export function createHttpClient(settings: DeliverySettings, contentType: string): HttpClient {
  const { url, numbers, tls, gzip } = settings;
  const { Agent, request } =
    url.protocol === "https:"
      ? process.getBuiltinModule("node:https")
      : process.getBuiltinModule("node:http");
  const agent = new Agent({ ...tls, keepAlive: true, maxSockets: MOST_CONNECTIONS, scheduling: "lifo" });
  const { username, password } = url;
  const target = new URL(url);
  target.username = "";
  target.password = "";
  const authorization = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;

  const headersFor = (body: Buffer, isPacked: boolean): Record<string, string | number> => ({
    "user-agent": "agora-log",
    ...(username + password === ""
      ? {}
      : { authorization: `Basic ${Buffer.from(authorization).toString("base64")}` }),
    ...settings.headers,
    "content-type": contentType,
    ...(isPacked ? { "content-encoding": "gzip" } : {}),
    "content-length": body.length,
  });

  const postOnce = (body: Buffer, isPacked: boolean, signal: AbortSignal): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(target, { method: "POST", agent, headers: headersFor(body, isPacked), signal });
      const timer = setTimeout(() => {
        sent.destroy(new Error(`no answer within ${numbers.timeoutMs} ms`));
      }, numbers.timeoutMs).unref();
      let isAnswered = false;
      sent.once("socket", (socket) => socket.unref());
      sent.once("response", (response) => {
        isAnswered = true;
        collect(response, sent, resolve);
      });
      sent.once("close", () => clearTimeout(timer));
      sent.on("error", (error) => {
        if (!isAnswered) reject(new RequestFailure(error, sent.reusedSocket));
      });
      sent.end(body);
    });

  const post = async (body: string, signal: AbortSignal): Promise<Answer> => {
    const plain = Buffer.from(body);
    const isPacked = gzip && plain.length >= LEAST_GZIP_BYTES;
    const bytes = isPacked ? await compress(plain) : plain;
    try {
      return await postOnce(bytes, isPacked, signal);
    } catch (error) {
      // The receiver had closed the connection that was kept before it could know of this request.
      const isStale = error instanceof RequestFailure && error.wasReused && error.code === "ECONNRESET";
      if (isStale && !signal.aborted) return postOnce(bytes, isPacked, signal);
      throw error;
    }
  };

  return {
    post: (body, signal) => runOutside(() => post(body, signal)),
    close: () => agent.destroy(),
  };
}

/** A request without an answer. */
class RequestFailure extends Error {
  readonly code: string | undefined;
  readonly wasReused: boolean;

  constructor(cause: Error, wasReused: boolean) {
    // Several addresses that all refused make an error without a message of its own.
    const code = (cause as NodeJS.ErrnoException).code;
    super(cause.message === "" ? (code ?? "the request failed") : cause.message, { cause });
    this.name = "RequestFailure";
    this.code = code;
    this.wasReused = wasReused;
  }
}

/** Reads an answer up to its bound. Its status counts also where the body is too large, cut or late. */
function collect(response: IncomingMessage, sent: ClientRequest, finish: (answer: Answer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const end = (): void => {
    finish({
      status: response.statusCode ?? 0,
      retryAfter: parseRetryAfter(response.headers["retry-after"], Date.now()),
      text: Buffer.concat(chunks).toString("utf8", 0, MOST_ANSWER_BYTES),
    });
  };
  response.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MOST_ANSWER_BYTES) sent.destroy();
  });
  response.once("end", end).once("close", end).on("error", end);
}

function compress(bytes: Buffer): Promise<Buffer> {
  const { gzip } = process.getBuiltinModule("node:zlib");
  return new Promise((resolve, reject) => {
    gzip(bytes, (error, packed) => (error === null ? resolve(packed) : reject(error)));
  });
}
