import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clausesOf, readClauses, withVectorLines } from "../vectors/clauses.ts";
import { loadVectors, readVectorJson } from "../vectors/load.ts";
import type { Vector } from "../vectors/types.ts";
import { packageRoot } from "../package-root.ts";
import { repositoryRoot } from "./testees.ts";

/** The document of the format, with its path relative to the root of the repository. */
function document(): { readonly path: string; readonly text: string } | undefined {
  const { document: path } = readVectorJson("anchors.json") as { readonly document: string };
  const file = join(repositoryRoot(), path);
  return existsSync(file) ? { path, text: readFileSync(file, "utf8") } : undefined;
}

/** The ids of the vectors that prove a clause. */
function proofs(vectors: readonly Vector[]): (anchor: string) => readonly string[] {
  return (anchor) => vectors.filter(({ spec }) => spec.includes(`wire-1.0#${anchor}`)).map(({ id }) => id);
}

/**
 * What is wrong between the document and the vectors: a clause that the list of anchors does not have or has otherwise,
 * an anchor without a clause, a line of vectors that is not what the vectors say.
 */
export function checkDocument(): readonly string[] {
  const found = document();
  if (found === undefined) return ["the document of the format is missing"];
  const inDocument = readClauses(found.text);
  if (inDocument.length === 0) return [`${found.path} has no clause`];
  const key = ({ anchor, level }: { anchor: string; level: string }): string => `${anchor} (${level})`;
  const listed = new Set(clausesOf().map((clause) => key(clause)));
  const written = new Set(inDocument.map((clause) => key(clause)));
  const problems = [
    ...[...written]
      .filter((clause) => !listed.has(clause))
      .map((clause) => `anchors.json lacks clause ${clause}`),
    ...[...listed]
      .filter((clause) => !written.has(clause))
      .map((clause) => `${found.path} lacks clause ${clause}`),
  ];
  if (withVectorLines(found.text, proofs(loadVectors())) !== found.text) {
    problems.push(`the lines of vectors in ${found.path} are stale: run the script vectors:doc`);
  }
  return problems;
}

/** Writes the lines of vectors into the document, and the list of anchors from it. Returns what was written. */
export function writeDocument(): readonly string[] {
  const found = document();
  if (found === undefined) throw new Error("the document of the format is missing");
  writeFileSync(join(repositoryRoot(), found.path), withVectorLines(found.text, proofs(loadVectors())));
  const clauses = readClauses(found.text).map(
    ({ anchor, level }) => `    { "anchor": ${JSON.stringify(anchor)}, "level": ${JSON.stringify(level)} }`,
  );
  const head = `{\n  "document": ${JSON.stringify(found.path)},\n  "wire": "1.0",\n  "clauses": [\n`;
  writeFileSync(join(packageRoot(), "vectors", "anchors.json"), `${head}${clauses.join(",\n")}\n  ]\n}\n`);
  return [found.path, "conformance/vectors/anchors.json"];
}
