import type { AgentOptions } from "node:https";
import { AgoraError } from "@agora/core";
import type { SpoolOptions } from "./spool.ts";

/** A spool of a handler. */
export interface NetworkSpoolOptions extends SpoolOptions {
  /**
   * Writes each line to the disk before it is sent, so that no line whose call has returned is lost even when the
   * process is killed; each entry costs one write then. Default: false, only what cannot be sent goes to the disk.
   */
  readonly writeAhead?: boolean | undefined;
}

/** How a handler brings entries to a receiver. Sizes are bytes of lines, before they are compressed. */
export interface DeliveryOptions {
  /** Where to: `http:` or `https:`. A user name and password in it become basic authorization; no report shows them. */
  readonly url: string | URL;
  /** Name in reports, and of the folder below the spool's directory: `[A-Za-z0-9._-]`. Default: the handler's kind. */
  readonly name?: string | undefined;
  /** Further headers, such as authorization. No report shows them. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Most entries in a request: 1 to 10,000. Default: 500. */
  readonly batchEntries?: number | undefined;
  /** Most bytes in a request, unless one entry is larger: 1,024 to 67,108,864. Default: 1,048,576. */
  readonly batchBytes?: number | undefined;
  /** Longest time that an entry waits for others, counted from the first: 1 to 60,000 ms. Default: 1,000. */
  readonly flushIntervalMs?: number | undefined;
  /** Compresses requests. Default: true. */
  readonly gzip?: boolean | undefined;
  /** Longest time of a request with its answer: 1 to 300,000 ms. Default: 10,000. */
  readonly timeoutMs?: number | undefined;
  /** How often a batch is sent again before its lines go to standard error; without end with a spool: 0 to 100. Default: 5. */
  readonly retries?: number | undefined;
  /** Bound of the wait before the first retry; it doubles: 1 to 60,000 ms. Default: 500. */
  readonly retryBaseMs?: number | undefined;
  /** Bound of the wait between retries: 1 to 3,600,000 ms. Default: 30,000. */
  readonly retryMaxMs?: number | undefined;
  /** Most entries in memory: 1 to 10,000,000. Default: 20,000. What is beyond goes to the spool or standard error. */
  readonly maxPendingEntries?: number | undefined;
  /** Most bytes in memory: 1,024 to 1,073,741,824. Default: 16,777,216. */
  readonly maxPendingBytes?: number | undefined;
  /** How long `flush` tries: 1 to 600,000 ms. Default: 5,000. */
  readonly flushTimeoutMs?: number | undefined;
  /** How long `close` tries before it leaves the rest to the spool or standard error: 1 to 600,000 ms. Default: 2,000. */
  readonly closeTimeoutMs?: number | undefined;
  /** Keeps on disk what cannot be sent. Default: none. */
  readonly spool?: NetworkSpoolOptions | undefined;
  /** Certificates and checks of TLS, as `https.Agent` takes them. */
  readonly tls?: AgentOptions | undefined;
}

/** The same with all that has a default. */
export interface DeliverySettings {
  readonly name: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly gzip: boolean;
  readonly numbers: Readonly<Record<NumberName, number>>;
  readonly spool: NetworkSpoolOptions | undefined;
  readonly tls: AgentOptions | undefined;
}

type NumberName =
  | "batchEntries"
  | "batchBytes"
  | "flushIntervalMs"
  | "timeoutMs"
  | "retries"
  | "retryBaseMs"
  | "retryMaxMs"
  | "maxPendingEntries"
  | "maxPendingBytes"
  | "flushTimeoutMs"
  | "closeTimeoutMs";

const NUMBERS: Readonly<Record<NumberName, readonly [least: number, most: number, byDefault: number]>> = {
  batchEntries: [1, 10_000, 500],
  batchBytes: [1_024, 67_108_864, 1_048_576],
  flushIntervalMs: [1, 60_000, 1_000],
  timeoutMs: [1, 300_000, 10_000],
  retries: [0, 100, 5],
  retryBaseMs: [1, 60_000, 500],
  retryMaxMs: [1, 3_600_000, 30_000],
  maxPendingEntries: [1, 10_000_000, 20_000],
  maxPendingBytes: [1_024, 1_073_741_824, 16_777_216],
  flushTimeoutMs: [1, 600_000, 5_000],
  closeTimeoutMs: [1, 600_000, 2_000],
};

const NAME = /^(?!\.)[A-Za-z0-9._-]{1,64}$/;

/**
 * Checks options and fills in what is missing.
 *
 * @param kind name of the handler where none is given.
 * @param path path of the receiver where the URL has none.
 * @throws {AgoraError} `AGORA_CONFIG` that names the option.
 */
export function readOptions(options: DeliveryOptions, kind: string, path: string): DeliverySettings {
  const { name = kind, headers = {}, gzip = true, spool, tls } = options;
  if (!NAME.test(name))
    refuse("name", JSON.stringify(name), "1 to 64 of A-Z a-z 0-9 . _ -, without a leading dot");
  const numbers = Object.fromEntries(
    (Object.keys(NUMBERS) as NumberName[]).map((key) => [key, readNumber(key, options[key])]),
  ) as Record<NumberName, number>;
  checkHeaders(headers);
  return { name, url: readUrl(options.url, path), headers, gzip, numbers, spool, tls };
}

/** The URL as a report can show it: without user, password, query and fragment. */
export function shownUrl({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname}`;
}

function readNumber(name: NumberName, value: number | undefined): number {
  const [least, most, byDefault] = NUMBERS[name];
  if (value === undefined) return byDefault;
  if (!Number.isInteger(value) || value < least || value > most) {
    refuse(name, String(value), `an integer from ${least} to ${most}`);
  }
  return value;
}

function readUrl(value: string | URL, path: string): URL {
  // The text may hold a password, so an error never quotes it.
  const url = URL.canParse(String(value)) ? new URL(String(value)) : undefined;
  if (url === undefined || (url.protocol !== "http:" && url.protocol !== "https:")) {
    return refuse("url", "what was given", "an http or https URL such as http://localhost:3100");
  }
  if (url.pathname === "/" || url.pathname === "") url.pathname = path;
  return url;
}

function checkHeaders(headers: Readonly<Record<string, string>>): void {
  const { validateHeaderName, validateHeaderValue } = process.getBuiltinModule("node:http");
  for (const [name, value] of Object.entries(headers)) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch {
      refuse(`headers.${JSON.stringify(name)}`, "its value", "a header that HTTP can carry");
    }
  }
}

function refuse(option: string, shown: string, rule: string): never {
  throw new AgoraError("AGORA_CONFIG", `${option}: ${shown} is not ${rule}; use one that is`);
}
