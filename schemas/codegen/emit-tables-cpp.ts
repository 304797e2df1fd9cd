import { type ConfigField, limit, type Model } from "./model.ts";
import { header, quote, wrap } from "./text.ts";

/** Tables for C++20: `constexpr` data in the namespace agora::log::gen, without any dependency but the standard library. */
export function emitTablesCpp(model: Model): string {
  const inCpp = model.config.filter(({ languages }) => languages.includes("cpp"));
  return [
    `// clang-format off\n${header("//", "schemas/*.schema.json and schemas/codes.json")}`,
    `#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// Levels, members, limits, names and codes that all languages share.
namespace agora::log::gen {
`,
    rows(),
    levelTables(model),
    members(model),
    limits(model),
    `/// Names whose values are hidden by default; the words of a name are separated by one blank.
${strings("redact_keys", model.redactKeys)}`,
    `/// The fields of the configuration, in the order of the reference.
inline constexpr std::array<config_field, ${inCpp.length}> config_fields{{
${inCpp.map(configRow).join("")}}};
`,
    codes(model),
    "}  // namespace agora::log::gen\n",
  ].join("\n");
}

function rows(): string {
  return `/// A level with its number in the interfaces and its severity number in protobuf and OTLP.
struct level_row {
  std::string_view name;
  int number;
  int severity;
};

/// One name that stands for another.
struct alias_row {
  std::string_view alias;
  std::string_view name;
};

/// What a field of the configuration holds.
enum class config_kind : std::uint8_t { string, boolean, integer, level, strings, object };

/// One field of the configuration. Texts that do not apply are empty.
struct config_field {
  std::string_view name;           ///< path in the form that a file has
  std::string_view cpp;            ///< name in C++
  std::string_view env;            ///< environment variable
  config_kind kind;
  bool required;
  std::string_view default_text;   ///< default of a scalar, as it would stand in the environment
  std::string_view values;         ///< the allowed values, separated by blanks
  std::int64_t minimum;            ///< lowest number; 0 where there is none
  std::int64_t maximum;            ///< highest number; 0 where there is none
  std::size_t min_length;          ///< shortest text, in code points
  std::size_t max_length;          ///< longest text, in code points; 0: no limit
  std::string_view says;           ///< what a value must be, in words that fit behind "is not"
  std::string_view remedy;         ///< what to do about a value that does not fit
};

/// What can be done about an error.
struct error_row {
  std::string_view code;
  std::string_view remedy;
};

/// An entry that the library writes about itself.
struct own_entry_row {
  std::string_view code;
  std::string_view level;
  std::string_view message;
};

/// A rule of the validator.
struct rule_row {
  std::string_view code;
  std::string_view severity;       ///< MUST (failure) or SHOULD (warning)
  std::string_view sentence;
};
`;
}

function levelTables({ levels, wire }: Model): string {
  const aliases = levels.flatMap(({ name, aliases: others }) => others.map((alias) => ({ alias, name })));
  return `/// Version of the wire format; an entry without \`schema_version\` has this one.
inline constexpr std::string_view schema_version = ${quote(wire)};

/// The levels, from the least to the most serious.
${table(
  "levels",
  "level_row",
  levels.map((level) => `${quote(level.name)}, ${level.number}, ${level.severity}`),
)}
/// Other names for levels, in lower case.
${table(
  "level_aliases",
  "alias_row",
  aliases.map(({ alias, name }) => `${quote(alias)}, ${quote(name)}`),
)}
`;
}

function members(model: Model): string {
  const names = (shape: string): readonly string[] =>
    model.shapes.get(shape)?.members.map(({ name }) => name) ?? [];
  const environment = model.config.find((field) => field.name === "environment")?.aliases ?? {};
  return `/// Short names for environments.
${table(
  "environment_aliases",
  "alias_row",
  Object.entries(environment).map(([alias, name]) => `${quote(alias)}, ${quote(name)}`),
)}
/// The members of an entry, in the order of the wire.
${strings("entry_members", names("entry"))}
/// The members that every entry has, in the order of the wire.
${strings(
  "required_members",
  model.entry.members.filter((member) => member.required).map(({ name }) => name),
)}
/// The members of an exception, in the order of the wire.
${strings("exception_members", names("exception"))}
/// What \`_agora.truncated\` may name, in its order.
${strings("truncatable", model.truncatable)}
/// Keys of a context that are lifted to the top level of the entry.
${strings(
  "reserved_keys",
  model.entry.members.filter((member) => member.reservedAlias !== undefined).map(({ name }) => name),
)}`;
}

function limits(model: Model): string {
  return model.limits
    .map(
      ({ name, description }) =>
        `/// ${description}.\ninline constexpr std::int64_t limit_${name} = ${limit(model, name)};\n`,
    )
    .join("\n");
}

function configRow(field: ConfigField): string {
  const values = (field.rule.enum ?? []).filter((value) => !Object.hasOwn(field.aliases, String(value)));
  const scalar = ["string", "number", "boolean"].includes(typeof field.default);
  const cells = [
    quote(field.name),
    quote(field.names.cpp),
    quote(field.env ?? ""),
    `config_kind::${field.kind}`,
    String(field.required),
    quote(scalar ? String(field.default) : ""),
    quote(values.join(" ")),
    String(field.rule.minimum ?? 0),
    String(field.rule.maximum ?? 0),
    String(field.rule.minLength ?? 0),
    String(field.rule.maxLength ?? 0),
    quote(field.says),
    quote(field.remedy),
  ];
  return `    {${cells.join(", ")}},\n`;
}

function codes({ errors, rules }: Model): string {
  const entries = errors.flatMap(({ code, entry }) => (entry === undefined ? [] : [{ code, ...entry }]));
  return `/// The entries that the library writes about itself, by their codes.
${table(
  "own_entries",
  "own_entry_row",
  entries.map(({ code, level, message }) => `${quote(code)}, ${quote(level)}, ${quote(message)}`),
)}
/// What can be done about each error, by its code.
${table(
  "error_remedies",
  "error_row",
  errors.map(({ code, remedy }) => `${quote(code)}, ${wrapped(remedy)}`),
)}
/// The rules of the validator.
${table(
  "rules",
  "rule_row",
  rules.map(({ code, severity, sentence }) => `${quote(code)}, ${quote(severity)}, ${quote(sentence)}`),
)}`;
}

function table(name: string, type: string, cells: readonly string[]): string {
  return `inline constexpr std::array<${type}, ${cells.length}> ${name}{{\n${cells.map((row) => `    {${row}},\n`).join("")}}};\n`;
}

function strings(name: string, values: readonly string[]): string {
  return `inline constexpr std::array<std::string_view, ${values.length}> ${name}{\n${values.map((value) => `    ${quote(value)},\n`).join("")}};\n`;
}

function wrapped(text: string): string {
  const lines = wrap(text, 90);
  return lines.map((line, index) => quote(index < lines.length - 1 ? `${line} ` : line)).join(" ");
}
