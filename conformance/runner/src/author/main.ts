import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compareBytes } from "../compare/byte-diff.ts";
import { packageRoot } from "../package-root.ts";
import { commandOf, isBuilt, projectTestees } from "../project/testees.ts";
import { loadBase, loadVectorFiles, resolveVector, type LoadedFile } from "../vectors/load.ts";
import type { RequestVector, VectorSource } from "../vectors/types.ts";
import { expectationSource } from "./expectation-source.ts";
import { formatVectorFile } from "./format-file.ts";
import { askTestee, handOpinions, outcomeKey, showOutcome, type Opinion } from "./opinions.ts";

/*
 * Fills in what new vectors expect, and checks what old ones do. No encoder judges itself: an expectation needs two
 * sources that agree (encoders, or the hand-written list and an encoder) and none that differs.
 */

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Why no expectation can be taken from these opinions; `undefined` when it can. */
function objection(opinions: readonly Opinion[]): string | undefined {
  if (new Set(opinions.map(({ outcome }) => outcomeKey(outcome))).size > 1) return "the sources differ";
  if (opinions.length < 2) return `only ${opinions[0]?.source ?? "nobody"} says what to expect`;
  return undefined;
}

/** What the sources say, one below the other, and where the first two parts. */
function describeOpinions(opinions: readonly Opinion[]): string {
  const lines = opinions.map(({ source, outcome }) => `    ${source.padEnd(8)} ${showOutcome(outcome)}`);
  const first = opinions[0]?.outcome;
  const other = opinions.find(
    ({ outcome }) => first !== undefined && outcomeKey(outcome) !== outcomeKey(first),
  );
  if (
    first === undefined ||
    other === undefined ||
    !("bytes_b64" in first) ||
    !("bytes_b64" in other.outcome)
  ) {
    return lines.join("\n");
  }
  const decode = (text: string): Buffer => Buffer.from(text, "base64");
  const difference = compareBytes(decode(first.bytes_b64), decode(other.outcome.bytes_b64));
  const where = difference?.text.split("\n").map((line) => `      ${line}`) ?? [];
  return [...lines, ...where].join("\n");
}

/** The vectors that testees answer, with their file's case. */
function requestVectors(files: readonly LoadedFile[]): ReadonlyMap<VectorSource, RequestVector> {
  const base = loadBase();
  const pairs = files.flatMap(({ content }) =>
    content.profile === "V"
      ? []
      : content.cases.map(
          (source) => [source, resolveVector(content.profile, source, base) as RequestVector] as const,
        ),
  );
  return new Map(pairs);
}

async function gather(
  vectors: readonly RequestVector[],
  names: readonly string[],
): Promise<Map<string, Opinion[]>> {
  const opinions = new Map(vectors.map(({ id }) => [id, [] as Opinion[]]));
  const add = (answers: ReadonlyMap<string, Opinion>): void => {
    for (const [id, opinion] of answers) opinions.get(id)?.push(opinion);
  };
  add(handOpinions(loadBase()));
  const testees = projectTestees().filter(
    (testee) => isBuilt(testee) && (names.length === 0 || names.includes(testee.name)),
  );
  say(`sources: hand, ${testees.map(({ name }) => name).join(", ")}`);
  const answers = await Promise.allSettled(
    testees.map((testee) => askTestee(testee.name, commandOf(testee), vectors)),
  );
  for (const [index, answer] of answers.entries()) {
    if (answer.status === "fulfilled") add(answer.value);
    else say(`${testees[index]?.name ?? ""} cannot be asked: ${(answer.reason as Error).message}`);
  }
  return opinions;
}

async function author(): Promise<number> {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean", default: false },
      renew: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      testee: { type: "string", multiple: true, default: [] },
    },
  });
  const files = loadVectorFiles();
  const chosen = [...requestVectors(files)].filter(
    ([, { id }]) => values.only.length === 0 || values.only.some((prefix) => id.startsWith(prefix)),
  );
  const opinions = await gather(
    chosen.map(([, vector]) => vector),
    values.testee,
  );
  const base = loadBase();
  let refused = 0;
  let written = 0;
  const filled = new Map<VectorSource, VectorSource>();
  for (const [source, vector] of chosen) {
    const own = opinions.get(vector.id) ?? [];
    const old: Opinion[] = vector.expect === undefined || values.renew ? [] : [committed(vector)];
    const problem = objection([...old, ...own]);
    if (problem !== undefined) {
      refused += 1;
      say(`${vector.id} ${vector.title}: ${problem}\n${describeOpinions([...old, ...own])}`);
      continue;
    }
    const first = own[0];
    const expect = first === undefined ? undefined : expectationSource(first.outcome, vector, base);
    if (vector.expect !== undefined && !values.renew) continue;
    if (expect !== undefined) filled.set(source, { ...source, expect });
    written += 1;
  }
  if (!values.check) writeFiles(files, filled);
  say(
    `${chosen.length} vectors, ${written} expectations ${values.check ? "missing" : "written"}, ${refused} refused`,
  );
  return refused > 0 || (values.check && written > 0) ? 1 : 0;
}

/** What a vector expects already, as one opinion more. */
function committed({ expect }: RequestVector): Opinion {
  const source = "vector";
  if (expect?.kind === "rejected")
    return { source, outcome: { rejected: { code: expect.code, message: "" } } };
  if (expect?.kind === "digest") {
    return { source, outcome: { digest: { sha256: expect.sha256, count: 0, bytes: 0 } } };
  }
  return { source, outcome: { bytes_b64: expect?.bytes.toString("base64") ?? "" } };
}

function writeFiles(files: readonly LoadedFile[], filled: ReadonlyMap<VectorSource, VectorSource>): void {
  for (const { path, content } of files) {
    if (!content.cases.some((source) => filled.has(source))) continue;
    const cases = content.cases.map((source) => filled.get(source) ?? source);
    writeFileSync(join(packageRoot(), "vectors", path), formatVectorFile({ ...content, cases }));
  }
}

process.exitCode = await author();
