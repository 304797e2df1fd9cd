import { type ConfigField, limit, type Model } from "./model.ts";
import { header, upper } from "./text.ts";

/** Tables for TypeScript. Every name is a plain constant of its own, so that a bundler keeps only what is used. */
export function emitTablesTs(model: Model): string {
  return [
    header("//", "log-entry.schema.json, log-config.schema.json and codes.json"),
    levelTables(model),
    members(model),
    limits(model),
    `/** Names whose values are hidden by default. The words of a name are separated by one blank. */
export const REDACT_KEYS = ${list(model.redactKeys)} as const;
`,
    configFields(model),
    codes(model),
  ].join("\n");
}

function levelTables({ levels, wire }: Model): string {
  const pairs = (value: (level: Model["levels"][number]) => unknown): string =>
    record(levels.map((level) => [level.name, value(level)]));
  return `/** Version of the wire format. An entry without \`schema_version\` has this one. */
export const SCHEMA_VERSION = ${JSON.stringify(wire)};

/** The levels, from the least to the most serious. */
export const LEVELS = ${list(levels.map((level) => level.name))} as const;

/** Name of a level as it stands in an entry. */
export type Level = (typeof LEVELS)[number];

/** The numbers of the levels in the interfaces; higher is more serious. */
export const LEVEL_NUMBERS = ${pairs((level) => level.number)} as const;

/** The severity numbers of the levels in protobuf and OTLP. */
export const LEVEL_SEVERITIES = ${pairs((level) => level.severity)} as const;

/** Other names for levels, in lower case. Look a name up with \`Object.hasOwn\` first. */
export const LEVEL_ALIASES = ${record(levels.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name])))} as const;

/** Another name for a level, in lower case. */
export type LevelAlias = keyof typeof LEVEL_ALIASES;
`;
}

function members(model: Model): string {
  const names = (shape: string): readonly string[] =>
    model.shapes.get(shape)?.members.map(({ name }) => name) ?? [];
  const reserved = model.entry.members.filter((member) => member.reservedAlias !== undefined);
  const patterns = model.entry.members.filter((member) => member.rule.pattern !== undefined);
  return `/** The members of an entry, in the order of the wire. */
export const ENTRY_MEMBERS = ${list(names("entry"))} as const;

/** The members that every entry has, in the order of the wire. */
export const REQUIRED_MEMBERS = ${list(model.entry.members.filter((member) => member.required).map(({ name }) => name))} as const;

/** The members of an exception, in the order of the wire. */
export const EXCEPTION_MEMBERS = ${list(names("exception"))} as const;

/** What \`_agora.truncated\` may name, in its order. */
export const TRUNCATABLE = ${list(model.truncatable)} as const;

/** Keys of a context that are lifted to the top level of the entry. */
export const RESERVED_KEYS = ${list(reserved.map(({ name }) => name))} as const;

/** The camelCase forms of the reserved keys. Look a name up with \`Object.hasOwn\` first. */
export const RESERVED_ALIASES = ${record(reserved.map((member) => [member.reservedAlias ?? "", member.name]))} as const;

${patterns.map(({ name, rule }) => `/** Form of \`${name}\`; its length is limited apart from this. */\nexport const PATTERN_${upper(name)} =\n  ${JSON.stringify(rule.pattern)};\n`).join("\n")}`;
}

function limits(model: Model): string {
  return model.limits
    .map(
      ({ name, description }) =>
        `/** ${description}. */\nexport const LIMIT_${upper(name)} = ${limit(model, name)};\n`,
    )
    .join("\n");
}

function configFields({ config }: Model): string {
  return `/** One field of the configuration. */
export interface ConfigField {
  /** Path in the form that a file has. */
  readonly name: string;
  /** Path in TypeScript. */
  readonly typescript: string;
  /** Environment variable. */
  readonly env?: string;
  readonly kind:
    | "string"
    | "boolean"
    | "integer"
    | "number"
    | "level"
    | "strings"
    | "object"
    | "texts"
    | "levels"
    | "rates"
    | "records";
  readonly required: boolean;
  /** Absent where there is none or it must be computed. */
  readonly default?: string | number | boolean | readonly string[] | Readonly<Record<string, never>>;
  readonly values?: readonly string[];
  /** Short forms of \`values\`. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly minimum?: number;
  readonly maximum?: number;
  /** In code points. */
  readonly minLength?: number;
  /** In code points. */
  readonly maxLength?: number;
  readonly pattern?: string;
  /** Of the strings in a list. */
  readonly itemPattern?: string;
  /** What a value must be, in words that fit behind "is not". */
  readonly says: string;
  /** What to do about a value that does not fit, in words that fit behind "; ". */
  readonly remedy: string;
  /** Whether a change in the file takes effect while the process runs. */
  readonly live?: true;
  /** Whether no message may show the value. */
  readonly secret?: true;
  /** Whether the field may not stand in a file. */
  readonly notInFile?: true;
  /** Environment variable of OpenTelemetry; it counts below our own. */
  readonly otelEnv?: string;
  /** Attributes in OpenTelemetry's resource attributes; the first one that is there counts. */
  readonly otelAttributes?: readonly string[];
  /** The members of each record of a list. */
  readonly members?: readonly ConfigField[];
}

/** The fields of the configuration, in the order of the reference. */
export const CONFIG_FIELDS: readonly ConfigField[] = [
${config
  .filter(({ languages }) => languages.includes("typescript"))
  .map((field) => `  ${JSON.stringify(configRow(field))},`)
  .join("\n")}
];
`;
}

function configRow(field: ConfigField): object {
  const values = field.rule.enum?.filter((value) => !Object.hasOwn(field.aliases, String(value)));
  return {
    name: field.name,
    typescript: field.names.typescript,
    env: field.env,
    kind: field.kind,
    required: field.required,
    default: field.default,
    values,
    aliases: Object.keys(field.aliases).length > 0 ? field.aliases : undefined,
    minimum: field.rule.minimum,
    maximum: field.rule.maximum,
    minLength: field.rule.minLength,
    maxLength: field.rule.maxLength,
    pattern: field.kind === "level" ? undefined : field.rule.pattern,
    itemPattern: field.rule.items?.pattern,
    says: field.says,
    remedy: field.remedy,
    live: field.live || undefined,
    secret: field.secret || undefined,
    notInFile: field.inFile ? undefined : true,
    otelEnv: field.otel?.env,
    otelAttributes: field.otel?.attributes,
    members: field.members?.map(configRow),
  };
}

function codes({ errors, rules }: Model): string {
  const remedies = record(errors.map(({ code, remedy }) => [code, remedy]));
  return `/** What can be done about each error, by its code. */
export const ERROR_REMEDIES = ${remedies} as const;

/** Code of an error or of a report. */
export type ErrorCode = keyof typeof ERROR_REMEDIES;

/** How much a rule weighs: a broken MUST is a failure, a broken SHOULD a warning. */
export type Severity = "MUST" | "SHOULD";

/** The rules of the validator: how much each weighs and what it says when it is broken. */
export const RULES = ${record(rules.map(({ code, severity, sentence }) => [code, { severity, sentence }]))} as const;

/** Code of a rule of the validator. */
export type RuleCode = keyof typeof RULES;
`;
}

function list(values: readonly unknown[]): string {
  return `[\n${values.map((value) => `  ${JSON.stringify(value)},\n`).join("")}]`;
}

function record(entries: readonly (readonly [string, unknown])[]): string {
  const key = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));
  return `{\n${entries.map(([name, value]) => `  ${key(name)}: ${JSON.stringify(value)},\n`).join("")}}`;
}
