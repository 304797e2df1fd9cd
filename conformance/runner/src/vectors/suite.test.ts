import { readFileSync } from "node:fs";
import { join } from "node:path";
import { validateLine } from "@agora/schema/lossless";
import { describe, expect, test } from "vitest";
import { formatVectorFile } from "../author/format-file.ts";
import { loadMutants } from "../mutants/mutate.ts";
import { unknownKills } from "../mutants/run-mutants.ts";
import { packageRoot } from "../package-root.ts";
import { checkDocument } from "../project/document.ts";
import { checkSuite } from "./check.ts";
import { loadHandWritten } from "./hand.ts";
import { loadVectorFiles, loadVectors } from "./load.ts";

const vectors = loadVectors();
const CANONICAL = { profile: "canonical" } as const;

describe("the vectors", () => {
  test("are sound: schema, ids, clauses, flags, expectations, numbers", () => {
    expect(checkSuite()).toEqual([]);
  });

  test("are those that the document of the format names", () => {
    expect(checkDocument()).toEqual([]);
  });

  test("are as many as they should at least be", () => {
    const count = (profile: string): number => vectors.filter((vector) => vector.profile === profile).length;

    expect(count("C")).toBeGreaterThanOrEqual(700);
    expect(count("V")).toBeGreaterThanOrEqual(400);
    expect(count("P")).toBeGreaterThanOrEqual(100);
    expect(loadHandWritten().length).toBeGreaterThanOrEqual(680);
  });

  test("expect only lines that the validator takes for canonical", () => {
    const lines = vectors.flatMap((vector) => (vector.profile !== "V" && vector.expect?.kind === "bytes" ? [{ id: vector.id, bytes: vector.expect.bytes }] : []));
    const entries = lines.filter(({ bytes }) => bytes[0] === 0x7b && bytes.at(-1) === 0x0a);
    const broken = entries.filter(({ bytes }) => validateLine(bytes, CANONICAL).some(({ severity }) => severity === "MUST"));

    expect(entries.length).toBeGreaterThan(700);
    expect(broken.map(({ id }) => id)).toEqual([]);
  });

  test("name only mutants that exist, and every mutant is named by one", () => {
    const { mutants } = loadMutants();
    const named = new Set(vectors.flatMap(({ kills }) => kills));

    expect(unknownKills(mutants, vectors)).toEqual([]);
    expect(mutants.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });

  test("stand in files of the one form that the authoring tool writes", () => {
    for (const { path, content } of loadVectorFiles()) {
      expect(readFileSync(join(packageRoot(), "vectors", path), "utf8"), path).toBe(formatVectorFile(content));
    }
  });
});

test.each(["timestamp", "level", "message", "service", "file", "line", "function", "environment", "version", "host", "logger_name", "correlation_id", "user_id", "trace_id", "span_id", "entry_id", "schema_version", "sampling", "duration_ms", "context", "exception"])(
  "the member %s has a valid and an invalid vector",
  (member) => {
    const files = vectors.filter((vector) => vector.profile === "V");
    const refused = files.filter(({ findings }) => findings.some(({ pointer }) => pointer === `/${member}`));
    const accepted = files.filter(({ findings, file }) => findings.length === 0 && file.includes(`"${member}":`));

    expect(refused.length).toBeGreaterThan(0);
    expect(accepted.length).toBeGreaterThan(0);
  },
);
