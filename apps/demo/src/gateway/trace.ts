import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** What ties the entries of one request together, across services. */
export interface Trace {
  readonly correlationId: string;
  /** 32 hexadecimal digits: the same in every service that the request passes. */
  readonly traceId: string;
  /** 16 hexadecimal digits: this service's part of the trace. */
  readonly spanId: string;
  /** The caller's span, where it named one. */
  readonly parentSpanId: string | undefined;
  /** What the caller sent as `X-Correlation-ID` although it is no UUID. */
  readonly upstreamCorrelationId: string | undefined;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const TRACEPARENT = /^[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-[\da-f]{2}$/;

/** Goes on with the trace that the caller's headers name, or begins one. */
export function traceFrom(headers: IncomingHttpHeaders): Trace {
  const named = textOf(headers["x-correlation-id"]);
  const isUuid = named !== undefined && UUID.test(named);
  const parent = TRACEPARENT.exec(textOf(headers["traceparent"]) ?? "");
  return {
    correlationId: isUuid ? named.toLowerCase() : randomUUID(),
    traceId: parent?.[1] ?? randomBytes(16).toString("hex"),
    spanId: randomBytes(8).toString("hex"),
    parentSpanId: parent?.[2],
    upstreamCorrelationId: isUuid ? undefined : named?.slice(0, 128),
  };
}

/** The `traceparent` for a request that this service makes on behalf of the trace. */
export function traceparentOf(trace: Trace): string {
  return `00-${trace.traceId}-${trace.spanId}-01`;
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
