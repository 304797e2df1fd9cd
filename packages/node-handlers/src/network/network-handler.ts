import { join, resolve } from "node:path";
import { AgoraError } from "@agora/core";
import type { Handler, HandlerHost } from "@agora/core";
import { createLineWriter } from "../line-writer.ts";
import { createHttpClient } from "./http-client.ts";
import { readOptions } from "./options.ts";
import type { DeliveryOptions } from "./options.ts";
import type { Protocol } from "./protocol.ts";
import { Sender } from "./sender.ts";
import type { DeliveryCounts } from "./sender.ts";
import { createSpool } from "./spool.ts";

/** A handler that sends entries over the network. */
export interface NetworkHandler extends Handler {
  /** Figures since it was made. */
  counts(): DeliveryCounts;
}

/** How a kind of receiver is spoken to. */
export interface ReceiverKind extends Protocol {
  /** Default of the handler's name. */
  readonly kind: string;
  /** Path where the URL has none. */
  readonly path: string;
  /** Headers that come in front of the user's. */
  readonly headers?: Readonly<Record<string, string>>;
}

const STANDARD_ERROR = 2;
const PATIENCE_MS = 100;

/**
 * Makes a handler on the shared sender. Its spool lies in the folder of its name below the spool's directory, so that
 * two handlers may be given the same directory.
 *
 * @throws {AgoraError} `AGORA_CONFIG`.
 */
export function createNetworkHandler(options: DeliveryOptions, receiver: ReceiverKind): NetworkHandler {
  const read = readOptions(options, receiver.kind, receiver.path);
  const settings = { ...read, headers: { ...receiver.headers, ...read.headers } };
  const { name, spool } = settings;
  const directory = spool?.directory && join(spool.directory, name);
  const kept = spool && createSpool({ ...spool, directory: directory ?? "" });
  const release = claim(directory, read.url.href);
  let host: HandlerHost | undefined;
  const client = createHttpClient(settings, receiver.contentType);
  const sender = new Sender(settings, receiver, client, kept, () => (host ??= standardError()));

  return {
    name,
    needsEntryId: true,
    open(given) {
      host = given;
      sender.start();
    },
    write: (line) => sender.write(line),
    writeMany: (lines) => sender.writeMany(lines),
    flush: () => sender.flush(),
    flushSync: () => sender.flushSync(),
    close: () => sender.close().finally(release),
    status: () => sender.status(),
    counts: () => sender.counts(),
  };
}

/** Destinations of the spools of this process, by directory. */
const destinations = new Map<string, { readonly url: string; users: number }>();

/** Two destinations in one directory would get each other's entries. */
function claim(directory: string | undefined, url: string): () => void {
  if (directory === undefined) return () => undefined;
  const place = resolve(directory);
  const found = destinations.get(place) ?? { url, users: 0 };
  if (found.url !== url) {
    throw new AgoraError(
      "AGORA_CONFIG",
      `spool.directory: ${place} is the spool of another URL; give this handler another name or directory`,
    );
  }
  found.users++;
  destinations.set(place, found);
  return () => {
    if (--found.users === 0) destinations.delete(place);
  };
}

/** For a handler that is used without a runtime. */
function standardError(): HandlerHost {
  const writer = createLineWriter(STANDARD_ERROR);
  return {
    clock: () => Date.now() * 1_000,
    reportLine: () => "",
    fallback(lines) {
      try {
        writer.write(lines, PATIENCE_MS);
      } catch {
        // There is nobody left to tell.
      }
    },
  };
}
