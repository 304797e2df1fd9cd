import { caseViolation, firstViolation, protocolAjv } from "../protocol/check-message.ts";
import { isTagged } from "../protocol/typed-value.ts";
import { clausesOf } from "./clauses.ts";
import { loadHandWritten } from "./hand.ts";
import { loadBase, loadVectorFiles, readVectorJson, resolveVector, type LoadedFile } from "./load.ts";
import type { Vector } from "./types.ts";

/** Largest magnitude of a number in a file of vectors: beyond it a JSON parser could change it. */
const SAFE = Number.MAX_SAFE_INTEGER;

/** What may be wrong with the suite itself, checked for the authors and in the tests. */
export interface SuiteProblem {
  readonly where: string;
  readonly problem: string;
}

/** All checks of the vectors' own form. An empty list is a sound suite. */
export function checkSuite(): readonly SuiteProblem[] {
  const files = loadVectorFiles();
  const problems = [...checkFiles(files), ...checkNumbers(files)];
  if (problems.length > 0) return problems;
  const base = loadBase();
  const vectors = files.flatMap(({ content }) =>
    content.cases.map((source) => resolveVector(content.profile, source, base)),
  );
  return [...checkIds(vectors), ...checkRequests(vectors), ...checkReferences(vectors), ...checkHandWritten(vectors)];
}

function checkFiles(files: readonly LoadedFile[]): readonly SuiteProblem[] {
  const validate = protocolAjv().compile(readVectorJson("vectors.schema.json") as object);
  return files.flatMap(({ path, content }) => {
    if (!validate(content)) return [{ where: path, problem: firstViolation(validate) }];
    const { area, profile } = content;
    const strays = content.cases.filter(({ id }) => !id.startsWith(`${area}.`)).map(({ id }) => id);
    if (area.startsWith(`${profile.toLowerCase()}.`) && strays.length === 0) return [];
    return [{ where: path, problem: `ids do not begin with ${area}, or its letter is not ${profile}: ${strays.join(", ")}` }];
  });
}

function checkNumbers(files: readonly LoadedFile[]): readonly SuiteProblem[] {
  const unsafe = (value: unknown): boolean => {
    if (typeof value === "number") return !(Math.abs(value) <= SAFE);
    return typeof value === "object" && value !== null && Object.values(value).some((inner) => unsafe(inner));
  };
  return files
    .filter(({ content }) => unsafe(content))
    .map(({ path }) => ({ where: path, problem: "has a number beyond 2^53 - 1: write it as a typed value" }));
}

function checkIds(vectors: readonly Vector[]): readonly SuiteProblem[] {
  const seen = new Set<string>();
  return vectors.flatMap(({ id }) => {
    const twice = seen.has(id);
    seen.add(id);
    return twice ? [{ where: id, problem: "stands twice" }] : [];
  });
}

function checkRequests(vectors: readonly Vector[]): readonly SuiteProblem[] {
  return vectors.flatMap((vector) => {
    if (vector.profile === "V" || vector.needs.includes("numbers")) return [];
    const violation = caseViolation(vector.request);
    if (violation !== undefined) return [{ where: vector.id, problem: violation }];
    if (vector.request.kind === "encode" && !isTagged(vector.request.input.context ?? { t: "map", e: [] })) {
      return [{ where: vector.id, problem: "the context is no map" }];
    }
    return vector.expect === undefined ? [{ where: vector.id, problem: "has no expectation: run the author" }] : [];
  });
}

function checkReferences(vectors: readonly Vector[]): readonly SuiteProblem[] {
  const flags = new Set(Object.keys(readVectorJson("flags.json") as object));
  const clauses = new Set(clausesOf().map(({ anchor }) => `wire-1.0#${anchor}`));
  const used = new Set(vectors.flatMap((vector) => vector.flags));
  const unknown = vectors.flatMap(({ id, spec, flags: own }) => [
    ...spec.filter((anchor) => !clauses.has(anchor)).map((anchor) => ({ where: id, problem: `no clause ${anchor}` })),
    ...own.filter((flag) => !flags.has(flag)).map((flag) => ({ where: id, problem: `no flag ${flag}` })),
  ]);
  const idle = [...flags].filter((flag) => !used.has(flag)).map((flag) => ({ where: flag, problem: "no vector has this flag" }));
  return [...unknown, ...idle, ...checkClauses(vectors)];
}

/** A clause that says MUST and has no vector of that level proves nothing. */
function checkClauses(vectors: readonly Vector[]): readonly SuiteProblem[] {
  const proven = new Set(vectors.filter(({ level }) => level === "MUST").flatMap(({ spec }) => spec));
  return clausesOf()
    .filter(({ level, anchor }) => level === "MUST" && !proven.has(`wire-1.0#${anchor}`))
    .map(({ anchor }) => ({ where: `wire-1.0#${anchor}`, problem: "says MUST, and no vector proves it" }));
}

function checkHandWritten(vectors: readonly Vector[]): readonly SuiteProblem[] {
  const base = loadBase();
  const byId = new Map(vectors.map((vector) => [vector.id, vector]));
  return loadHandWritten().flatMap(({ id, form, text }) => {
    const vector = byId.get(id);
    if (vector === undefined || vector.profile === "V") return [{ where: id, problem: "hand.txt names no such vector" }];
    const line = form === "line" ? text : form === "rest" ? base.head + text : `${base.head},"context":${text}}`;
    const { expect } = vector;
    const equal = expect?.kind === "bytes" && expect.bytes.equals(Buffer.from(`${line}\n`, "utf8"));
    return equal ? [] : [{ where: id, problem: "expects other bytes than those written by hand" }];
  });
}
