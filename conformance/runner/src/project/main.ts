import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { UsageError, splitList, wholeNumber } from "../commands/usage.ts";
import { tell } from "../commands/run.ts";
import { jsonReport } from "../report/json.ts";
import { junitReport } from "../report/junit.ts";
import { makeFolder } from "../report/make-folder.ts";
import { markdownReport } from "../report/markdown.ts";
import type { Report } from "../report/summary.ts";
import { EXIT } from "../run/standing.ts";
import { TesteeFailure } from "../testee/failure.ts";
import { loadVectors } from "../vectors/load.ts";
import { largeFilePart } from "./large-file.ts";
import { checksReport, worstExit } from "./part.ts";
import {
  elsewherePart,
  fuzzPart,
  mutantsPart,
  suitePart,
  testeePart,
  validatorPart,
  type Extent,
} from "./parts.ts";
import { isBuilt, projectTestees, repositoryRoot } from "./testees.ts";

/*
 * The whole of this repository's conformance: the suite itself, the validator, every testee here and under another time
 * zone and locale, random entries, mutants.
 * With --long each in its long form.
 */

const PARTS = ["suite", "validator", "testees", "elsewhere", "fuzz", "mutants", "large-file"] as const;
type PartName = (typeof PARTS)[number];

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const terminal = { out: say, error: say };

const { values } = parseArgs({
  options: {
    long: { type: "boolean", default: false },
    count: { type: "string" },
    seed: { type: "string", default: "1" },
    part: { type: "string", multiple: true },
    testee: { type: "string", multiple: true },
    report: { type: "string", multiple: true },
  },
});

async function reportsOf(part: PartName, extent: Extent): Promise<readonly Report[]> {
  const wanted = splitList(values.testee);
  const testees = projectTestees().filter(({ name }) => wanted === undefined || wanted.includes(name));
  const vectors = loadVectors();
  switch (part) {
    case "suite":
      return [await suitePart()];
    case "validator":
      return [await validatorPart(vectors)];
    case "testees":
      return Promise.all(testees.map((testee) => testeePart(testee, vectors)));
    case "elsewhere": {
      const encoders = testees.filter(
        (testee) => isBuilt(testee) && testee.profiles?.includes("C") !== false,
      );
      return Promise.all(encoders.map((testee) => elsewherePart(testee, vectors)));
    }
    case "fuzz":
      return [await fuzzPart(testees, extent)];
    case "mutants":
      return [await mutantsPart(testees, vectors, extent)];
    case "large-file":
      return values.long ? [await largeFilePart()] : [];
  }
}

/** What stops a part as a whole is a failure of that part: the reports of the others are written all the same. */
async function reportsOrFailure(part: PartName, extent: Extent): Promise<readonly Report[]> {
  const startedAt = new Date();
  try {
    return await reportsOf(part, extent);
  } catch (error) {
    if (!(error instanceof TesteeFailure)) throw error;
    const problems = [error.message, ...error.stderr.split("\n")];
    return [
      checksReport(part, [{ id: `${part}.start`, title: "can be run", problems, durationMs: 0 }], startedAt),
    ];
  }
}

function writeReports(reports: readonly Report[]): void {
  const standard = `junit=${join(repositoryRoot(), "var", "test-results", "conformance-suite.xml")}`;
  for (const target of splitList(values.report) ?? [standard]) {
    const [kind, path = ""] = target.split(/=(.*)/s);
    const text =
      kind === "junit"
        ? junitReport(reports)
        : kind === "md"
          ? markdownReport(reports)
          : kind === "json"
            ? `[${reports.map((report) => jsonReport(report)).join(",")}]\n`
            : undefined;
    if (text === undefined || path === "")
      throw new UsageError(`--report: ${target} is none of junit=FILE, md=FILE, json=FILE`);
    makeFolder(dirname(path));
    writeFileSync(path, text);
  }
}

async function main(): Promise<number> {
  const count = wholeNumber("count", values.count ?? (values.long ? "1000000" : "100000"), 1);
  const extent = { count, seed: wholeNumber("seed", values.seed, 0), allMutants: values.long, say };
  const parts = (splitList(values.part) ?? PARTS) as readonly PartName[];
  const unknown = parts.find((part) => !PARTS.includes(part));
  if (unknown !== undefined) throw new UsageError(`--part: ${unknown} is none of ${PARTS.join(", ")}`);
  const reports: Report[] = [];
  for (const part of parts) {
    for (const report of await reportsOrFailure(part, extent)) {
      tell(report, terminal);
      reports.push(report);
    }
  }
  writeReports(reports);
  return worstExit(reports.map(({ exitCode }) => exitCode));
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  say(`conformance: ${error.message}`);
  process.exitCode = EXIT.usage;
}
