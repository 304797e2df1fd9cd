import { relax } from "./emit-schemas.ts";
import type { Model, Rule, Shape } from "./model.ts";
import { readSchema, type Sources } from "./read-schema.ts";
import { header } from "./text.ts";

/** The shapes of the lossless validator, as a writer must and as a reader may find them. */
export function emitShapes(sources: Sources): string {
  const writer = readSchema(sources);
  const reader = readSchema({ ...sources, entry: relax(sources.entry) });
  return [
    header("//", "log-entry.schema.json"),
    'import type { ShapeRow } from "../src/lossless/shape.ts";\n',
    `/** What a writer may write. */\nexport const WRITER_SHAPES: readonly ShapeRow[] = ${rows(writer)};\n`,
    `/** What a reader must accept. */\nexport const READER_SHAPES: readonly ShapeRow[] = ${rows(reader)};\n`,
  ].join("\n");
}

function rows({ shapes }: Model): string {
  return `[\n${[...shapes.values()].map(row).join("")}]`;
}

function row({ name, closed, members }: Shape): string {
  const lines = members.map((member) => {
    const rule: Rule = member.rule;
    return `      ${JSON.stringify({ name: member.name, required: member.required, rule })},\n`;
  });
  return `  {\n    name: ${JSON.stringify(name)},\n    closed: ${closed},\n    members: [\n${lines.join("")}    ],\n  },\n`;
}
