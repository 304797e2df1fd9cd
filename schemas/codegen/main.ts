import { join } from "node:path";
import { parseArgs } from "node:util";
import { compare, type Difference, write } from "./check.ts";
import { makeOutputs, readSources } from "./outputs.ts";

const COMMAND = "npm run generate";

const WHY: Readonly<Record<Difference["kind"], string>> = {
  stale: "is not what the sources give",
  missing: "is missing",
  orphan: "is in a generated folder but nothing generates it",
};

/** Writes the generated files, or compares them with `--check`. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { check: { type: "boolean", default: false } } });
  const root = join(import.meta.dirname, "..", "..");
  const outputs = await makeOutputs(await readSources(join(root, "schemas")), root);
  if (values.check) {
    const differences = await compare(root, outputs);
    const lines = differences.map(({ path, kind }) => `${path} ${WHY[kind]}\n`);
    const verdict = lines.length === 0 ? `${outputs.size} generated files are fresh\n` : `Run: ${COMMAND}\n`;
    process.stdout.write(lines.join("") + verdict);
    return lines.length === 0 ? 0 : 1;
  }
  const changed = await write(root, outputs);
  const lines = changed.map((path) => `wrote ${path}\n`);
  process.stdout.write(
    lines.length === 0 ? `${outputs.size} generated files were fresh already\n` : lines.join(""),
  );
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
