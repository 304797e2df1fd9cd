import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createHttpHandler } from "../src/network/index.ts";
import type { DeliveryOptions } from "../src/network/index.ts";
import { startReceiver } from "./receiver.ts";
import type { Receiver } from "./receiver.ts";
import { entriesOf, runChild } from "./run-child.ts";
import type { Ended } from "./run-child.ts";
import { until } from "./test-host.ts";

interface Entry {
  readonly message: string;
  readonly entry_id: string;
  readonly context: { readonly n?: number; readonly code?: string };
}

// Processes are started, and each waits up to two seconds.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let receiver: Receiver;
/** Takes connections and never answers. */
let silent: Server;
let sockets: Socket[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "agora-net-"));
  receiver = await startReceiver();
  sockets = [];
  silent = createServer((socket) => sockets.push(socket.on("error", () => undefined)));
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => silent.close(resolve));
  await receiver.close();
  rmSync(folder, { recursive: true });
});

const silentUrl = (): string => `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
// Nobody listens at port 9 (discard) here.
const REFUSING = "http://127.0.0.1:9";

function run(count: number, end: string, options: DeliveryOptions, kind = "http"): Promise<Ended> {
  return runChild("network.mjs", [kind, String(count), end, JSON.stringify(options)]);
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const own = (entries: readonly Entry[]): Entry[] => entries.filter(({ message }) => message === "entry");
const numbersOf = (entries: readonly Entry[]): (number | undefined)[] =>
  own(entries).map(({ context }) => context.n);

/** Milliseconds from the last entry to the end of the process. */
const endedAfter = (out: string): number => Number(/ended (\d+)/.exec(out)?.[1] ?? Infinity);

/** The entries in the files of a spool. */
function spooled(): Entry[] {
  const directory = join(folder, "http");
  return entriesOf(
    readdirSync(directory)
      .sort()
      .map((name) => readFileSync(join(directory, name), "utf8"))
      .join(""),
  );
}

describe("a process that ends", () => {
  test.each(["end", "exit", "throw", "terminate"])(
    "by %s has delivered all entries to a receiver that answers",
    async (end) => {
      const { err } = await run(1_000, end, { url: receiver.url, flushIntervalMs: 50 });
      const arrived = entriesOf<Entry>(`${receiver.taken.join("\n")}\n`);
      // Where no promise can be kept any more, what is in memory goes to standard error.
      const left = err.split("\n").filter((line) => line.startsWith('{"timestamp"'));
      const all = [...arrived, ...entriesOf<Entry>(left.join("\n"))];

      expect(new Set(numbersOf(all))).toEqual(new Set(numbers(1_000)));
      if (end === "end" || end === "terminate") expect(numbersOf(arrived)).toEqual(numbers(1_000));
    },
  );

  describe.each(["refuses connections", "never answers"])("while the receiver %s", (how) => {
    const url = (): string => (how === "never answers" ? silentUrl() : REFUSING);

    test.each(["end", "exit", "throw", "terminate"])(
      "ends by %s within two seconds and has all entries on the disk",
      async (end) => {
        const { code, signal, out, err } = await run(1_000, end, {
          url: url(),
          spool: { directory: folder },
        });

        expect(numbersOf(spooled())).toEqual(numbers(1_000));
        expect(err).not.toContain('"message":"entry"');
        // A process that a signal ends says nothing more.
        expect(end === "terminate" ? 0 : endedAfter(out)).toBeLessThan(4_000);
        expect(end === "terminate" ? signal : code).toBe(
          { end: 0, exit: 3, throw: 1, terminate: "SIGTERM" }[end],
        );
      },
    );

    test.each(["end", "exit", "terminate"])(
      "ends by %s within two seconds and has all entries on standard error without a spool",
      async (end) => {
        const { err, out } = await run(1_000, end, { url: url() });
        const entries = entriesOf<Entry>(err);

        expect(end === "terminate" ? 0 : endedAfter(out)).toBeLessThan(4_000);
        expect(numbersOf(entries)).toEqual(numbers(1_000));
      },
    );
  });

  test("flushes and can see that all was delivered", async () => {
    const { out } = await run(1_234, "flush", { url: receiver.url });

    expect(JSON.parse(/^flushed (.*)$/m.exec(out)?.[1] ?? "")).toMatchObject({
      isComplete: true,
      delivered: 1_234,
      failures: 0,
    });
    expect(numbersOf(entriesOf(`${receiver.taken.join("\n")}\n`))).toEqual(numbers(1_234));
  });
});

describe("a process that is killed", () => {
  test("has every acknowledged entry on the disk when it writes ahead, and the next one sends them", async () => {
    const spool = { directory: folder, writeAhead: true };
    const { signal } = await run(2_000, "kill", { url: REFUSING, spool });
    expect(signal).toBe("SIGKILL");
    expect(numbersOf(spooled())).toEqual(numbers(2_000));

    await run(1, "flush", { url: receiver.url, spool });
    const arrived = entriesOf<Entry>(`${receiver.taken.join("\n")}\n`);
    expect(numbersOf(arrived)).toEqual([...numbers(2_000), 0]);
    expect(new Set(arrived.map(({ entry_id }) => entry_id)).size).toBe(2_001);
    expect(readdirSync(join(folder, "http"))).toEqual([]);
  });

  test("while the receiver has the entries already sends them twice, with the same ids", async () => {
    // It takes the request, but its answer never comes.
    let isAnswering = false;
    receiver.reply = (response) => {
      if (!isAnswering) return;
      response.writeHead(204);
      response.end();
    };
    const spool = { directory: folder, writeAhead: true };
    await run(100, "kill-later", { url: receiver.url, spool, flushIntervalMs: 10 });
    const first = entriesOf<Entry>(receiver.requests.map(({ body }) => body).join(""));
    receiver.requests.length = 0;
    isAnswering = true;
    await run(0, "flush", { url: receiver.url, spool });
    const second = entriesOf<Entry>(receiver.requests.map(({ body }) => body).join(""));

    expect(numbersOf(first)).toEqual(numbers(100));
    expect(second.map(({ entry_id }) => entry_id)).toEqual(first.map(({ entry_id }) => entry_id));
    expect(new Set(second.map(({ entry_id }) => entry_id)).size).toBe(100);
  });

  test("loses at most what was in memory when only failures go to the disk", async () => {
    const spool = { directory: folder };
    await run(500, "kill-later", { url: REFUSING, spool, flushIntervalMs: 20 });

    expect(numbersOf(spooled())).toEqual(numbers(500));
  });
});

describe("processes that are killed one after another, and a receiver that fails now and then", () => {
  test("lose no entry whose call has returned, and refuse only what the receiver does not want", async () => {
    const isBad = (n: number): boolean => n % 397 === 5;
    const delivered = new Set<number>();
    const refused = new Set<number>();
    const acknowledged = new Set<number>();
    const read = (text: string): number[] => [...text.matchAll(/^\{"n":(\d+)/gm)].map(([, n]) => Number(n));
    let turn = 0;
    receiver.reply = (response, { body }) => {
      const some = read(body);
      turn++;
      // It fails, hangs, or takes entries and does not say so.
      if (turn % 7 === 1) return void response.writeHead(503).end();
      if (turn % 29 === 2) return;
      if (some.some(isBad)) return void response.writeHead(400).end();
      for (const n of some) delivered.add(n);
      if (turn % 13 === 3) return void response.destroy();
      response.writeHead(204).end();
    };
    const options = {
      url: receiver.url,
      spool: { directory: folder, writeAhead: true },
      flushIntervalMs: 5,
      batchEntries: 200,
      retryBaseMs: 5,
      retryMaxMs: 30,
      timeoutMs: 100,
    };
    for (let first = 0, round = 0; round < 4; round++) {
      const { out, err, signal } = await runChild(
        "network-flood.mjs",
        [String(first), JSON.stringify(options)],
        {
          onStart: (child) => {
            child.stdout?.once("data", () => setTimeout(() => child.kill("SIGKILL"), 250));
            return true;
          },
        },
      );
      expect(signal).toBe("SIGKILL");
      for (const [, n] of out.matchAll(/^(\d+)\n/gm)) acknowledged.add(Number(n));
      for (const n of read(err)) refused.add(n);
      first = Math.max(...acknowledged) + 2;
    }
    const last = createHttpHandler({ ...options, flushTimeoutMs: 20_000, closeTimeoutMs: 20_000 });
    last.open?.({
      clock: () => 0,
      reportLine: () => "",
      fallback: (lines) => read(lines).forEach((n) => refused.add(n)),
    });
    await until(() => (last.status?.().pending ?? 0) > 0, "taking over");
    await until(() => last.status?.().pending === 0, "sending it all");
    await last.close();

    expect(acknowledged.size).toBeGreaterThan(200);
    expect([...acknowledged].filter((n) => !delivered.has(n) && !refused.has(n))).toEqual([]);
    expect([...refused].filter((n) => !isBad(n))).toEqual([]);
    expect(readdirSync(join(folder, "http"))).toEqual([]);
  });
});

describe("an application with a network handler", () => {
  test.each(["loki", "otlp"])("sends to %s what it logs", async (kind) => {
    const { err } = await run(50, "end", { url: receiver.url }, kind);

    expect(err).toBe("");
    expect(receiver.requests.map(({ path }) => path)).toEqual([
      kind === "loki" ? "/loki/api/v1/push" : "/v1/logs",
    ]);
    expect(receiver.requests[0]?.body.match(/entry_id/g)?.length).toBeGreaterThanOrEqual(50);
  });
});
