import { expect, test } from "vitest";
import { traceFrom, traceparentOf } from "./trace.ts";

const CORRELATION_ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
const TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
const SPAN_ID = "00f067aa0ba902b7";

test("a caller's correlation id and trace are gone on with, in a span of our own", () => {
  const trace = traceFrom({
    "x-correlation-id": CORRELATION_ID.toUpperCase(),
    traceparent: `00-${TRACE_ID}-${SPAN_ID}-01`,
  });

  expect(trace).toMatchObject({ correlationId: CORRELATION_ID, traceId: TRACE_ID, parentSpanId: SPAN_ID });
  expect(trace.spanId).toMatch(/^[\da-f]{16}$/);
  expect(trace.spanId).not.toBe(SPAN_ID);
  expect(traceparentOf(trace)).toBe(`00-${TRACE_ID}-${trace.spanId}-01`);
});

test("a correlation id that is no UUID is kept beside a new one", () => {
  const trace = traceFrom({ "x-correlation-id": "req-42" });

  expect(trace.correlationId).toMatch(/^[\da-f-]{36}$/);
  expect(trace.upstreamCorrelationId).toBe("req-42");
});

test.each([
  undefined,
  "",
  "00-xyz",
  `00-${"0".repeat(32)}-${SPAN_ID}-01`,
  `00-${TRACE_ID}-${"0".repeat(16)}-01`,
])("a traceparent of %j begins a trace of our own", (traceparent) => {
  const trace = traceFrom(traceparent === undefined ? {} : { traceparent });

  expect(trace.traceId).toMatch(/^[\da-f]{32}$/);
  expect(trace.traceId).not.toBe(TRACE_ID);
  expect(trace.parentSpanId).toBeUndefined();
});
