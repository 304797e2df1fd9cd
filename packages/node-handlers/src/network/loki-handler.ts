import { AgoraError } from "@agora/core";
import { nanosOf, readEntry, textMember } from "./entry-line.ts";
import { createNetworkHandler } from "./network-handler.ts";
import type { NetworkHandler } from "./network-handler.ts";
import type { DeliveryOptions } from "./options.ts";
import type { EncodedLines } from "./protocol.ts";

/** Where entries go in Loki, and how. */
export interface LokiHandlerOptions extends DeliveryOptions {
  /** Label `job` of all streams. Default: `agora`. */
  readonly job?: string | undefined;
  /** Further labels of all streams: few, and of few values, such as a region. Names: `[a-zA-Z_][a-zA-Z0-9_]*`. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** Makes `level` a label as well: five times as many streams. Default: false, it is structured metadata. */
  readonly levelLabel?: boolean | undefined;
  /** Tenant, sent as `X-Scope-OrgID`. Default: none. */
  readonly tenant?: string | undefined;
}

/** One stream of a push request: its labels, and for each line its time, the line and its metadata. */
interface LokiStream {
  readonly stream: Readonly<Record<string, string>>;
  readonly values: [nanoseconds: string, line: string, metadata: Readonly<Record<string, string>>][];
}

const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const MOST_LABELS = 10;
const LABEL_MEMBERS = ["service", "environment", "host"] as const;
const METADATA_MEMBERS = [
  "level",
  "logger_name",
  "correlation_id",
  "user_id",
  "trace_id",
  "span_id",
  "entry_id",
] as const;

/**
 * Makes a handler that pushes entries to Grafana Loki (push API, version 1). Each line is the entry byte for byte, its
 * time that of the entry. Labels are `job`, `service`, `environment` and `host`; level and ids are structured metadata
 * (Loki 3, or 2.9 with schema 13). Loki removes exact repeats, so that a request that is sent again makes no duplicate.
 *
 * @throws {AgoraError} `AGORA_CONFIG` that names the option.
 */
export function createLokiHandler(options: LokiHandlerOptions): NetworkHandler {
  const { job = "agora", labels = {}, levelLabel = false, tenant } = options;
  checkLabels(labels);
  return createNetworkHandler(options, {
    kind: "loki",
    path: "/loki/api/v1/push",
    contentType: "application/json",
    ...(tenant === undefined ? {} : { headers: { "x-scope-orgid": tenant } }),
    encode: (lines) => encodeStreams(lines, { ...labels, job }, levelLabel),
  });
}

/** Makes the body of a push request. */
function encodeStreams(
  lines: readonly string[],
  labels: Readonly<Record<string, string>>,
  levelLabel: boolean,
): EncodedLines {
  const streams = new Map<string, LokiStream>();
  const unfit: string[] = [];
  for (const line of lines) {
    const entry = readEntry(line);
    const nanos = entry && nanosOf(entry.timestamp);
    if (entry === undefined || nanos === undefined || nanos.startsWith("-")) {
      unfit.push(line);
      continue;
    }
    const members = levelLabel ? [...LABEL_MEMBERS, "level"] : LABEL_MEMBERS;
    const stream = { ...pick(entry, members), ...labels };
    const key = JSON.stringify(stream);
    let found = streams.get(key);
    if (found === undefined) streams.set(key, (found = { stream, values: [] }));
    found.values.push([nanos, line.replace(/\n$/, ""), pick(entry, METADATA_MEMBERS)]);
  }
  return { body: JSON.stringify({ streams: [...streams.values()] }), unfit };
}

/** The members that are text and not empty. */
function pick(entry: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = textMember(entry, name);
      return text === undefined || text === "" ? [] : [[name, text] as const];
    }),
  );
}

function checkLabels(labels: Readonly<Record<string, string>>): void {
  const names = Object.keys(labels);
  const bad = names.find((name) => !LABEL_NAME.test(name) || typeof labels[name] !== "string");
  if (bad !== undefined) {
    throw new AgoraError(
      "AGORA_CONFIG",
      `labels: ${JSON.stringify(bad)} is not a name of letters, digits and _ with a text; use one that is`,
    );
  }
  if (names.length > MOST_LABELS) {
    throw new AgoraError(
      "AGORA_CONFIG",
      `labels: ${names.length} labels are not at most ${MOST_LABELS}; make the others members of the context`,
    );
  }
}
