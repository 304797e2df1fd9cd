/** Where a member stands in the protobuf form. */
export interface ProtoField {
  readonly name: string;
  readonly type: string;
  readonly repeated: boolean;
  /** How the value of the JSON form becomes the value of the message; absent: it is the same. */
  readonly as?: "micros" | "level" | "hex" | "members";
}

/** One member of an object whose members the schema names, in the order of the wire. */
export interface Member {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: string;
  readonly required: boolean;
  readonly rule: Rule;
  readonly since: string;
  readonly stability: string;
  readonly default?: unknown;
  readonly defaultText?: string;
  readonly examples: readonly unknown[];
  readonly proto?: ProtoField;
  readonly otlp?: string;
  /** The camelCase form of a key that a caller may give in a context and that is lifted to the top level. */
  readonly reservedAlias?: string;
}

/** What a value must be. Absent limits do not limit. */
export interface Rule {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Limit in UTF-8 bytes of the escaped text. */
  readonly maxBytes?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minMembers?: number;
  readonly maxMembers?: number;
  readonly maxKeyChars?: number;
  /** A check that JSON Schema cannot say. */
  readonly check?: "calendar" | "context";
  /** The member of a context that is ours and does not count against its limits. */
  readonly ours?: { readonly name: string; readonly rule: Rule };
  /** Name of the shape in {@link Model.shapes} that an object has, or the elements of an array. */
  readonly shape?: string;
  readonly items?: Rule;
}

/** An object whose members are named: the entry, an exception, ... */
export interface Shape {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly members: readonly Member[];
  /** Whether other members are refused. */
  readonly closed: boolean;
  /** Name of the protobuf message, where it has one. */
  readonly message?: string;
}

/** A level with its number in the interfaces and its severity number in protobuf and OTLP. */
export interface Level {
  readonly name: string;
  readonly number: number;
  readonly severity: number;
  readonly aliases: readonly string[];
}

/** One limit: its name, its number and what it limits. */
export interface Limit {
  readonly name: string;
  readonly value: number;
  readonly description: string;
}

/** A language of which the tables offer a field. */
export type Language = "typescript" | "python" | "cpp";

/** What OpenTelemetry calls a field. */
export interface OtelNames {
  /** Environment variable. */
  readonly env?: string;
  /** Attributes in `OTEL_RESOURCE_ATTRIBUTES`, the first one that is there counts. */
  readonly attributes: readonly string[];
}

/** One field of the configuration. `name` is the path in the form that a file has. */
export interface ConfigField {
  readonly name: string;
  readonly names: { readonly typescript: string; readonly python: string; readonly cpp: string };
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
  readonly rule: Rule;
  /** The languages that have it. */
  readonly languages: readonly Language[];
  /** Whether a change takes effect while the process runs. */
  readonly live: boolean;
  /** Whether no message may show its value. */
  readonly secret: boolean;
  /** Whether it may stand in a file. */
  readonly inFile: boolean;
  readonly otel?: OtelNames;
  /** The members of each record, where the field is a list of records. */
  readonly members?: readonly ConfigField[];
  readonly aliases: Readonly<Record<string, string>>;
  readonly default?: unknown;
  readonly defaultText?: string;
  readonly description: string;
  readonly examples: readonly unknown[];
  readonly since: string;
  /** What a value must be, in words that fit behind "is not": `an integer from 4096 to 256000`. */
  readonly says: string;
  /** What to do about a value that does not fit: `use one of json, text, auto`. */
  readonly remedy: string;
}

/** An error code with what it means and what to do. */
export interface ErrorCode {
  readonly code: string;
  readonly kind: "refused" | "reported";
  /** The entry that the library writes of it, where that is always the same. */
  readonly entry?: { readonly level: string; readonly message: string };
  readonly title: string;
  readonly description: string;
  readonly remedy: string;
}

/** A rule of the validator. */
export interface RuleCode {
  readonly code: string;
  readonly severity: "MUST" | "SHOULD";
  readonly sentence: string;
}

/** Everything that the emitters know; nothing in it speaks of JSON Schema. */
export interface Model {
  readonly wire: string;
  readonly protoPackage: string;
  readonly entry: Shape;
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly levels: readonly Level[];
  readonly limits: readonly Limit[];
  readonly truncatable: readonly string[];
  readonly config: readonly ConfigField[];
  readonly redactKeys: readonly string[];
  readonly errors: readonly ErrorCode[];
  readonly rules: readonly RuleCode[];
}

/** The number of the limit of that name. Throws where there is none, so that a misspelt name cannot pass. */
export function limit(model: Pick<Model, "limits">, name: string): number {
  const found = model.limits.find((each) => each.name === name);
  if (found === undefined) {
    throw new Error(`the schema has no limit ${JSON.stringify(name)} in x-agora.limits`);
  }
  return found.value;
}
