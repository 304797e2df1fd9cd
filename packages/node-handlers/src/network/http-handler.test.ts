import { AsyncLocalStorage } from "node:async_hooks";
import { describe, expect, test, vi } from "vitest";
import { makeCertificate } from "../../test/certificate.ts";
import { line, numbers, useNetwork, writeAll } from "../../test/network-bed.ts";
import { startReceiver, status } from "../../test/receiver.ts";
import type { Reply } from "../../test/receiver.ts";
import { until } from "../../test/test-host.ts";
import { createHttpHandler } from "./http-handler.ts";

vi.setConfig({ testTimeout: 60_000 });

const bed = useNetwork();

describe("requests", () => {
  test("hold the entries byte for byte, in order, one on each line", async () => {
    const handler = bed.handlerFor();
    const lines = ['{"a":"ü\u2028"}\n', '{"b":"\\n"}\n', '{"c":"😂"}\n'];
    handler.write(lines[0] as string, "INFO");
    handler.writeMany?.((lines[1] as string) + (lines[2] as string), 2);
    await handler.flush();

    expect(bed.receiver.requests.map(({ body }) => body)).toEqual([lines.join("")]);
    expect(bed.receiver.requests[0]?.headers).toMatchObject({ "content-type": "application/x-ndjson" });
    expect(handler.counts()).toMatchObject({ delivered: 3, requests: 1, failures: 0 });
  });

  test("have at most as many entries as was asked for", async () => {
    const handler = bed.handlerFor({ batchEntries: 10 });
    writeAll(handler, 0, 25);
    await handler.flush();

    expect(bed.receiver.requests.map(({ body }) => body.split("\n").length - 1)).toEqual([10, 10, 5]);
    expect(bed.receiver.taken).toEqual(numbers(0, 25));
  });

  test("have at most as many bytes, but an entry that is larger goes alone", async () => {
    const handler = bed.handlerFor({ batchBytes: 1_024 });
    const sizes = [400, 400, 400, 3_000, 100];
    for (const size of sizes) handler.write(`${"x".repeat(size - 1)}\n`, "INFO");
    await handler.flush();

    expect(bed.receiver.requests.map(({ body }) => body.length)).toEqual([800, 400, 3_000, 100]);
  });

  test("go out when the first entry has waited long enough, however many come behind it", async () => {
    const handler = bed.handlerFor({ flushIntervalMs: 100 });
    const start = performance.now();
    const timer = setInterval(() => handler.write(line(1), "INFO"), 5);
    await until(() => bed.receiver.requests.length > 0);
    clearInterval(timer);

    expect((bed.receiver.requests[0]?.time ?? 0) - start).toBeLessThan(1_000);
    expect(bed.receiver.requests[0]?.body.length).toBeGreaterThan(line(1).length);
  });

  test("are compressed, unless that is off or not worth it", async () => {
    const packed = bed.handlerFor();
    writeAll(packed, 0, 1_000);
    await packed.flush();
    writeAll(packed, 0, 1);
    await packed.flush();
    const raw = bed.handlerFor({ gzip: false });
    writeAll(raw, 0, 1_000);
    await raw.flush();

    expect(bed.receiver.requests.map(({ headers }) => headers["content-encoding"])).toEqual([
      "gzip",
      "gzip",
      undefined,
      undefined,
      undefined,
    ]);
    expect(bed.receiver.taken).toHaveLength(2_001);
  });

  test("use one connection again, also when the receiver closes it in between", async () => {
    const handler = bed.handlerFor();
    for (let n = 0; n < 5; n++) {
      writeAll(handler, n, n + 1);
      await handler.flush();
    }
    expect(bed.receiver.connections).toBe(1);

    bed.receiver.reply = (response) => {
      response.writeHead(204, { connection: "close" });
      response.end();
    };
    for (let n = 5; n < 8; n++) {
      writeAll(handler, n, n + 1);
      await handler.flush();
    }
    expect(bed.receiver.taken).toEqual(numbers(0, 8));
    expect(handler.counts().failures).toBe(0);
  });

  test("carry the headers, and the user of the URL as basic authorization", async () => {
    const url = bed.receiver.url.replace("://", "://me:p%40ss@");
    const handler = bed.handlerFor({
      url: `${url}/in?key=1`,
      headers: { "x-team": "a" },
      contentType: "text/plain",
    });
    writeAll(handler, 0, 1);
    await handler.flush();

    expect(bed.receiver.requests[0]?.path).toBe("/in?key=1");
    expect(bed.receiver.requests[0]?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from("me:p@ss").toString("base64")}`,
      "x-team": "a",
      "content-type": "text/plain",
    });
  });

  test("are made outside the context of whoever logs, and hidden from tracing", async () => {
    const storage = new AsyncLocalStorage<string>();
    const key = Symbol.for("OpenTelemetry SDK Context Key SUPPRESS_TRACING");
    const seen: unknown[] = [];
    const tracing = new AsyncLocalStorage<Map<symbol, unknown>>();
    const api = Symbol.for("opentelemetry.js.api.1");
    (globalThis as Record<symbol, unknown>)[api] = {
      context: {
        active: () => ({ setValue: (name: symbol, value: unknown) => new Map([[name, value]]) }),
        with: (context: Map<symbol, unknown>, body: () => unknown) => tracing.run(context, body),
      },
    };
    const { channel } = await import("node:diagnostics_channel");
    const listen = (): void => void seen.push(storage.getStore(), tracing.getStore()?.get(key));
    channel("http.client.request.start").subscribe(listen);
    try {
      const handler = bed.handlerFor({ batchEntries: 1 });
      storage.run("request 7", () => writeAll(handler, 0, 1));
      await until(() => bed.receiver.requests.length === 1);
      expect(seen).toEqual([undefined, true]);
    } finally {
      channel("http.client.request.start").unsubscribe(listen);
      delete (globalThis as Record<symbol, unknown>)[api];
    }
  });
});

describe("TLS", () => {
  test("refuses a certificate that nobody vouches for, unless it is trusted", async () => {
    const { key, cert } = makeCertificate(bed.folder);
    const secure = await startReceiver(status(204), { key, cert });
    const wary = bed.handlerFor({ url: secure.url, retries: 0 });
    writeAll(wary, 0, 2);
    await until(() => bed.host.lines.length === 2);
    expect(wary.status?.().error).toMatch(/self.signed/);
    expect(secure.requests).toEqual([]);

    const trusting = bed.handlerFor({ url: secure.url, tls: { ca: cert } });
    writeAll(trusting, 0, 2);
    await trusting.flush();
    expect(secure.taken).toEqual(numbers(0, 2));
    await trusting.close();
    await secure.close();
  });
});

describe("options", () => {
  test.each<[string, unknown]>([
    ["url", "ftp://host"],
    ["url", "no url with p4ssword"],
    ["url", undefined],
    ["name", "../x"],
    ["batchEntries", 0],
    ["batchBytes", 1.5],
    ["flushIntervalMs", -1],
    ["timeoutMs", NaN],
    ["retries", 101],
    ["maxPendingEntries", "10"],
    ["headers", { "bad name": "x" }],
    ["headers", { authorization: "p4ssword\n" }],
    ["spool.maxBytes", { directory: "x", maxBytes: 1 }],
    ["spool.directory", { directory: "" }],
  ])("%s of %j are refused with a clear error that quotes no secret", (name, value) => {
    const key = name.split(".")[0] as string;
    const attempt = (): unknown => createHttpHandler({ url: "http://localhost", [key]: value });

    expect(attempt).toThrow(new RegExp(`AGORA_CONFIG.*${name}`));
    expect(attempt).not.toThrow(/p4ssword/);
  });

  test("and what the receiver repeats of credentials never show in a report", async () => {
    const echo: Reply = (response, { headers, path }) => {
      response.writeHead(503);
      response.end(`no ${String(headers["x-key"])} ${path}`);
    };
    bed.receiver.reply = echo;
    const url = `${bed.receiver.url.replace("://", "://me:p4ssword@")}/in?key=qu3ry`;
    const handler = bed.handlerFor({ url, headers: { "x-key": "h3ader" }, retries: 0 });
    writeAll(handler, 0, 1);
    await until(() => bed.host.reports.length > 0);
    const shown = `${JSON.stringify(bed.host.reports)}${String(bed.host.reports[0]?.error)}${String(handler.status?.().error)}`;

    expect(shown).toContain("503");
    expect(shown).not.toMatch(/p4ssword|qu3ry|h3ader/);
  });
});
