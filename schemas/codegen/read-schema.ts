import type { FieldNumbers } from "./field-numbers.ts";
import { defined, type JsonSchema, readRule, readShape } from "./json-schema.ts";
import { camelCase } from "./text.ts";
import type { ConfigField, ErrorCode, Level, Limit, Model, Rule, RuleCode, Shape } from "./model.ts";

/** The sources that are written by hand, parsed. */
export interface Sources {
  readonly entry: JsonSchema;
  readonly config: JsonSchema;
  readonly health: JsonSchema;
  readonly codes: {
    readonly errors: Readonly<Record<string, Omit<ErrorCode, "code">>>;
    readonly rules: Readonly<Record<string, Omit<RuleCode, "code">>>;
  };
  readonly numbers: FieldNumbers;
}

/**
 * Reads the sources into the model. The order of an object's members in the file is their order on the wire.
 * Throws an Error that names the place where a source lacks what the model needs.
 */
export function readSchema(sources: Sources): Model {
  const notes = sources.entry["x-agora"] ?? {};
  const limits: Limit[] = Object.entries(notes.limits ?? {}).map(([name, rest]) => ({ name, ...rest }));
  const message = notes.proto?.message;
  const levels = readLevels(sources.entry);
  const entry = defined<Shape>({ ...readShape(sources.entry, sources.entry, "entry", limits), message });
  return {
    wire: required(notes.wire, "x-agora.wire"),
    protoPackage: required(notes.proto?.package, "x-agora.proto.package"),
    entry,
    shapes: readShapes(sources.entry, entry, limits),
    levels,
    limits,
    truncatable: readTruncatable(sources.entry),
    config: readConfig(sources.config, levels),
    redactKeys:
      sources.config.properties?.["redact"]?.properties?.["fields"]?.["x-agora"]?.default_words ?? [],
    errors: Object.entries(sources.codes.errors).map(([code, rest]) => ({ code, ...rest })),
    rules: Object.entries(sources.codes.rules).map(([code, rest]) => ({ code, ...rest })),
  };
}

type Words = Pick<ConfigField, "says" | "remedy">;

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) {
    throw new Error(`the schema lacks ${name}`);
  }
  return value;
}

/** Every object with named members: the entry, those in `definitions`, and those that a member describes in place. */
function readShapes(root: JsonSchema, entry: Shape, limits: readonly Limit[]): ReadonlyMap<string, Shape> {
  const shapes = new Map([[entry.name, entry]]);
  for (const [name, schema] of Object.entries(root.definitions ?? {})) {
    if (schema.type === "object" && schema.properties !== undefined) {
      shapes.set(name, readShape(root, schema, name, limits));
    }
  }
  for (const schema of Object.values(root.properties ?? {})) {
    const { shape } = readRule(root, schema, "", limits);
    if (shape !== undefined && !shapes.has(shape)) {
      shapes.set(shape, readShape(root, schema, shape, limits));
    }
  }
  return shapes;
}

/** What can be truncated is said twice, at the member and where losses are listed; both must say the same. */
function readTruncatable(root: JsonSchema): string[] {
  const listed = (root.definitions?.["losses"]?.properties?.["truncated"]?.items?.enum ?? []) as string[];
  const noted = Object.entries(root.properties ?? {}).filter(
    ([, member]) => member["x-agora"]?.truncated === true,
  );
  if (
    listed.join() !==
    noted
      .map(([name]) => name)
      .sort()
      .join()
  ) {
    throw new Error(
      "definitions.losses lists other members as truncated than those that x-agora.truncated notes",
    );
  }
  return listed;
}

function readLevels(root: JsonSchema): Level[] {
  const member = required(root.properties?.["level"], "properties.level");
  const table = required(member["x-agora"]?.levels, "properties.level.x-agora.levels");
  const levels = Object.entries(table).map(([name, rest]) => ({ name, ...rest }));
  if (levels.map((level) => level.name).join() !== (member.enum ?? []).join()) {
    throw new Error("the levels in properties.level.enum and in its x-agora.levels differ");
  }
  return levels;
}

function readConfig(root: JsonSchema, levels: readonly Level[]): ConfigField[] {
  const must = new Set(root.required);
  const read = (name: string, schema: JsonSchema): ConfigField =>
    readField(name, schema, must.has(name), levels);
  return Object.entries(root.properties ?? {}).flatMap(([name, schema]) =>
    schema.properties === undefined
      ? [read(name, schema)]
      : Object.entries(schema.properties).map(([key, inner]) => read(`${name}.${key}`, inner)),
  );
}

function readField(
  name: string,
  schema: JsonSchema,
  isRequired: boolean,
  levels: readonly Level[],
): ConfigField {
  const notes = schema["x-agora"] ?? {};
  const kind = fieldKind(name, schema);
  const rule = readRule(schema, schema, name, []);
  const levelPattern = kind === "level" ? rule.pattern : innerPattern(kind, schema);
  if (levelPattern !== undefined) {
    checkLevelPattern(name, levelPattern, levels);
  }
  return defined<ConfigField>({
    name,
    names: required(notes.names, `x-agora.names of ${name}`),
    env: notes.env,
    kind,
    required: isRequired,
    rule,
    aliases: notes.aliases ?? {},
    default: schema.default,
    defaultText: notes.default_text,
    description: schema.description ?? "",
    examples: schema.examples ?? [],
    since: notes.since ?? "1.0",
    languages: notes.languages ?? ["typescript", "python", "cpp"],
    live: notes.live ?? false,
    secret: notes.secret ?? false,
    inFile: notes.file ?? true,
    otel: notes.otel,
    members: kind === "records" ? readRecord(name, schema.items ?? {}, levels) : undefined,
    ...words(kind, rule, notes.aliases ?? {}, levels),
    ...defined<Partial<Words>>({ says: notes.says, remedy: notes.remedy }),
  });
}

/** The members of a record. Their names are the same in all forms but for case. */
function readRecord(name: string, schema: JsonSchema, levels: readonly Level[]): ConfigField[] {
  return Object.entries(schema.properties ?? {}).map(([key, inner]) => {
    const names = { typescript: camelCase(key), python: key, cpp: key };
    const named = { ...inner, "x-agora": { ...inner["x-agora"], names } };
    const field = readField(`${name}.${key}`, named, schema.required?.includes(key) === true, levels);
    return { ...field, name: key };
  });
}

/** The pattern is what editors check; it must let through every level and alias, in any case, that we do. */
function checkLevelPattern(name: string, text: string, levels: readonly Level[]): void {
  const pattern = new RegExp(text, "u");
  for (const each of levels.flatMap((level) => [level.name, ...level.aliases])) {
    if (!pattern.test(each.toLowerCase()) || !pattern.test(each.toUpperCase())) {
      throw new Error(`the pattern of configuration field ${name} refuses ${each}`);
    }
  }
}

function innerPattern(kind: ConfigField["kind"], schema: JsonSchema): string | undefined {
  const inner = schema.additionalProperties;
  return kind === "levels" && typeof inner === "object" ? inner.pattern : undefined;
}

function fieldKind(name: string, schema: JsonSchema): ConfigField["kind"] {
  const kind = schema["x-agora"]?.kind ?? (schema.type === "array" ? "strings" : schema.type);
  switch (kind) {
    case "string":
    case "boolean":
    case "integer":
    case "number":
    case "level":
    case "strings":
    case "object":
    case "texts":
    case "levels":
    case "rates":
    case "records":
      return kind;
    default:
      throw new Error(`configuration field ${name} has a type that no language reads: ${String(kind)}`);
  }
}

/** What a value must be and what to do about one that is not, in words. */
function words(
  kind: ConfigField["kind"],
  rule: Rule,
  aliases: Readonly<Record<string, string>>,
  levels: readonly Level[],
): Words {
  if (rule.enum !== undefined) {
    const values = rule.enum.filter((value) => !Object.hasOwn(aliases, String(value)));
    return { says: "an allowed value", remedy: `use one of ${values.join(", ")}` };
  }
  switch (kind) {
    case "level":
      return { says: "a level", remedy: `use one of ${levels.map(({ name }) => name).join(", ")}` };
    case "boolean":
      return { says: "a boolean", remedy: "use true or false" };
    case "number":
      return {
        says: `a number from ${rule.minimum} to ${rule.maximum}`,
        remedy: "use a number in this range",
      };
    case "integer":
      return {
        says: `an integer from ${rule.minimum} to ${rule.maximum}`,
        remedy: "use a number in this range",
      };
    case "strings":
      return { says: "a list of strings", remedy: "use a list of strings that are not empty" };
    case "object":
      return { says: "an object", remedy: "use an object" };
    case "texts":
      return { says: "an object whose values are strings", remedy: "use strings" };
    case "levels":
      return {
        says: "an object whose values are levels",
        remedy: `use one of ${levels.map(({ name }) => name).join(", ")}`,
      };
    default:
      return stringWords(rule);
  }
}

function stringWords({ minLength = 0, maxLength }: Rule): Words {
  if (maxLength !== undefined) {
    return {
      says: `a string of ${minLength} to ${maxLength} characters`,
      remedy: "use a string of this length",
    };
  }
  if (minLength > 1) {
    return { says: `a string of at least ${minLength} characters`, remedy: "use a longer one" };
  }
  return minLength > 0
    ? { says: "a string that is not empty", remedy: "use such a string or leave the field out" }
    : { says: "a string", remedy: "use a string" };
}
