import type { ConfigField, Member, Model, Rule } from "./model.ts";

const NOTE = "<!-- Generated from schemas/ by `npm run generate`. Do not edit. -->";

/** Reference of the entry: its members, levels, limits, and the rules of the validator. */
export function emitEntryDoc(model: Model): string {
  return `${NOTE}

# Log entry

${model.entry.description} The wire format's own page is [wire-format.md](../wire-format.md).

## Members

${memberTable(model.entry.members, true)}
## Exception

${model.shapes.get("exception")?.description ?? ""}

${memberTable(model.shapes.get("exception")?.members ?? [], false)}
## What the limits took

${model.shapes.get("losses")?.description ?? ""} It stands in \`context._agora\`.

${memberTable(model.shapes.get("losses")?.members ?? [], false)}
## Levels

${table(
  ["level", "number in the interfaces", "severity number in protobuf and OTLP", "aliases, in any case"],
  model.levels.map(({ name, number, severity, aliases }) => [
    code(name),
    number,
    severity,
    aliases.join(", "),
  ]),
)}
## Limits

${table(
  ["limit", "what it limits"],
  model.limits.map(({ value, description }) => [value.toLocaleString("en"), description]),
)}
## Keys that are lifted

These members of a caller's context become members of the entry. TypeScript also takes the camelCase names.

${table(
  ["key", "in TypeScript also"],
  model.entry.members.flatMap(({ name, reservedAlias }) =>
    reservedAlias === undefined ? [] : [[code(name), code(reservedAlias)]],
  ),
)}
## Rules of the validator

A broken MUST is a failure, a broken SHOULD a warning.

${table(
  ["rule", "weight", "what it says"],
  model.rules.map(({ code: rule, severity, sentence }) => [code(rule), severity, sentence]),
)}`;
}

/** Reference of the configuration: every field with its names, its environment variable, its default and its range. */
export function emitConfigDoc({ config, redactKeys }: Model): string {
  return `${NOTE}

# Configuration

Each field is taken from the environment, else from the configuration file, else from code, else it has its default.
A file, and TypeScript, nest the fields at their dots; Python and C++ have one flat name for each. Python and C++ read no
configuration file yet, and have the fields that name them below. The guide is [configuration](../guides/configuration.md).

${table(
  ["file", "TypeScript", "Python and C++", "environment", "value", "default"],
  config.map((field) => [
    code(field.name),
    code(field.names.typescript),
    flatName(field),
    field.env === undefined ? "" : code(field.env),
    valueText(field),
    defaultText(field),
  ]),
)}
## How values are written in the environment

- A boolean is \`true\`, \`1\`, \`yes\` or \`on\`, or \`false\`, \`0\`, \`no\` or \`off\`, in any case.
- A list is separated by commas; a map is \`name=value,name=value\`.
- A variable that is empty says nothing.

These names of OpenTelemetry count where the own variable of the field says nothing (TypeScript):

${table(
  ["field", "variable", "attribute in OTEL_RESOURCE_ATTRIBUTES"],
  config.flatMap(({ name, otel }) =>
    otel === undefined
      ? []
      : [
          [
            code(name),
            otel.env === undefined ? "" : code(otel.env),
            otel.attributes.map((each) => code(each)).join(", else "),
          ],
        ],
  ),
)}
## What does not fit

A value that does not fit never stops a service: the next source is used, and one WARNING entry with the code
\`AGORA_CONFIG\` names field, value, source and remedy. So it is for a name that does not exist. In Python and C++ a bad
value or an unknown name in code is an error with that code.

## Fields

${config.map(fieldSection).join("\n")}
## Names that are hidden by default

The words of a name count, not its spelling: \`apiKey\`, \`api_key\` and \`X-API-Key2\` end with the words \`api key\`.

${redactKeys.map((name) => code(name)).join(", ")}
`;
}

/** The table of error codes that stands in a page which is written by hand otherwise. */
export function emitErrorSections({ errors }: Model): string {
  const meaning = { refused: "thrown or returned", reported: "reported; nothing is thrown" };
  return errors
    .map(
      ({ code: name, kind, title, description, remedy }) =>
        `## ${name}\n\n${title}. *(${meaning[kind]})*\n\n${description}\n\n**What to do:** ${remedy}\n`,
    )
    .join("\n");
}

/** The name in Python and C++, which may not both have the field. */
function flatName({ languages, names }: ConfigField): string {
  const [python, cpp] = [languages.includes("python"), languages.includes("cpp")];
  if (python === cpp) return python ? code(names.python) : "";
  return python ? `${code(names.python)} (Python)` : `${code(names.cpp)} (C++)`;
}

function fieldSection(field: ConfigField): string {
  const example = field.examples[0];
  const shown = example === undefined ? "" : ` Example: ${code(JSON.stringify(example))}.`;
  const live = field.live ? " A change in the file takes effect at once." : "";
  const members =
    field.members === undefined
      ? ""
      : `\n${table(
          ["member", "in TypeScript", "value", "meaning"],
          field.members.map((member) => [
            code(member.name),
            code(member.names.typescript),
            valueText(member) + (member.required ? "; required" : ""),
            member.description,
          ]),
        )}`;
  return `### ${field.name}\n\n${field.description}${shown}${live} Since ${field.since}.\n${members}`;
}

function memberTable(members: readonly Member[], otlp: boolean): string {
  const head = ["member", "type", "required", "rule", "meaning", "example", "since"];
  return table(
    otlp ? [...head, "OTLP"] : head,
    members.map((member) => [
      code(member.name),
      typeof member.rule.type === "string" ? member.rule.type : "any",
      member.required ? "yes" : "",
      ruleText(member.rule),
      member.description + (member.default === undefined ? "" : ` Default: ${code(String(member.default))}.`),
      exampleText(member),
      member.stability === "stable" ? member.since : `${member.since}, ${member.stability}`,
      ...(otlp ? [member.otlp ?? ""] : []),
    ]),
  );
}

function exampleText({ examples }: Member): string {
  return examples.length === 0 ? "" : code(JSON.stringify(examples[0]));
}

function ruleText(rule: Rule): string {
  const { minLength, maxLength, maxBytes } = rule;
  const parts = [
    rule.enum === undefined ? "" : rule.enum.map((value) => code(String(value))).join(", "),
    rangeText(rule),
    maxBytes !== undefined ? `${atLeast(minLength)}at most ${maxBytes} bytes` : "",
    maxBytes === undefined && maxLength !== undefined
      ? `${minLength === maxLength ? "exactly" : `${atLeast(minLength)}at most`} ${maxLength} characters`
      : "",
    rule.pattern === undefined ? "" : code(rule.pattern),
    rule.check === "calendar" ? "a day that exists" : "",
    rule.maxItems === undefined ? "" : `at most ${rule.maxItems} elements`,
    rule.check === "context" ? "see the limits below" : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}

function atLeast(minLength: number | undefined): string {
  return minLength === undefined ? "" : `at least ${minLength}, `;
}

function rangeText({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Rule): string {
  const parts = [
    minimum === undefined ? "" : `at least ${minimum}`,
    exclusiveMinimum === undefined ? "" : `above ${exclusiveMinimum}`,
    maximum === undefined ? "" : `at most ${maximum}`,
    exclusiveMaximum === undefined ? "" : `below ${exclusiveMaximum}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function valueText({ kind, rule, aliases, says }: ConfigField): string {
  if (kind === "level") {
    return "level name or alias, in any case";
  }
  if (rule.enum === undefined) {
    return says;
  }
  const short = Object.entries(aliases).map(([alias, value]) => `${code(alias)} for ${code(value)}`);
  const values = rule.enum
    .filter((value) => !Object.hasOwn(aliases, String(value)))
    .map((value) => code(String(value)));
  return values.join(", ") + (short.length > 0 ? `; ${short.join(", ")}` : "");
}

function defaultText({ default: preset, defaultText: words, required }: ConfigField): string {
  return words ?? (preset === undefined ? (required ? "required" : "") : code(JSON.stringify(preset)));
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |\n`;
  return line(head) + line(head.map(() => "---")) + rows.map(line).join("");
}

function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}
