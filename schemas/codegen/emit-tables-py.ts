import { type ConfigField, limit, type Model } from "./model.ts";
import { header, quote, upper } from "./text.ts";

/** Tables for Python: module-level constants, typed `Final`. */
export function emitTablesPy(model: Model): string {
  return [
    header("#", "schemas/*.schema.json and schemas/codes.json"),
    `"""Levels, members, limits, names and codes that all languages share."""

from __future__ import annotations

from typing import Final, NamedTuple
`,
    rows(),
    levelTables(model),
    members(model),
    model.limits
      .map(
        ({ name, description }) =>
          `LIMIT_${upper(name)}: Final = ${limit(model, name)}\n"""${description}."""\n`,
      )
      .join("\n"),
    `REDACT_KEYS: Final[tuple[str, ...]] = ${tuple(model.redactKeys)}
"""Names whose values are hidden by default; the words of a name are separated by one blank."""
`,
    `CONFIG_FIELDS: Final[tuple[ConfigField, ...]] = (
${model.config
  .filter(({ languages }) => languages.includes("python"))
  .map(configRow)
  .join("")})
"""The fields of the configuration, in the order of the reference."""
`,
    codes(model),
  ].join("\n");
}

function rows(): string {
  return `
class ConfigField(NamedTuple):
    """One field of the configuration."""

    name: str
    """Path in the form that a file has."""
    python: str
    """Name in Python."""
    env: str | None
    """Environment variable, if there is one."""
    kind: str
    """\`string\`, \`boolean\`, \`integer\`, \`level\`, \`strings\` or \`object\`."""
    required: bool
    """Whether the field must be given."""
    default: str | int | bool | None
    """Default of a scalar; None where there is none, it must be computed, or it is empty."""
    values: tuple[str, ...]
    """The allowed values; empty where every value of the kind is allowed."""
    aliases: dict[str, str]
    """Short forms of \`values\`."""
    minimum: int | None
    """Lowest number."""
    maximum: int | None
    """Highest number."""
    min_length: int | None
    """Shortest text, in code points."""
    max_length: int | None
    """Longest text, in code points."""
    pattern: str | None
    """Regular expression that the whole text must match."""
    says: str
    """What a value must be, in words that fit behind "is not"."""
    remedy: str
    """What to do about a value that does not fit, in words that fit behind "; "."""


class OwnEntry(NamedTuple):
    """An entry that the library writes about itself."""

    level: str
    """Name of its level."""
    message: str
    """Its message."""


class Rule(NamedTuple):
    """A rule of the validator."""

    severity: str
    """\`MUST\` (failure) or \`SHOULD\` (warning)."""
    sentence: str
    """What it says when it is broken."""

`;
}

function levelTables({ levels, wire }: Model): string {
  const aliases = levels.flatMap(({ name, aliases: others }) =>
    others.map((alias) => [alias, quote(name)] as const),
  );
  return `SCHEMA_VERSION: Final = ${quote(wire)}
"""Version of the wire format; an entry without \`schema_version\` has this one."""

LEVELS: Final[tuple[str, ...]] = ${tuple(levels.map((level) => level.name))}
"""The levels, from the least to the most serious."""

LEVEL_NUMBERS: Final[dict[str, int]] = ${dict(levels.map((level) => [level.name, String(level.number)]))}
"""The numbers of the levels in the interfaces; higher is more serious."""

LEVEL_SEVERITIES: Final[dict[str, int]] = ${dict(levels.map((level) => [level.name, String(level.severity)]))}
"""The severity numbers of the levels in protobuf and OTLP."""

LEVEL_ALIASES: Final[dict[str, str]] = ${dict(aliases)}
"""Other names for levels, in lower case."""
`;
}

function members(model: Model): string {
  const names = (shape: string): readonly string[] =>
    model.shapes.get(shape)?.members.map(({ name }) => name) ?? [];
  const reserved = model.entry.members.filter((member) => member.reservedAlias !== undefined);
  const patterns = model.entry.members.filter((member) => member.rule.pattern !== undefined);
  return `ENTRY_MEMBERS: Final[tuple[str, ...]] = ${tuple(names("entry"))}
"""The members of an entry, in the order of the wire."""

REQUIRED_MEMBERS: Final[tuple[str, ...]] = ${tuple(model.entry.members.filter((member) => member.required).map(({ name }) => name))}
"""The members that every entry has, in the order of the wire."""

EXCEPTION_MEMBERS: Final[tuple[str, ...]] = ${tuple(names("exception"))}
"""The members of an exception, in the order of the wire."""

TRUNCATABLE: Final[tuple[str, ...]] = ${tuple(model.truncatable)}
"""What \`_agora.truncated\` may name, in its order."""

RESERVED_KEYS: Final[tuple[str, ...]] = ${tuple(reserved.map(({ name }) => name))}
"""Keys of a context that are lifted to the top level of the entry."""

RESERVED_ALIASES: Final[dict[str, str]] = ${dict(reserved.map((member) => [member.reservedAlias ?? "", quote(member.name)]))}
"""The camelCase forms of the reserved keys; only TypeScript lifts them."""

${patterns
  .map(
    ({ name, rule }) => `PATTERN_${upper(name)}: Final = ${joined(rule.pattern ?? "", /.{1,90}/g, "")}
"""Form of \`${name}\`, for \`re.fullmatch\`; its length is limited apart from this."""\n`,
  )
  .join("\n")}`;
}

function configRow(field: ConfigField): string {
  const values = (field.rule.enum ?? []).filter((value) => !Object.hasOwn(field.aliases, String(value)));
  const scalar = ["string", "number", "boolean"].includes(typeof field.default);
  const pattern = field.kind === "level" ? undefined : field.rule.pattern;
  const lines = {
    name: quote(field.name),
    python: quote(field.names.python),
    env: field.env === undefined ? "None" : quote(field.env),
    kind: quote(field.kind),
    required: literal(field.required),
    default: scalar ? literal(field.default) : "None",
    values: inlineTuple(values.map((value) => quote(String(value)))),
    aliases: `{${Object.entries(field.aliases)
      .map(([from, to]) => `${quote(from)}: ${quote(to)}`)
      .join(", ")}}`,
    minimum: literal(field.rule.minimum),
    maximum: literal(field.rule.maximum),
    min_length: literal(field.rule.minLength),
    max_length: literal(field.rule.maxLength),
    pattern: pattern === undefined ? "None" : joined(pattern, /.{1,90}/g, "        "),
    says: quote(field.says),
    remedy: quote(field.remedy),
  };
  return `    ConfigField(\n${Object.entries(lines)
    .map(([name, value]) => `        ${name}=${value},\n`)
    .join("")}    ),\n`;
}

function codes({ errors, rules }: Model): string {
  const entries = errors.flatMap(({ code, entry }) => (entry === undefined ? [] : [[code, entry] as const]));
  return `OWN_ENTRIES: Final[dict[str, OwnEntry]] = ${dict(entries.map(([code, { level, message }]) => [code, `OwnEntry(${quote(level)}, ${quote(message)})`]))}
"""The entries that the library writes about itself, by their codes."""

ERROR_REMEDIES: Final[dict[str, str]] = ${dict(errors.map(({ code, remedy }) => [code, joined(remedy, /.{1,90}(?: |$)/g, "    ")]))}
"""What can be done about each error, by its code."""

RULES: Final[dict[str, Rule]] = ${dict(rules.map(({ code, severity, sentence }) => [code, `Rule(${quote(severity)}, ${quote(sentence)})`]))}
"""The rules of the validator, by code."""
`;
}

function literal(value: unknown): string {
  switch (typeof value) {
    case "undefined":
      return "None";
    case "boolean":
      return value ? "True" : "False";
    case "string":
      return quote(value);
    default:
      return JSON.stringify(value);
  }
}

function tuple(values: readonly string[]): string {
  return `(\n${values.map((value) => `    ${quote(value)},\n`).join("")})`;
}

function inlineTuple(values: readonly string[]): string {
  return values.length === 1 ? `(${values[0]},)` : `(${values.join(", ")})`;
}

function dict(entries: readonly (readonly [string, string])[]): string {
  return `{\n${entries.map(([name, value]) => `    ${quote(name)}: ${value},\n`).join("")}}`;
}

/** A long text as several literals, which Python joins, cut as `pieces` says. */
function joined(text: string, pieces: RegExp, indent: string): string {
  const parts = text.match(pieces) ?? [""];
  if (parts.length === 1) {
    return quote(text);
  }
  return `(\n${parts.map((part) => `${indent}    ${quote(part)}\n`).join("")}${indent})`;
}
