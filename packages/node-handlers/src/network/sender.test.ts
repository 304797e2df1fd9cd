import { readdirSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { numbers, plain, useNetwork, writeAll } from "../../test/network-bed.ts";
import { startReceiver, status } from "../../test/receiver.ts";
import type { Reply } from "../../test/receiver.ts";
import { until } from "../../test/test-host.ts";

vi.setConfig({ testTimeout: 60_000 });

const bed = useNetwork();

/** Takes entries, but refuses requests with one that `isBad`. */
function refusing(isBad: (line: string) => boolean, code = 400): Reply {
  return (response, { body }) => {
    const bad = body.split("\n").some((one) => one !== "" && isBad(one));
    response.writeHead(bad ? code : 204);
    response.end(bad ? "malformed entry" : undefined);
  };
}

describe("a receiver that fails", () => {
  test("gets the same entries again until it takes them, in order", async () => {
    bed.receiver.reply = (response, _, index) => status(index < 3 ? 500 : 204)(response, _, index);
    const handler = bed.handlerFor({ batchEntries: 10 });
    writeAll(handler, 0, 30);
    await handler.flush();

    expect(bed.receiver.taken).toEqual(numbers(0, 30));
    expect(handler.counts()).toMatchObject({ delivered: 30, requests: 6, failures: 3, fallback: 0 });
    expect(bed.host.lines).toEqual([]);
    expect(handler.status?.()).toMatchObject({ isHealthy: true, pending: 0 });
  });

  test.each([408, 429, 502, 503, 504, 401, 403, 404, 302])("with status %d is asked again", async (code) => {
    bed.receiver.reply = (response, _, index) => status(index === 0 ? code : 204)(response, _, index);
    const handler = bed.handlerFor();
    writeAll(handler, 0, 2);
    await handler.flush();

    expect(bed.receiver.taken).toEqual(numbers(0, 2));
  });

  test("is left alone for as long as its Retry-After says", async () => {
    bed.receiver.reply = (response, _, index) =>
      status(index === 0 ? 429 : 204, { "retry-after": "1" })(response, _, index);
    const handler = bed.handlerFor();
    writeAll(handler, 0, 1);
    await until(() => bed.receiver.requests.length === 2);
    const [first, second] = bed.receiver.requests;

    expect((second?.time ?? 0) - (first?.time ?? 0)).toBeGreaterThan(950);
  });

  test("is left alone for that time also by a flush", async () => {
    bed.receiver.reply = status(503, { "retry-after": "60" });
    const handler = bed.handlerFor({ flushTimeoutMs: 100 });
    writeAll(handler, 0, 1);
    await until(() => bed.receiver.requests.length === 1);

    await expect(handler.flush()).rejects.toThrow(/AGORA_HANDLER_IO/);
    expect(bed.receiver.requests).toHaveLength(1);
  });

  test("gets no more entries after the last retry; they go to standard error, with one report", async () => {
    bed.receiver.reply = status(503);
    const handler = bed.handlerFor({ retries: 2, batchEntries: 5 });
    writeAll(handler, 0, 10);
    await until(() => bed.host.lines.length === 10, "the fallback");

    expect(bed.host.lines).toEqual(numbers(0, 10));
    expect(bed.receiver.requests).toHaveLength(6);
    expect(bed.host.reports.filter(({ code }) => code === "AGORA_HANDLER_IO")).toHaveLength(1);
    expect(handler.status?.()).toMatchObject({ isHealthy: false, error: expect.stringContaining("503") });
  });

  test("is said to be well again in an entry of its own", async () => {
    bed.receiver.reply = status(503);
    const handler = bed.handlerFor({ retries: 0 });
    writeAll(handler, 0, 1);
    await until(() => bed.host.lines.length === 1);
    bed.receiver.reply = status(204);
    writeAll(handler, 1, 2);
    await until(() => bed.receiver.taken.length === 2);

    expect(bed.receiver.taken).toEqual([plain(1), '{"report":"AGORA_HANDLER_RECOVERED"}']);
    expect(bed.host.codes()).toEqual(["AGORA_HANDLER_IO", "AGORA_HANDLER_RECOVERED"]);
  });

  test("because nobody listens is asked again until somebody does", async () => {
    const { url } = bed.receiver;
    await bed.receiver.close();
    const handler = bed.handlerFor({ url, retries: 100 });
    writeAll(handler, 0, 5);
    await until(() => handler.counts().failures >= 2);
    expect(handler.status?.().error).toContain("ECONNREFUSED");
    bed.receiver = await startReceiver(status(204), undefined, Number(new URL(url).port));
    await handler.flush();

    expect(bed.receiver.taken.slice(0, 5)).toEqual(numbers(0, 5));
  });

  test("by never answering is given up after the timeout", async () => {
    bed.receiver.reply = (response, _, index) => {
      if (index > 0) status(204)(response, _, index);
    };
    const handler = bed.handlerFor({ timeoutMs: 50 });
    writeAll(handler, 0, 3);
    await handler.flush();

    expect(bed.receiver.taken).toEqual(numbers(0, 3));
    expect(handler.counts().failures).toBe(1);
  });

  test("by an endless body counts by its status, and the body is not read on", async () => {
    let written = 0;
    bed.receiver.reply = (response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(65_536, "x");
      const more = (): void => {
        while (!response.destroyed && response.write(chunk)) written += chunk.length;
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    };
    const handler = bed.handlerFor();
    writeAll(handler, 0, 1);
    await handler.flush();

    expect(handler.counts()).toMatchObject({ delivered: 1, failures: 0 });
    const before = written;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(written).toBe(before);
  });

  test("by closing its side of the connection without an answer is asked again", async () => {
    let count = 0;
    const half = createServer((socket) => {
      socket.once("data", () => (++count === 1 ? socket.end() : socket.end("HTTP/1.1 204 OK\r\n\r\n")));
      socket.on("error", () => undefined);
    });
    await new Promise<void>((resolve) => half.listen(0, "127.0.0.1", resolve));
    const handler = bed.handlerFor({ url: `http://127.0.0.1:${(half.address() as AddressInfo).port}` });
    writeAll(handler, 0, 2);
    await handler.flush();
    await new Promise((resolve) => half.close(resolve));

    expect(count).toBe(2);
    expect(handler.counts()).toMatchObject({ delivered: 2, failures: 1 });
  });
});

describe("entries that a receiver refuses", () => {
  test.each([400, 422])("with status %d are found alone, all others arrive", async (code) => {
    bed.receiver.reply = refusing((one) => one === plain(617), code);
    const handler = bed.handlerFor({ batchEntries: 1_000 });
    writeAll(handler, 0, 1_000);
    await handler.flush();

    expect(bed.entriesTaken()).toEqual(numbers(0, 1_000).filter((one) => one !== plain(617)));
    expect(bed.host.lines).toEqual([plain(617)]);
    expect(handler.counts()).toMatchObject({ refused: 1, fallback: 1 });
    expect(bed.receiver.requests.length).toBeLessThan(25);
    expect(bed.host.reports).toMatchObject([
      {
        code: "AGORA_REFUSED",
        context: { refused: 1, status: 400 === code ? 400 : 422, reason: "malformed entry" },
      },
    ]);
    expect(handler.status?.().isHealthy).toBe(true);
  });

  test("as too large are sent in smaller parts, and only one that is too large alone is refused", async () => {
    bed.receiver.reply = (response, { body }) => {
      response.writeHead(body.length > 500 ? 413 : 204);
      response.end();
    };
    const handler = bed.handlerFor({ batchEntries: 1_000 });
    writeAll(handler, 0, 200);
    handler.write(`{"x":"${"y".repeat(600)}"}\n`, "INFO");
    await handler.flush();

    expect(bed.receiver.taken).toEqual(numbers(0, 200));
    expect(bed.host.lines).toHaveLength(1);
  });

  test("because it takes none are not asked for one by one", async () => {
    bed.receiver.reply = status(400);
    const handler = bed.handlerFor({ batchEntries: 1_000 });
    writeAll(handler, 0, 1_000);
    await handler.flush();

    expect(bed.host.lines).toEqual(numbers(0, 1_000));
    expect(bed.receiver.requests.length).toBeLessThan(50);
  });

  test("and come from the spool are found alone as well", async () => {
    const handler = bed.handlerFor({ batchEntries: 100, spool: { directory: bed.folder, writeAhead: true } });
    bed.receiver.reply = refusing((one) => one === plain(37));
    writeAll(handler, 0, 100);
    await handler.flush();

    expect(bed.entriesTaken()).toEqual(numbers(0, 100).filter((one) => one !== plain(37)));
    expect(bed.host.lines).toEqual([plain(37)]);
    expect(readdirSync(join(bed.folder, "http"))).toEqual([]);
  });
});
