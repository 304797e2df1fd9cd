import type { Language, Limit, Member, OtelNames, ProtoField, Rule, Shape } from "./model.ts";

/** The part of JSON Schema (draft-07) that our own schemas use, with our `x-agora` notes. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly propertyNames?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  /** The type generator's own keyword, for a type that is written by hand. */
  readonly tsType?: string;
  readonly "x-agora"?: Notes;
}

/** Our notes in a schema: what JSON Schema has no keyword for. */
export interface Notes {
  readonly since?: string;
  readonly stability?: string;
  readonly check?: "calendar" | "context";
  readonly max_bytes?: string;
  readonly truncated?: boolean;
  readonly reserved?: { readonly alias: string };
  readonly type_name?: string;
  readonly proto?: {
    readonly name?: string;
    readonly type?: string;
    readonly repeated?: boolean;
    readonly as?: ProtoField["as"];
    readonly message?: string;
    readonly package?: string;
  };
  readonly otlp?: string;
  readonly levels?: Readonly<
    Record<
      string,
      { readonly number: number; readonly severity: number; readonly aliases: readonly string[] }
    >
  >;
  readonly limits?: Readonly<Record<string, { readonly value: number; readonly description: string }>>;
  readonly wire?: string;
  readonly names?: { readonly typescript: string; readonly python: string; readonly cpp: string };
  readonly env?: string;
  readonly aliases?: Readonly<Record<string, string>>;
  readonly default_text?: string;
  readonly default_words?: readonly string[];
  readonly kind?: "level" | "levels" | "rates" | "texts" | "records";
  readonly says?: string;
  readonly remedy?: string;
  readonly languages?: readonly Language[];
  readonly live?: boolean;
  readonly secret?: boolean;
  readonly file?: boolean;
  readonly otel?: OtelNames;
}

/** Follows a `$ref` into `definitions`; what stands beside the `$ref` wins over what it points to. */
export function resolve(root: JsonSchema, schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) {
    return schema;
  }
  const name = definitionName(schema);
  const target = name === undefined ? undefined : root.definitions?.[name];
  if (target === undefined) {
    throw new Error(`the schema refers to ${schema.$ref}, which does not exist`);
  }
  const beside = omit(schema, "$ref");
  const notes = { ...target["x-agora"], ...beside["x-agora"] };
  return { ...target, ...beside, "x-agora": notes };
}

/** The name in `#/definitions/<name>`, or undefined. */
export function definitionName(schema: JsonSchema): string | undefined {
  return /^#\/definitions\/([^/]+)$/.exec(schema.$ref ?? "")?.[1];
}

/** Applies `change` to a schema and then to every schema in it. */
export function mapSchema(schema: JsonSchema, change: (schema: JsonSchema) => JsonSchema): JsonSchema {
  const inner = Object.entries(change(schema)).map(([key, value]: [string, unknown]) => {
    if (key === "properties" || key === "definitions") {
      const members = Object.entries(value as Record<string, JsonSchema>);
      return [key, Object.fromEntries(members.map(([name, member]) => [name, mapSchema(member, change)]))];
    }
    const isSchema =
      typeof value === "object" && ["items", "additionalProperties", "propertyNames"].includes(key);
    return [key, isSchema ? mapSchema(value as JsonSchema, change) : value];
  });
  return Object.fromEntries(inner);
}

/** Reads what a value must be. `name` is the name of the shape that an object without a definition gets. */
export function readRule(root: JsonSchema, schema: JsonSchema, name: string, limits: readonly Limit[]): Rule {
  const it = resolve(root, schema);
  const notes = it["x-agora"] ?? {};
  const named = it.properties !== undefined && notes.check !== "context" && it.type === "object";
  const maxBytes = notes.max_bytes === undefined ? undefined : limitValue(limits, notes.max_bytes);
  return defined({
    type: it.type,
    enum: it.enum,
    pattern: it.pattern,
    minLength: it.minLength,
    maxLength: it.maxLength,
    maxBytes,
    minimum: it.minimum,
    maximum: it.maximum,
    exclusiveMinimum: it.exclusiveMinimum,
    exclusiveMaximum: it.exclusiveMaximum,
    minItems: it.minItems,
    maxItems: it.maxItems,
    uniqueItems: it.uniqueItems,
    minMembers: it.minProperties,
    maxMembers: it.maxProperties,
    maxKeyChars: it.propertyNames?.maxLength,
    check: notes.check,
    ours: notes.check === "context" ? readOurs(root, it, limits) : undefined,
    shape: named ? (definitionName(schema) ?? notes.type_name ?? name) : undefined,
    items: it.items === undefined || it.type !== "array" ? undefined : readRule(root, it.items, name, limits),
  });
}

/** The one member of a context that is ours. */
function readOurs(root: JsonSchema, context: JsonSchema, limits: readonly Limit[]): Rule["ours"] {
  const [member] = Object.entries(context.properties ?? {});
  return member === undefined
    ? undefined
    : { name: member[0], rule: readRule(root, member[1], member[0], limits) };
}

/** Reads an object whose members the schema names. */
export function readShape(
  root: JsonSchema,
  schema: JsonSchema,
  name: string,
  limits: readonly Limit[],
): Shape {
  const required = new Set(schema.required);
  const members = Object.entries(schema.properties ?? {}).map(([key, member]) =>
    readMember(root, member, { name: key, required: required.has(key), limits }),
  );
  for (const key of required) {
    if (!members.some((member) => member.name === key)) {
      throw new Error(`${name} requires ${JSON.stringify(key)}, which it does not describe`);
    }
  }
  return defined({
    name,
    title: schema.title ?? name,
    description: schema.description ?? "",
    members,
    closed: schema.additionalProperties === false,
    message: schema["x-agora"]?.proto?.message ?? schema["x-agora"]?.type_name,
  });
}

interface MemberPlace {
  readonly name: string;
  readonly required: boolean;
  readonly limits: readonly Limit[];
}

function readMember(root: JsonSchema, schema: JsonSchema, { name, required, limits }: MemberPlace): Member {
  const it = resolve(root, schema);
  const notes = it["x-agora"] ?? {};
  if (it.title === undefined || it.description === undefined) {
    throw new Error(`member ${JSON.stringify(name)} needs a title and a description`);
  }
  return defined({
    name,
    title: it.title,
    description: it.description,
    type: typeof it.type === "string" ? it.type : "any",
    required,
    rule: readRule(root, schema, name, limits),
    since: notes.since ?? "1.0",
    stability: notes.stability ?? "stable",
    default: it.default,
    defaultText: notes.default_text,
    examples: it.examples ?? [],
    proto: readProto(notes),
    otlp: notes.otlp,
    reservedAlias: notes.reserved?.alias,
  });
}

function readProto(notes: Notes): ProtoField | undefined {
  const { name, type, repeated, as } = notes.proto ?? {};
  return name === undefined || type === undefined
    ? undefined
    : defined({ name, type, repeated: repeated ?? false, as });
}

function limitValue(limits: readonly Limit[], name: string): number {
  const found = limits.find((limit) => limit.name === name);
  if (found === undefined) {
    throw new Error(`max_bytes names the limit ${JSON.stringify(name)}, which x-agora.limits does not have`);
  }
  return found.value;
}

/** Leaves out the members that are undefined, as `exactOptionalPropertyTypes` wants it. */
export function defined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}

/** A copy of an object without some of its members. */
export function omit<T extends object, K extends keyof T>(value: T, ...names: readonly K[]): Omit<T, K> {
  const left = Object.entries(value).filter(([name]) => !(names as readonly string[]).includes(name));
  return Object.fromEntries(left) as Omit<T, K>;
}
