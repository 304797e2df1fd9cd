import { readEntry, textMember } from "./entry-line.ts";
import type { EntryMembers } from "./entry-line.ts";
import { createNetworkHandler } from "./network-handler.ts";
import type { NetworkHandler } from "./network-handler.ts";
import type { DeliveryOptions } from "./options.ts";
import { toLogRecord } from "./otlp-record.ts";
import type { LogRecord } from "./otlp-record.ts";
import { toKeyValues } from "./otlp-value.ts";
import type { KeyValue } from "./otlp-value.ts";
import type { EncodedLines, RejectedEntries } from "./protocol.ts";

/** Where entries go by OTLP, and how. */
export interface OtlpHandlerOptions extends DeliveryOptions {
  /** Further attributes of the resource, such as `service.namespace`. */
  readonly resource?: Readonly<Record<string, string>> | undefined;
  /** Sends `user_id` as `user.id`. Default: false, since it tells who somebody is. */
  readonly sendUserId?: boolean | undefined;
}

/** What all records of a scope share. */
interface ScopeLogs {
  readonly scope: { readonly name: string };
  readonly logRecords: LogRecord[];
  readonly schemaUrl?: string;
}

interface ResourceLogs {
  readonly resource: { readonly attributes: readonly KeyValue[] };
  readonly scopeLogs: Map<string, ScopeLogs>;
}

const RESOURCE_MEMBERS = {
  service: "service.name",
  version: "service.version",
  environment: "deployment.environment.name",
  host: "host.name",
} as const;
const SCHEMA_URL = "https://agora-log.dev/schemas/";

/**
 * Makes a handler that exports entries by OTLP over HTTP (JSON encoding, ExportLogsServiceRequest), grouped by resource
 * (service, version, environment, host) and scope (logger name). `docs/guides/network.md` has the table of the mapping;
 * an entry can be made of a record again.
 *
 * Records that the receiver rejects while it takes the request ("partial success") are counted and reported; it does
 * not say which they are, so they are not sent again.
 *
 * @throws {AgoraError} `AGORA_CONFIG` that names the option.
 */
export function createOtlpHandler(options: OtlpHandlerOptions): NetworkHandler {
  const { resource = {}, sendUserId = false } = options;
  return createNetworkHandler(options, {
    kind: "otlp",
    path: "/v1/logs",
    contentType: "application/json",
    encode: (lines) => encodeRequest(lines, resource, sendUserId),
    rejected: readPartialSuccess,
  });
}

/** Makes the body of an export request. */
function encodeRequest(
  lines: readonly string[],
  further: Readonly<Record<string, string>>,
  hasUser: boolean,
): EncodedLines {
  const groups = new Map<string, ResourceLogs>();
  const unfit: string[] = [];
  const observed = `${Date.now()}000000`;
  for (const line of lines) {
    const entry = readEntry(line);
    const record = entry && toLogRecord(entry, observed, hasUser);
    if (entry === undefined || record === undefined) unfit.push(line);
    else scopeOf(entry, groups, further).logRecords.push(record);
  }
  const resourceLogs = [...groups.values()].map(({ resource, scopeLogs }) => ({
    resource,
    scopeLogs: [...scopeLogs.values()],
  }));
  return { body: JSON.stringify({ resourceLogs }), unfit };
}

function scopeOf(
  entry: EntryMembers,
  groups: Map<string, ResourceLogs>,
  further: Readonly<Record<string, string>>,
): ScopeLogs {
  const known = Object.entries(RESOURCE_MEMBERS).flatMap(([member, key]) => {
    const text = textMember(entry, member);
    return text === undefined ? [] : [[key, text] as const];
  });
  const attributes = Object.fromEntries([...Object.entries(further), ...known]);
  const key = JSON.stringify(attributes);
  let group = groups.get(key);
  if (group === undefined) {
    group = { resource: { attributes: toKeyValues(attributes) }, scopeLogs: new Map() };
    groups.set(key, group);
  }
  const name = textMember(entry, "logger_name") ?? "";
  const version = textMember(entry, "schema_version");
  const scopeKey = JSON.stringify([name, version]);
  let scope = group.scopeLogs.get(scopeKey);
  if (scope === undefined) {
    scope = {
      scope: { name },
      logRecords: [],
      ...(version === undefined ? {} : { schemaUrl: SCHEMA_URL + version }),
    };
    group.scopeLogs.set(scopeKey, scope);
  }
  return scope;
}

/** Reads the body of an answer; the number is 64 bits, so it may be text. */
function readPartialSuccess(answer: string): RejectedEntries | undefined {
  try {
    const { partialSuccess } = JSON.parse(answer) as {
      partialSuccess?: { rejectedLogRecords?: string | number; errorMessage?: unknown };
    };
    const count = Number(partialSuccess?.rejectedLogRecords ?? 0);
    return count > 0 ? { count, reason: String(partialSuccess?.errorMessage ?? "") } : undefined;
  } catch {
    // An empty body, or that of something in between, says that all were taken.
    return undefined;
  }
}
