import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { NetworkHandler } from "../src/network/network-handler.ts";
import { createHttpHandler } from "../src/network/http-handler.ts";
import type { HttpHandlerOptions } from "../src/network/http-handler.ts";
import { startReceiver, status } from "./receiver.ts";
import type { Receiver } from "./receiver.ts";
import { createTestHost } from "./test-host.ts";
import type { TestHost } from "./test-host.ts";

/** What each test of a network handler has: a receiver, a host and a folder of its own. */
export interface NetworkBed {
  receiver: Receiver;
  host: TestHost;
  folder: string;
  /** Makes a handler for the receiver, in a hurry; it is closed after the test. */
  handlerFor(options?: Partial<HttpHandlerOptions>): NetworkHandler;
  /** What arrived, without the handler's own reports. */
  entriesTaken(): string[];
}

/** Sets up a bed for each test of a file. */
export function useNetwork(): NetworkBed {
  let handlers: NetworkHandler[] = [];
  const bed = {
    handlerFor(options: Partial<HttpHandlerOptions> = {}): NetworkHandler {
      const handler = createHttpHandler({
        url: bed.receiver.url,
        flushIntervalMs: 20,
        retryBaseMs: 5,
        retryMaxMs: 20,
        closeTimeoutMs: 300,
        ...options,
      });
      handler.open?.(bed.host);
      handlers.push(handler);
      return handler;
    },
    entriesTaken: () => bed.receiver.taken.filter((one) => !one.startsWith('{"report"')),
  } as NetworkBed;

  beforeEach(async () => {
    bed.receiver = await startReceiver();
    bed.host = createTestHost();
    bed.folder = mkdtempSync(join(tmpdir(), "agora-network-"));
    handlers = [];
  });

  afterEach(async () => {
    bed.receiver.reply = status(204);
    await Promise.all(handlers.map(async (handler) => handler.close()));
    await bed.receiver.close();
    rmSync(bed.folder, { recursive: true });
  });

  return bed;
}

/** The n-th entry, with its line feed. */
export const line = (n: number): string => `${plain(n)}\n`;
/** The n-th entry. */
export const plain = (n: number): string => `{"n":${n}}`;
/** Entries from one number up to another, without this. */
export const numbers = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => plain(from + index));

/** Writes these entries. */
export function writeAll(handler: NetworkHandler, from: number, to: number): void {
  for (let n = from; n < to; n++) handler.write(line(n), "INFO");
}
