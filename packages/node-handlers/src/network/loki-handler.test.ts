import { createEncoder, createLayer, createSite } from "@agora/core";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startReceiver, status } from "../../test/receiver.ts";
import type { Receiver } from "../../test/receiver.ts";
import { createTestHost } from "../../test/test-host.ts";
import type { TestHost } from "../../test/test-host.ts";
import { createLokiHandler } from "./loki-handler.ts";
import type { LokiHandlerOptions } from "./loki-handler.ts";

vi.setConfig({ testTimeout: 60_000 });

interface Push {
  readonly streams: {
    readonly stream: Record<string, string>;
    readonly values: [string, string, Record<string, string>][];
  }[];
}

let receiver: Receiver;
let host: TestHost;

beforeEach(async () => {
  receiver = await startReceiver(status(204));
  host = createTestHost();
});

afterEach(() => receiver.close());

async function push(lines: readonly string[], options: Partial<LokiHandlerOptions> = {}): Promise<Push> {
  receiver.requests.length = 0;
  const handler = createLokiHandler({ url: receiver.url, ...options });
  handler.open?.(host);
  for (const line of lines) handler.write(line, "INFO");
  await handler.close();
  return JSON.parse(receiver.requests[0]?.body ?? '{"streams":[]}') as Push;
}

const ENTRY =
  '{"timestamp":"2026-11-20T10:00:00.123456Z","level":"ERROR","message":"m","service":"s","file":"f.ts","line":1,' +
  '"function":"g","environment":"production","host":"h","logger_name":"a.b","correlation_id":' +
  '"0b9fc3a2-6f0e-4b0e-9d43-9f0a2f5f7a11","trace_id":"4bf92f3577b34da6a3ce929d0e0e4736",' +
  '"entry_id":"01980c1e-9f00-7a3b-8c4d-5e6f708192a3","context":{"10":1,"9":2.5,"big":"9007199254740993"}}\n';

describe("a push to Loki", () => {
  test("goes to the push API with labels of few values, ids beside the line, and the line as it is", async () => {
    const { streams } = await push([ENTRY], { tenant: "team-a" });

    expect(receiver.requests[0]?.path).toBe("/loki/api/v1/push");
    expect(receiver.requests[0]?.headers).toMatchObject({
      "content-type": "application/json",
      "x-scope-orgid": "team-a",
    });
    expect(streams).toEqual([
      {
        stream: { service: "s", environment: "production", host: "h", job: "agora" },
        values: [
          [
            "1795168800123456000",
            ENTRY.trimEnd(),
            {
              level: "ERROR",
              logger_name: "a.b",
              correlation_id: "0b9fc3a2-6f0e-4b0e-9d43-9f0a2f5f7a11",
              trace_id: "4bf92f3577b34da6a3ce929d0e0e4736",
              entry_id: "01980c1e-9f00-7a3b-8c4d-5e6f708192a3",
            },
          ],
        ],
      },
    ]);
  });

  test("keeps a path that the URL has", async () => {
    await push([ENTRY], { url: `${receiver.url}/tenant/loki/push` });

    expect(receiver.requests[0]?.path).toBe("/tenant/loki/push");
  });

  test("has a stream for each set of labels, the level among them only where it is asked for", async () => {
    const lines = [ENTRY, ENTRY.replace("ERROR", "INFO"), ENTRY.replace('"host":"h"', '"host":"i"')];
    const without = await push(lines, { job: "j", labels: { region: "eu" } });
    const withLevel = await push(lines, { levelLabel: true });

    expect(
      without.streams.map(({ stream, values }) => [
        stream["host"],
        stream["region"],
        stream["job"],
        values.length,
      ]),
    ).toEqual([
      ["h", "eu", "j", 2],
      ["i", "eu", "j", 1],
    ]);
    expect(withLevel.streams.map(({ stream }) => [stream["host"], stream["level"]])).toEqual([
      ["h", "ERROR"],
      ["h", "INFO"],
      ["i", "ERROR"],
    ]);
  });

  test("leaves out what is no entry, which goes to standard error", async () => {
    const bad = [
      "no json\n",
      "[]\n",
      '{"a":1}\n',
      ENTRY.replace("2026-11-20", "2026-02-31"),
      ENTRY.replace("2026", "1969"),
    ];
    const { streams } = await push([...bad, ENTRY]);

    expect(streams[0]?.values).toHaveLength(1);
    expect(host.lines).toEqual(bad.map((line) => line.trimEnd()));
    expect(host.reports).toMatchObject([{ code: "AGORA_REFUSED", context: { refused: 5 } }]);
  });

  test("of any entries gives back each line with the time that it has", async () => {
    const encode = createEncoder({ service: "a service", loggerName: "x" });
    const site = createSite("f.ts", 1, "g");
    const entry = fc.record({
      micros: fc.bigInt({ min: 0n, max: 253_402_300_799_999_999n }),
      message: fc.string({ unit: "binary" }),
      context: fc.dictionary(fc.string(), fc.jsonValue()),
      user: fc.option(fc.string()),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 20 }), async (entries) => {
        const lines = entries.map(({ micros, message, context, user }) =>
          encode({
            time: Number(micros / 1_000n),
            micros: Number(micros % 1_000n),
            level: "INFO",
            message,
            site,
            bound: [createLayer({ user_id: user })],
            context,
          }),
        );
        const { streams } = await push(lines);
        const values = streams.flatMap((stream) => stream.values);

        expect(values.map(([nanos]) => nanos)).toEqual(entries.map(({ micros }) => `${micros * 1_000n}`));
        expect(values.map(([, line]) => `${line}\n`)).toEqual(lines);
        expect(
          values.every(([, , metadata]) => Object.values(metadata).every((text) => typeof text === "string")),
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    [{ "bad-name": "x" }, /AGORA_CONFIG.*labels.*bad-name/],
    [{ a: 1 as never }, /AGORA_CONFIG.*labels/],
    [Object.fromEntries("abcdefghijk".split("").map((name) => [name, "x"])), /at most 10/],
  ])("refuses %j as labels", (labels, error) => {
    expect(() => createLokiHandler({ url: "http://localhost:3100", labels })).toThrow(error);
  });
});
