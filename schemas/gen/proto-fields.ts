// Generated from log-entry.schema.json by `npm run generate`. Do not edit.

import type { FieldRow } from "../src/proto/field-row.ts";

/** How each member becomes a field, by message. */
export const PROTO_FIELDS: Readonly<Record<string, readonly FieldRow[]>> = {
  LogEntry: [
    {"name":"timestamp","field":"time_unix_micros","as":"micros","required":true},
    {"name":"level","field":"level","as":"level","required":true},
    {"name":"message","field":"message","as":"same","required":true},
    {"name":"service","field":"service","as":"same","required":true},
    {"name":"file","field":"file","as":"same","required":true},
    {"name":"line","field":"line","as":"same","required":true},
    {"name":"function","field":"function","as":"same","required":true},
    {"name":"environment","field":"environment","as":"same","required":false},
    {"name":"version","field":"version","as":"same","required":false},
    {"name":"host","field":"host","as":"same","required":false},
    {"name":"logger_name","field":"logger_name","as":"same","required":false},
    {"name":"correlation_id","field":"correlation_id","as":"same","required":false},
    {"name":"user_id","field":"user_id","as":"same","required":false},
    {"name":"trace_id","field":"trace_id","as":"hex","required":false,"length":16},
    {"name":"span_id","field":"span_id","as":"hex","required":false,"length":8},
    {"name":"entry_id","field":"entry_id","as":"same","required":false},
    {"name":"schema_version","field":"schema_version","as":"same","required":false},
    {"name":"sampling","field":"sampling","as":"message","required":false,"message":"Sampling"},
    {"name":"duration_ms","field":"duration_ms","as":"same","required":false},
    {"name":"context","field":"context","as":"members","required":false},
    {"name":"exception","field":"exception","as":"message","required":false,"message":"Exception"},
  ],
  Exception: [
    {"name":"type","field":"type","as":"same","required":true},
    {"name":"message","field":"message","as":"same","required":true},
    {"name":"stacktrace","field":"stacktrace","as":"same","required":false},
    {"name":"properties","field":"properties","as":"members","required":false},
    {"name":"cause","field":"cause","as":"message","required":false,"message":"Exception"},
    {"name":"errors","field":"errors","as":"messages","required":false,"message":"Exception"},
  ],
  Sampling: [
    {"name":"rate","field":"rate","as":"same","required":true},
  ],
};
