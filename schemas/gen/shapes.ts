// Generated from log-entry.schema.json by `npm run generate`. Do not edit.

import type { ShapeRow } from "../src/lossless/shape.ts";

/** What a writer may write. */
export const WRITER_SHAPES: readonly ShapeRow[] = [
  {
    name: "entry",
    closed: true,
    members: [
      {"name":"timestamp","required":true,"rule":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{6}Z$","minLength":27,"maxLength":27,"check":"calendar"}},
      {"name":"level","required":true,"rule":{"type":"string","enum":["DEBUG","INFO","WARNING","ERROR","CRITICAL"]}},
      {"name":"message","required":true,"rule":{"type":"string","maxLength":8192,"maxBytes":8192}},
      {"name":"service","required":true,"rule":{"type":"string","minLength":1,"maxLength":128}},
      {"name":"file","required":true,"rule":{"type":"string","pattern":"^[^/\\\\?]+(/[^/\\\\?]+)*$","minLength":1,"maxLength":256,"maxBytes":256}},
      {"name":"line","required":true,"rule":{"type":"integer","minimum":0,"maximum":4294967295}},
      {"name":"function","required":true,"rule":{"type":"string","minLength":1,"maxLength":256,"maxBytes":256}},
      {"name":"environment","required":false,"rule":{"type":"string","enum":["development","staging","production"]}},
      {"name":"version","required":false,"rule":{"type":"string","pattern":"^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$","maxLength":256}},
      {"name":"host","required":false,"rule":{"type":"string","minLength":1,"maxLength":256,"maxBytes":256}},
      {"name":"logger_name","required":false,"rule":{"type":"string","minLength":1,"maxLength":256,"maxBytes":256}},
      {"name":"correlation_id","required":false,"rule":{"type":"string","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$","minLength":36,"maxLength":36}},
      {"name":"user_id","required":false,"rule":{"type":"string","minLength":1,"maxLength":256,"maxBytes":256}},
      {"name":"trace_id","required":false,"rule":{"type":"string","pattern":"^0*[1-9a-f][0-9a-f]*$","minLength":32,"maxLength":32}},
      {"name":"span_id","required":false,"rule":{"type":"string","pattern":"^0*[1-9a-f][0-9a-f]*$","minLength":16,"maxLength":16}},
      {"name":"entry_id","required":false,"rule":{"type":"string","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$","minLength":36,"maxLength":36}},
      {"name":"schema_version","required":false,"rule":{"type":"string","pattern":"^1\\.(0|[1-9][0-9]*)$","maxLength":16}},
      {"name":"sampling","required":false,"rule":{"type":"object","shape":"Sampling"}},
      {"name":"duration_ms","required":false,"rule":{"type":"number","minimum":0}},
      {"name":"context","required":false,"rule":{"type":"object","maxMembers":129,"maxKeyChars":256,"check":"context","ours":{"name":"_agora","rule":{"type":"object","minMembers":1,"shape":"losses"}}}},
      {"name":"exception","required":false,"rule":{"type":"object","shape":"exception"}},
    ],
  },
  {
    name: "exception",
    closed: true,
    members: [
      {"name":"type","required":true,"rule":{"type":"string","minLength":1,"maxLength":256,"maxBytes":256}},
      {"name":"message","required":true,"rule":{"type":"string","maxLength":8192,"maxBytes":8192}},
      {"name":"stacktrace","required":false,"rule":{"type":"string","minLength":1,"maxLength":16384,"maxBytes":16384}},
      {"name":"properties","required":false,"rule":{"type":"object","minMembers":1,"maxMembers":128,"maxKeyChars":256,"check":"context"}},
      {"name":"cause","required":false,"rule":{"type":"object","shape":"cause"}},
      {"name":"errors","required":false,"rule":{"type":"array","minItems":1,"maxItems":16,"items":{"type":"object","shape":"groupedError"}}},
    ],
  },
  {
    name: "cause",
    closed: true,
    members: [
      {"name":"type","required":true,"rule":{"type":"string","minLength":1,"maxLength":256,"maxBytes":256}},
      {"name":"message","required":true,"rule":{"type":"string","maxLength":8192,"maxBytes":8192}},
      {"name":"stacktrace","required":false,"rule":{"type":"string","minLength":1,"maxLength":16384,"maxBytes":16384}},
      {"name":"properties","required":false,"rule":{"type":"object","minMembers":1,"maxMembers":128,"maxKeyChars":256,"check":"context"}},
      {"name":"cause","required":false,"rule":{"type":"object","shape":"cause"}},
    ],
  },
  {
    name: "groupedError",
    closed: true,
    members: [
      {"name":"type","required":true,"rule":{"type":"string","minLength":1,"maxLength":256,"maxBytes":256}},
      {"name":"message","required":true,"rule":{"type":"string","maxLength":8192,"maxBytes":8192}},
      {"name":"stacktrace","required":false,"rule":{"type":"string","minLength":1,"maxLength":16384,"maxBytes":16384}},
      {"name":"properties","required":false,"rule":{"type":"object","minMembers":1,"maxMembers":128,"maxKeyChars":256,"check":"context"}},
    ],
  },
  {
    name: "losses",
    closed: true,
    members: [
      {"name":"dropped","required":false,"rule":{"type":"integer","minimum":1,"maximum":999999}},
      {"name":"truncated","required":false,"rule":{"type":"array","minItems":1,"maxItems":7,"uniqueItems":true,"items":{"type":"string","enum":["context","exception","file","function","logger_name","message","user_id"]}}},
    ],
  },
  {
    name: "Sampling",
    closed: true,
    members: [
      {"name":"rate","required":true,"rule":{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":1}},
    ],
  },
];

/** What a reader must accept. */
export const READER_SHAPES: readonly ShapeRow[] = [
  {
    name: "entry",
    closed: false,
    members: [
      {"name":"timestamp","required":true,"rule":{"type":"string","pattern":"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{6}Z$","minLength":27,"maxLength":27,"check":"calendar"}},
      {"name":"level","required":true,"rule":{"type":"string","enum":["DEBUG","INFO","WARNING","ERROR","CRITICAL"]}},
      {"name":"message","required":true,"rule":{"type":"string"}},
      {"name":"service","required":true,"rule":{"type":"string"}},
      {"name":"file","required":true,"rule":{"type":"string","pattern":"^[^/\\\\?]+(/[^/\\\\?]+)*$"}},
      {"name":"line","required":true,"rule":{"type":"integer","minimum":0,"maximum":4294967295}},
      {"name":"function","required":true,"rule":{"type":"string"}},
      {"name":"environment","required":false,"rule":{"type":"string","enum":["development","staging","production"]}},
      {"name":"version","required":false,"rule":{"type":"string","pattern":"^(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?$"}},
      {"name":"host","required":false,"rule":{"type":"string"}},
      {"name":"logger_name","required":false,"rule":{"type":"string"}},
      {"name":"correlation_id","required":false,"rule":{"type":"string","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$","minLength":36,"maxLength":36}},
      {"name":"user_id","required":false,"rule":{"type":"string"}},
      {"name":"trace_id","required":false,"rule":{"type":"string","pattern":"^0*[1-9a-f][0-9a-f]*$","minLength":32,"maxLength":32}},
      {"name":"span_id","required":false,"rule":{"type":"string","pattern":"^0*[1-9a-f][0-9a-f]*$","minLength":16,"maxLength":16}},
      {"name":"entry_id","required":false,"rule":{"type":"string","pattern":"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$","minLength":36,"maxLength":36}},
      {"name":"schema_version","required":false,"rule":{"type":"string","pattern":"^1\\.(0|[1-9][0-9]*)$"}},
      {"name":"sampling","required":false,"rule":{"type":"object","shape":"Sampling"}},
      {"name":"duration_ms","required":false,"rule":{"type":"number","minimum":0}},
      {"name":"context","required":false,"rule":{"type":"object","check":"context","ours":{"name":"_agora","rule":{"type":"object","shape":"losses"}}}},
      {"name":"exception","required":false,"rule":{"type":"object","shape":"exception"}},
    ],
  },
  {
    name: "exception",
    closed: false,
    members: [
      {"name":"type","required":true,"rule":{"type":"string"}},
      {"name":"message","required":true,"rule":{"type":"string"}},
      {"name":"stacktrace","required":false,"rule":{"type":"string"}},
      {"name":"properties","required":false,"rule":{"type":"object","check":"context"}},
      {"name":"cause","required":false,"rule":{"type":"object","shape":"cause"}},
      {"name":"errors","required":false,"rule":{"type":"array","items":{"type":"object","shape":"groupedError"}}},
    ],
  },
  {
    name: "cause",
    closed: false,
    members: [
      {"name":"type","required":true,"rule":{"type":"string"}},
      {"name":"message","required":true,"rule":{"type":"string"}},
      {"name":"stacktrace","required":false,"rule":{"type":"string"}},
      {"name":"properties","required":false,"rule":{"type":"object","check":"context"}},
      {"name":"cause","required":false,"rule":{"type":"object","shape":"cause"}},
    ],
  },
  {
    name: "groupedError",
    closed: false,
    members: [
      {"name":"type","required":true,"rule":{"type":"string"}},
      {"name":"message","required":true,"rule":{"type":"string"}},
      {"name":"stacktrace","required":false,"rule":{"type":"string"}},
      {"name":"properties","required":false,"rule":{"type":"object","check":"context"}},
    ],
  },
  {
    name: "losses",
    closed: false,
    members: [
      {"name":"dropped","required":false,"rule":{"type":"integer","minimum":1,"maximum":999999}},
      {"name":"truncated","required":false,"rule":{"type":"array","items":{"type":"string","enum":["context","exception","file","function","logger_name","message","user_id"]}}},
    ],
  },
  {
    name: "Sampling",
    closed: false,
    members: [
      {"name":"rate","required":true,"rule":{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":1}},
    ],
  },
];
