import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import { firstViolation, protocolAjv } from "../protocol/check-message.ts";
import type { Scenario, ScenarioFile } from "./types.ts";

const FOLDER = join(packageRoot(), "vectors", "behaviour");

function readFiles(): readonly { readonly name: string; readonly content: ScenarioFile }[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .map((name) => ({
      name: `behaviour/${name}`,
      content: JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as ScenarioFile,
    }));
}

/** Every scenario of the suite. */
export function loadScenarios(): readonly Scenario[] {
  return readFiles().flatMap(({ content }) => content.scenarios);
}

/** What is wrong with the files of scenarios themselves; nothing for sound ones. */
export function checkScenarios(): readonly string[] {
  const schema = JSON.parse(
    readFileSync(join(packageRoot(), "vectors", "behaviour.schema.json"), "utf8"),
  ) as object;
  const validate = protocolAjv().compile(schema);
  const seen = new Set<string>();
  return readFiles().flatMap(({ name, content }) => {
    if (!validate(content)) return [`${name}: ${firstViolation(validate)}`];
    return content.scenarios.flatMap(({ id, steps, leaves, union }) => {
      const problems: string[] = [];
      if (!id.startsWith(`${content.area}.`)) problems.push(`does not begin with ${content.area}`);
      if (seen.has(id)) problems.push("stands twice");
      if (leaves === undefined && union === undefined && !steps.some((step) => "expect" in step))
        problems.push("expects nothing");
      seen.add(id);
      return problems.map((problem) => `${id}: ${problem}`);
    });
  });
}
