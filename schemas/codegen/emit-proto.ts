import { type FieldNumbers, keptFree } from "./field-numbers.ts";
import type { Member, Model, ProtoField, Shape } from "./model.ts";
import { header, wrap } from "./text.ts";

/** The `.proto` text. `numbers` must hold a number for each field. */
export function emitProto(model: Model, numbers: FieldNumbers): string {
  const messages = [...model.shapes.values()].filter((shape) => shape.message !== undefined);
  return [
    header("//", "log-entry.schema.json and field-numbers.lock"),
    `syntax = "proto3";\n\npackage ${model.protoPackage};\n`,
    ...messages.map((shape) => messageText(shape, numbers)),
    level(model),
    VALUES,
  ].join("\n");
}

function messageText({ description, message: name = "", members }: Shape, numbers: FieldNumbers): string {
  const known = numbers[name] ?? {};
  const fields = members.filter((member) => member.proto !== undefined);
  const lines = fields
    .map((member) => ({ member, number: known[member.proto?.name ?? ""] ?? 0 }))
    .sort((a, b) => a.number - b.number)
    .map(({ member, number }) => field(member, number));
  return `${comment(description, "")}message ${name} {\n${lines.join("")}${reserved(name, fields, known)}}\n`;
}

function field({ description, required, proto }: Member, number: number): string {
  const { name, type, repeated } = proto as ProtoField;
  const presence = repeated ? "repeated " : required ? "" : "optional ";
  return `${comment(description, "  ")}  ${presence}${type} ${name} = ${number};\n`;
}

/** What must never be used again: the range that is kept free, and the fields that the schema no longer has. */
function reserved(
  message: string,
  fields: readonly Member[],
  known: Readonly<Record<string, number>>,
): string {
  const present = new Set(fields.map((member) => member.proto?.name));
  const gone = Object.entries(known).filter(([name]) => !present.has(name));
  const range = keptFree(message);
  const numbers = [...(range === undefined ? [] : [range.join(" to ")]), ...gone.map(([, number]) => number)];
  const names = gone.map(([name]) => JSON.stringify(name));
  return (
    (numbers.length > 0 ? `  reserved ${numbers.join(", ")};\n` : "") +
    (names.length > 0 ? `  reserved ${names.join(", ")};\n` : "")
  );
}

function level({ levels }: Model): string {
  const lines = levels.map(({ name, severity }) => `  ${name} = ${severity};\n`);
  return `// Severity, with the severity numbers of OTLP.\nenum Level {\n  LEVEL_UNSPECIFIED = 0;\n${lines.join("")}}\n`;
}

function comment(text: string, indent: string): string {
  return wrap(text, 100)
    .map((line) => `${indent}// ${line}\n`)
    .join("");
}

/** The parts that hold for any entry. Their numbers are those of opentelemetry.proto.common.v1. */
const VALUES = `// A named value. A context's are sorted by the UTF-16 code units of their keys.
message KeyValue {
  string key = 1;
  AnyValue value = 2;
}

// A value of any kind; without any field it is null. Compatible, byte for byte, with OTLP's.
message AnyValue {
  oneof value {
    string string_value = 1;
    bool bool_value = 2;
    int64 int_value = 3;
    double double_value = 4;
    ArrayValue array_value = 5;
    KeyValueList kvlist_value = 6;
    bytes bytes_value = 7;
  }
}

// A list of values.
message ArrayValue {
  repeated AnyValue values = 1;
}

// An object, its members sorted by the UTF-16 code units of their keys.
message KeyValueList {
  repeated KeyValue values = 1;
}

// Several entries. Files and streams hold single entries, each with its length as a varint in front, instead.
message LogBatch {
  repeated LogEntry entries = 1;
}
`;

/** The table from which the converter between entries and messages works. */
export function emitProtoFields(model: Model): string {
  const messages = [...model.shapes.values()].filter((shape) => shape.message !== undefined);
  const names = new Set(messages.map((shape) => shape.message));
  const rows = messages.map(({ message: name = "", members }) => {
    const lines = members.flatMap((member) =>
      member.proto === undefined ? [] : [row(member, member.proto, names)],
    );
    return `  ${name}: [\n${lines.join("")}  ],\n`;
  });
  return [
    header("//", "log-entry.schema.json"),
    'import type { FieldRow } from "../src/proto/field-row.ts";\n',
    `/** How each member becomes a field, by message. */\nexport const PROTO_FIELDS: Readonly<Record<string, readonly FieldRow[]>> = {\n${rows.join("")}};\n`,
  ].join("\n");
}

function row(
  { name, required, rule }: Member,
  proto: ProtoField,
  messages: ReadonlySet<string | undefined>,
): string {
  const nested = messages.has(proto.type);
  const as = proto.as ?? (nested ? (proto.repeated ? "messages" : "message") : "same");
  const more = {
    ...(nested ? { message: proto.type } : {}),
    ...(as === "hex" ? { length: (rule.maxLength ?? 0) / 2 } : {}),
  };
  return `    ${JSON.stringify({ name, field: proto.name, as, required, ...more })},\n`;
}

/** TypeScript types of the messages. */
export function emitProtoTypes(model: Model): string {
  const messages = [...model.shapes.values()].filter((shape) => shape.message !== undefined);
  const interfaces = messages.map(({ message: name, description, members }) => {
    const lines = members.map((member) => (member.proto === undefined ? "" : typed(member, member.proto)));
    return `/** ${description} */\nexport interface ${name}Message {\n${lines.join("")}${UNKNOWNS}}\n`;
  });
  return [
    header("//", "log-entry.schema.json"),
    'import type { KeyValueMessage, Long64 } from "../src/proto/value-messages.ts";\n',
    ...interfaces,
  ].join("\n");
}

const UNKNOWNS = `  /** Fields that this version does not know, as they were read. */\n  $unknowns?: Uint8Array[];\n`;

function typed({ description, required }: Member, { name, type, repeated }: ProtoField): string {
  const base = SCALARS[type] ?? `${type}Message`;
  const full = repeated ? `${base}[]` : base;
  const optional = required && !repeated ? "" : "?";
  return `  /** ${description} */\n  ${name}${optional}: ${full}${optional === "" || repeated ? "" : " | null"};\n`;
}

const SCALARS: Readonly<Record<string, string>> = {
  string: "string",
  bytes: "Uint8Array",
  double: "number",
  uint32: "number",
  bool: "boolean",
  sfixed64: "Long64 | number",
  int64: "Long64 | number",
  Level: "number",
};
