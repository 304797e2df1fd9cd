import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { line, numbers, useNetwork, writeAll } from "../../test/network-bed.ts";
import { status } from "../../test/receiver.ts";
import { until } from "../../test/test-host.ts";

vi.setConfig({ testTimeout: 60_000 });

const bed = useNetwork();

describe("a handler whose receiver is away", () => {
  test("holds no more in memory than it may; the oldest entries go to standard error", async () => {
    bed.receiver.reply = status(503);
    const handler = bed.handlerFor({
      maxPendingEntries: 100,
      batchEntries: 10,
      retries: 100,
      retryBaseMs: 60_000,
      retryMaxMs: 60_000,
    });
    writeAll(handler, 0, 10);
    await until(() => handler.counts().failures === 1);
    writeAll(handler, 10, 1_000);

    expect(handler.status?.().pending).toBeLessThanOrEqual(100);
    expect(bed.host.lines).toEqual(numbers(0, bed.host.lines.length));
    expect(bed.host.lines.length + (handler.status?.().pending ?? 0)).toBe(1_000);
    await handler.close();
    expect(bed.host.lines).toEqual(numbers(0, 1_000));
  });

  test("puts entries on the disk, and sends them from there in their order once it is back", async () => {
    bed.receiver.reply = status(503);
    const handler = bed.handlerFor({ spool: { directory: bed.folder }, batchEntries: 10, retries: 1 });
    writeAll(handler, 0, 100);
    await until(() => handler.counts().failures >= 3);
    writeAll(handler, 100, 150);
    expect(bed.host.codes()).toContain("AGORA_HANDLER_IO");
    bed.receiver.reply = status(204);
    await until(() => bed.receiver.taken.length >= 151, "the replay");

    expect(bed.entriesTaken()).toEqual(numbers(0, 150));
    expect(bed.host.lines).toEqual([]);
    expect(handler.counts()).toMatchObject({ fallback: 0, refused: 0 });
    expect(bed.host.codes()).toContain("AGORA_HANDLER_RECOVERED");
    await until(() => handler.status?.().pending === 0, "an empty spool");
  });

  test("has each entry on the disk when its call returns, once the receiver has failed", async () => {
    bed.receiver.reply = status(503);
    const handler = bed.handlerFor({
      spool: { directory: bed.folder },
      retryBaseMs: 60_000,
      retryMaxMs: 60_000,
    });
    writeAll(handler, 0, 3);
    await until(() => handler.counts().failures === 1);
    writeAll(handler, 3, 5);
    const directory = join(bed.folder, "http");

    expect(readdirSync(directory).map((name) => readFileSync(join(directory, name), "utf8"))).toEqual([
      numbers(0, 5)
        .map((one) => `${one}\n`)
        .join(""),
    ]);
  });

  test("drops the oldest entries of a full spool, counts them and says so in the log", async () => {
    bed.receiver.reply = status(503);
    const handler = bed.handlerFor({ spool: { directory: bed.folder, maxBytes: 65_536 }, batchEntries: 100 });
    for (let n = 0; n < 3_000; n++) handler.write(`{"n":${n},"x":"${"y".repeat(50)}"}\n`, "INFO");
    await handler.flush();
    const dropped = handler.status?.().dropped?.overflow ?? 0;
    expect(dropped).toBeGreaterThan(0);
    bed.receiver.reply = status(204);
    await handler.flush();
    await until(() => handler.status?.().pending === 0);

    const seen = bed.entriesTaken();
    expect(seen.length + (handler.status?.().dropped?.overflow ?? 0)).toBe(3_000);
    expect(seen.at(-1)).toContain('"n":2999');
    expect(bed.receiver.taken).toContain('{"report":"AGORA_DROPPED"}');
    expect(bed.host.reports.filter(({ code }) => code === "AGORA_DROPPED").length).toBeLessThan(5);
  });

  test("whose disk is of no use either gives entries to standard error", async () => {
    writeFileSync(join(bed.folder, "http"), "in the way");
    bed.receiver.reply = status(503);
    const handler = bed.handlerFor({ spool: { directory: bed.folder } });
    writeAll(handler, 0, 5);
    await until(() => bed.host.lines.length === 5);

    expect(bed.host.lines).toEqual(numbers(0, 5));
  });

  test("flushes into its spool without waiting for the receiver", async () => {
    bed.receiver.reply = status(503);
    const handler = bed.handlerFor({
      spool: { directory: bed.folder },
      retryBaseMs: 60_000,
      retryMaxMs: 60_000,
    });
    writeAll(handler, 0, 5);
    const start = performance.now();
    await handler.flush();

    expect(performance.now() - start).toBeLessThan(1_000);
    expect(handler.status?.().pending).toBe(5);
  });

  test("says after its time that it could not flush, and keeps the entries", async () => {
    bed.receiver.reply = status(503);
    const handler = bed.handlerFor({ flushTimeoutMs: 100, retries: 100 });
    writeAll(handler, 0, 5);

    await expect(handler.flush()).rejects.toThrow(/AGORA_HANDLER_IO.*5 entries.*100 ms.*503/);
    expect(handler.status?.().pending).toBe(5);
    bed.receiver.reply = status(204);
    await handler.flush();
    expect(bed.receiver.taken).toEqual(numbers(0, 5));
  });

  test("closes in its time, and gives what is left to standard error", async () => {
    bed.receiver.reply = () => undefined;
    const handler = bed.handlerFor({ closeTimeoutMs: 100 });
    writeAll(handler, 0, 5);
    const start = performance.now();
    await handler.close();

    expect(performance.now() - start).toBeLessThan(1_000);
    expect(bed.host.lines).toEqual(numbers(0, 5));
    expect(() => handler.write(line(6), "INFO")).toThrow(/AGORA_CLOSED/);
  });

  test("closes into its spool, from which the next one sends", async () => {
    bed.receiver.reply = () => undefined;
    const first = bed.handlerFor({ closeTimeoutMs: 50, spool: { directory: bed.folder } });
    writeAll(first, 0, 5);
    await first.close();
    expect(bed.host.lines).toEqual([]);
    bed.receiver.reply = status(204);
    bed.handlerFor({ spool: { directory: bed.folder } });
    await until(() => bed.receiver.taken.length === 5);

    expect(bed.receiver.taken).toEqual(numbers(0, 5));
  });

  test("takes everything out of memory at once when the process ends, what is on its way included", async () => {
    bed.receiver.reply = () => undefined;
    const handler = bed.handlerFor({ batchEntries: 10, spool: { directory: bed.folder } });
    writeAll(handler, 0, 25);
    await until(() => bed.receiver.requests.length === 1);
    handler.flushSync?.();

    expect(handler.status?.().pending).toBe(25);
    bed.receiver.reply = status(204);
    await handler.flush();
    expect(bed.receiver.taken).toEqual(numbers(0, 25));
  });

  test("takes nothing that a concurrent flush did not bring out", async () => {
    const handler = bed.handlerFor({ batchEntries: 3 });
    writeAll(handler, 0, 10);
    const flushes = [handler.flush(), handler.flush()];
    writeAll(handler, 10, 20);
    await Promise.all([...flushes, handler.flush()]);

    expect(bed.receiver.taken).toEqual(numbers(0, 20));
  });

  test("does not share its spool with a handler for another receiver", async () => {
    const first = bed.handlerFor({ spool: { directory: bed.folder } });
    const other = { url: "http://127.0.0.1:9", spool: { directory: bed.folder } };

    expect(() => bed.handlerFor(other)).toThrow(/AGORA_CONFIG.*another URL/);
    bed.handlerFor({ ...other, name: "second" });
    await first.close();
    bed.handlerFor(other);
  });
});
