import { createEncoder, createSite } from "@agora/core";
import type { Level } from "@agora/core";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { decodeRequest } from "../../test/otlp-decode.ts";
import type { ExportRequest } from "../../test/otlp-decode.ts";
import { startReceiver, status } from "../../test/receiver.ts";
import type { Receiver } from "../../test/receiver.ts";
import { createTestHost } from "../../test/test-host.ts";
import type { TestHost } from "../../test/test-host.ts";
import { createOtlpHandler } from "./otlp-handler.ts";
import type { OtlpHandlerOptions } from "./otlp-handler.ts";

vi.setConfig({ testTimeout: 60_000 });

let receiver: Receiver;
let host: TestHost;

beforeEach(async () => {
  receiver = await startReceiver(status(200, {}, "{}"));
  host = createTestHost();
});

afterEach(() => receiver.close());

async function send(
  lines: readonly string[],
  options: Partial<OtlpHandlerOptions> = {},
): Promise<ExportRequest> {
  receiver.requests.length = 0;
  const handler = createOtlpHandler({ url: receiver.url, ...options });
  handler.open?.(host);
  for (const line of lines) handler.write(line, "INFO");
  await handler.close();
  return JSON.parse(receiver.requests[0]?.body ?? '{"resourceLogs":[]}') as ExportRequest;
}

const FULL = {
  timestamp: "2026-11-20T10:00:00.123456Z",
  level: "CRITICAL",
  message: "m",
  service: "s",
  file: "src/f.ts",
  line: 7,
  function: "g",
  environment: "production",
  version: "1.2.3",
  host: "h",
  logger_name: "a.b",
  correlation_id: "0b9fc3a2-6f0e-4b0e-9d43-9f0a2f5f7a11",
  user_id: "u",
  trace_id: "4bf92f3577b34da6a3ce929d0e0e4736",
  span_id: "00f067aa0ba902b7",
  entry_id: "01980c1e-9f00-7a3b-8c4d-5e6f708192a3",
  schema_version: "1.0",
  sampling: { rate: 0.1 },
  duration_ms: 12,
  context: {
    _agora: { dropped: 3, truncated: ["context"] },
    "agora.x": 1,
    big: "9007199254740993",
    "event.name": "order.placed",
    fraction: 0.5,
    list: [1, null, "x", [true], {}],
    "user.id": "not ours",
    whole: 9_007_199_254_740_991,
  },
  exception: {
    type: "E",
    message: "",
    stacktrace: "at x",
    properties: { code: 1 },
    cause: { type: "C", message: "c" },
    errors: [{ type: "G", message: "g" }],
  },
};
const text = (entry: object): string => `${JSON.stringify(entry)}\n`;

describe("an export by OTLP", () => {
  test("goes to /v1/logs as JSON, or to the path that the URL has", async () => {
    await send([text(FULL)]);
    expect(receiver.requests[0]).toMatchObject({
      path: "/v1/logs",
      headers: { "content-type": "application/json" },
    });
    await send([text(FULL)], { url: `${receiver.url}/otel/logs` });
    expect(receiver.requests[0]?.path).toBe("/otel/logs");
  });

  test("of an entry with every member has all that the data model names, and comes back as it was", async () => {
    const request = await send([text(FULL)], { sendUserId: true });
    const [{ resource, scopeLogs } = { resource: { attributes: [] }, scopeLogs: [] }] = request.resourceLogs;
    const record = scopeLogs[0]?.logRecords[0];

    expect(resource.attributes).toEqual([
      { key: "service.name", value: { stringValue: "s" } },
      { key: "service.version", value: { stringValue: "1.2.3" } },
      { key: "deployment.environment.name", value: { stringValue: "production" } },
      { key: "host.name", value: { stringValue: "h" } },
    ]);
    expect(scopeLogs[0]).toMatchObject({
      scope: { name: "a.b" },
      schemaUrl: "https://agora-log.dev/schemas/1.0",
    });
    expect(record).toMatchObject({
      timeUnixNano: "1795168800123456000",
      severityNumber: 21,
      severityText: "CRITICAL",
      body: { stringValue: "m" },
      traceId: FULL.trace_id,
      spanId: FULL.span_id,
      eventName: "order.placed",
      droppedAttributesCount: 3,
    });
    expect(Number(record?.observedTimeUnixNano) / 1e6).toBeGreaterThan(Date.now() - 10_000);
    expect(record?.attributes).toContainEqual({ key: "whole", value: { intValue: "9007199254740991" } });
    expect(record?.attributes).toContainEqual({ key: "big", value: { stringValue: "9007199254740993" } });
    expect(record?.attributes).toContainEqual({ key: "agora.duration_ms", value: { doubleValue: 12 } });
    expect(record?.attributes).toContainEqual({
      key: "agora.context.user.id",
      value: { stringValue: "not ours" },
    });
    expect(decodeRequest(request)).toEqual([FULL]);
  });

  test("tells nobody who the user is unless that is asked for", async () => {
    await send([text(FULL)]);

    expect(receiver.requests[0]?.body).not.toContain('"key":"user.id"');
  });

  test("groups records by resource and scope", async () => {
    const lines = [
      FULL,
      { ...FULL, logger_name: "c" },
      { ...FULL, host: "i" },
      FULL,
      { ...FULL, schema_version: undefined },
    ];
    const request = await send(lines.map(text), { resource: { "service.namespace": "n" } });

    expect(
      request.resourceLogs.map(({ resource, scopeLogs }) => [
        resource.attributes.length,
        scopeLogs.map(({ scope, logRecords }) => [scope.name, logRecords.length]),
      ]),
    ).toEqual([
      [
        5,
        [
          ["a.b", 2],
          ["c", 1],
          ["a.b", 1],
        ],
      ],
      [5, [["a.b", 1]]],
    ]);
  });

  test("keeps a moment before 1970, which OTLP cannot say, in an attribute", async () => {
    const early = { ...FULL, timestamp: "1969-12-31T23:59:59.999999Z" };
    const request = await send([text(early)], { sendUserId: true });

    expect(request.resourceLogs[0]?.scopeLogs[0]?.logRecords[0]?.timeUnixNano).toBe("0");
    expect(decodeRequest(request)).toEqual([early]);
  });

  test("counts and reports what the receiver rejects of a request that it takes, and does not send it again", async () => {
    const partialSuccess = { rejectedLogRecords: "2", errorMessage: "too old" };
    receiver.reply = status(200, {}, JSON.stringify({ partialSuccess }));
    const handler = createOtlpHandler({ url: receiver.url });
    handler.open?.(host);
    for (let n = 0; n < 5; n++) handler.write(text(FULL), "INFO");
    await handler.flush();

    expect(handler.counts()).toMatchObject({ delivered: 3, refused: 2, failures: 0 });
    expect(handler.status?.().dropped).toEqual({ failed: 2 });
    expect(host.reports).toMatchObject([
      { code: "AGORA_REFUSED", context: { refused: 2, reason: "too old" } },
    ]);
    receiver.reply = status(200);
    await handler.close();
  });

  test("of any entries can be turned back into them", async () => {
    const encode = createEncoder({ service: "s", environment: "production", host: "h", loggerName: "x.y" });
    const site = createSite("f.ts", 1, "g");
    const key = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "user.id",
        "code.file.path",
        "exception.type",
        "agora.timestamp",
        "event.name",
        "__proto__",
        "10",
        "9",
      ),
    );
    const entry = fc.record({
      micros: fc.bigInt({ min: -62_135_596_800_000_000n, max: 253_402_300_799_999_999n }),
      level: fc.constantFrom<Level>("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"),
      message: fc.string({ unit: "binary" }),
      context: fc.dictionary(key, fc.jsonValue({ maxDepth: 4 })),
      error: fc.option(fc.record({ message: fc.string(), cause: fc.jsonValue() })),
      duration: fc.option(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 10 }), async (entries) => {
        const lines = entries.map(({ micros, level, message, context, error, duration }) => {
          const time = micros / 1_000n - (micros % 1_000n < 0n ? 1n : 0n);
          return encode({
            time: Number(time),
            micros: Number(micros - time * 1_000n),
            level,
            message,
            site,
            error: error === null ? undefined : new Error(error.message, { cause: error.cause }),
            context: { ...context, duration_ms: duration ?? undefined },
          });
        });
        const request = await send(lines, { sendUserId: true });

        expect(decodeRequest(request)).toEqual(lines.map((line) => JSON.parse(line) as object));
      }),
      { numRuns: 150 },
    );
  });
});
