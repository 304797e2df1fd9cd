import { checkDocument, writeDocument } from "./document.ts";

/*
 * Writes under each clause of the format's document the ids of the vectors that prove it; with --check it only
 * compares.
 */

const problems = process.argv.includes("--check") ? checkDocument() : [];
const written = process.argv.includes("--check") ? [] : writeDocument();
for (const line of [...problems, ...written.map((path) => `wrote ${path}`)])
  process.stdout.write(`${line}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
