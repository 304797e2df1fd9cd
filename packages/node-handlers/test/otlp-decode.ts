/** What is read of an export request in its JSON form. */
export interface ExportRequest {
  readonly resourceLogs: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeLogs: readonly {
      readonly scope: { readonly name: string };
      readonly schemaUrl?: string;
      readonly logRecords: readonly Record[];
    }[];
  }[];
}

interface Record {
  readonly timeUnixNano: string;
  readonly observedTimeUnixNano: string;
  readonly severityNumber: number;
  readonly severityText: string;
  readonly body: Value;
  readonly attributes: readonly Attribute[];
  readonly traceId?: string;
  readonly spanId?: string;
  readonly eventName?: string;
}

interface Attribute {
  readonly key: string;
  readonly value: Value;
}

type Value = { readonly [kind: string]: unknown };

type Entry = { [member: string]: unknown };

const RESOURCE = new Map(
  Object.entries({
    "service.name": "service",
    "service.version": "version",
    "deployment.environment.name": "environment",
    "host.name": "host",
  }),
);
const OWN = new Map(
  Object.entries({
    "code.file.path": "file",
    "code.line.number": "line",
    "code.function.name": "function",
    "agora.correlation_id": "correlation_id",
    "agora.entry_id": "entry_id",
    "agora.sampling": "sampling",
    "agora.duration_ms": "duration_ms",
    "agora.timestamp": "timestamp",
    "user.id": "user_id",
  }),
);

/** Makes entries of an export request again, written from the table in the guide and not from the exporter. */
export function decodeRequest(request: ExportRequest): Entry[] {
  return request.resourceLogs.flatMap(({ resource, scopeLogs }) =>
    scopeLogs.flatMap(({ scope, schemaUrl, logRecords }) =>
      logRecords.map((record) => ({
        ...recordMembers(record),
        ...Object.fromEntries(resource.attributes.map(({ key, value }) => [RESOURCE.get(key), plain(value)])),
        ...(scope.name === "" ? {} : { logger_name: scope.name }),
        ...(schemaUrl === undefined ? {} : { schema_version: schemaUrl.split("/").at(-1) }),
      })),
    ),
  );
}

function recordMembers(record: Record): Entry {
  const entry: Entry = { timestamp: timestampOf(BigInt(record.timeUnixNano)) };
  entry["level"] = record.severityText;
  entry["message"] = plain(record.body);
  const context = new Map<string, unknown>();
  const exception: Entry = {};
  for (const { key, value } of record.attributes) {
    const own = OWN.get(key);
    const part = /^(?:agora\.)?exception\.(.*)$/.exec(key)?.[1];
    if (own !== undefined) entry[own] = plain(value);
    else if (key.startsWith("agora.context.")) context.set(key.slice("agora.context.".length), plain(value));
    else if (part !== undefined) exception[part] = plain(value);
    else context.set(key, plain(value));
  }
  if (record.eventName !== undefined) context.set("event.name", record.eventName);
  if (context.size > 0) entry["context"] = fromPairs([...context]);
  if (Object.keys(exception).length > 0) entry["exception"] = exception;
  if (record.traceId !== undefined) entry["trace_id"] = record.traceId;
  if (record.spanId !== undefined) entry["span_id"] = record.spanId;
  return entry;
}

function plain(value: Value): unknown {
  const [kind, content] = Object.entries(value)[0] ?? [];
  switch (kind) {
    case undefined:
      return null;
    case "intValue":
      if (typeof content !== "string" || !/^-?\d+$/.test(content))
        throw new Error(`no int64: ${String(content)}`);
      return Number(content);
    case "arrayValue":
      // An empty list may be left out.
      return ((content as { values?: Value[] }).values ?? []).map(plain);
    case "kvlistValue":
      return fromPairs(
        ((content as { values?: Attribute[] }).values ?? []).map((pair) => [pair.key, plain(pair.value)]),
      );
    default:
      return content;
  }
}

/** `__proto__` is a name like any other. */
function fromPairs(pairs: readonly [string, unknown][]): object {
  return Object.fromEntries(pairs);
}

function timestampOf(nanos: bigint): string {
  const micros = nanos / 1_000n;
  const iso = new Date(Number(micros / 1_000n)).toISOString();
  return `${iso.slice(0, -1)}${String(micros % 1_000n).padStart(3, "0")}Z`;
}
