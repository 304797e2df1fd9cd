import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  NO_EXPECTED_FAILURES,
  parseExpectedFailures,
  type ExpectedFailureList,
} from "../baseline/expected-failures.ts";
import { describeDisagreement, runCampaign } from "../fuzz/campaign.ts";
import { seatPanel } from "../fuzz/panel.ts";
import { loadMutants } from "../mutants/mutate.ts";
import { runMutants, unknownKills, type MutantResult } from "../mutants/run-mutants.ts";
import type { Report } from "../report/summary.ts";
import { runSuite } from "../run/suite.ts";
import { checkScenarios, loadScenarios } from "../scenario/load.ts";
import { TesteeSession } from "../testee/session.ts";
import { checkSuite } from "../vectors/check.ts";
import { selectVectors } from "../vectors/select.ts";
import type { Vector } from "../vectors/types.ts";
import { checkDocument } from "./document.ts";
import { checksReport, timed, type Check } from "./part.ts";
import { commandOf, isBuilt, repositoryRoot, type ProjectTestee } from "./testees.ts";

/** How much of each part is done. */
export interface Extent {
  /** Random entries to compare. */
  readonly count: number;
  readonly seed: number;
  /** Every vector is run against every mutant. */
  readonly allMutants: boolean;
  readonly say: (text: string) => void;
}

/** The vectors' own form, and their agreement with the document. */
export async function suitePart(): Promise<Report> {
  const startedAt = new Date();
  const form = await timed(() => [
    ...checkSuite().map(({ where, problem }) => `${where}: ${problem}`),
    ...checkScenarios(),
  ]);
  const document = await timed(() => checkDocument());
  return checksReport(
    "suite",
    [
      { id: "suite.form", title: "the vectors are sound", problems: form.value, durationMs: form.durationMs },
      {
        id: "suite.document",
        title: "document and vectors name each other",
        problems: document.value,
        durationMs: document.durationMs,
      },
    ],
    startedAt,
  );
}

/** Profile V against the validator. */
export async function validatorPart(vectors: readonly Vector[]): Promise<Report> {
  return runSuite({ vectors: vectors.filter(({ profile }) => profile === "V") });
}

/** Profiles C, P and B against one testee; one that is not built is a failure, not a skip. */
export async function testeePart(testee: ProjectTestee, vectors: readonly Vector[]): Promise<Report> {
  if (!isBuilt(testee)) {
    const problems = [`${testee.name} is not built: ${testee.needs.join(" or ")} is missing`];
    return checksReport(
      testee.name,
      [{ id: `testee.${testee.name}`, title: "is built", problems, durationMs: 0 }],
      new Date(),
    );
  }
  const requests = vectors.filter(({ profile }) => profile !== "V");
  return runSuite({
    vectors:
      testee.profiles === undefined
        ? requests
        : requests.filter(({ profile }) => testee.profiles?.includes(profile)),
    scenarios: testee.profiles?.includes("B") === false ? [] : loadScenarios(),
    testee: { name: testee.name, command: commandOf(testee) },
    expectedFailures: expectedFailuresOf(testee, vectors),
  });
}

/** Another time zone, with a change of half an hour, and a locale with a decimal comma and its own letter case. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  TZ: "America/St_Johns",
  LC_ALL: "tr_TR.UTF-8",
  LANG: "tr_TR.UTF-8",
};

/** The categories that a time zone or a locale could change. */
const PLACE_DEPENDENT: readonly string[] = ["c.time", "c.num", "c.val", "c.key", "c.top", "c.rsv"];

/** The vectors that a time zone or a locale could change, in a process that has others than most. */
export async function elsewherePart(testee: ProjectTestee, vectors: readonly Vector[]): Promise<Report> {
  const command = commandOf(testee);
  return runSuite({
    vectors: selectVectors(vectors, { profiles: ["C"], only: PLACE_DEPENDENT }),
    testee: { name: `${testee.name} elsewhere`, command: { ...command, env: ELSEWHERE } },
  });
}

function expectedFailuresOf(
  { expectedFailures }: ProjectTestee,
  vectors: readonly Vector[],
): ExpectedFailureList {
  if (expectedFailures === undefined) return NO_EXPECTED_FAILURES;
  const path = join(repositoryRoot(), expectedFailures);
  if (!existsSync(path)) return { entries: [], problems: [`${expectedFailures} is missing`] };
  const today = new Date().toISOString().slice(0, 10);
  return parseExpectedFailures(
    readFileSync(path, "utf8"),
    vectors.map(({ id }) => id),
    today,
  );
}

/** Random entries among all testees that can take batches. */
export async function fuzzPart(testees: readonly ProjectTestee[], extent: Extent): Promise<Report> {
  const startedAt = new Date();
  const { count, seed, say } = extent;
  const seated = await seatPanel(
    testees
      .filter((testee) => isBuilt(testee))
      .map((testee) => ({ name: testee.name, command: commandOf(testee) })),
  );
  const panel = seated.filter(({ capabilities }) => capabilities.has("batch"));
  let told = 0;
  const onProgress = (done: number): void => {
    if (done - told < count / 5) return;
    told = done;
    say(`  ${done} of ${count} random entries`);
  };
  const { value, durationMs } = await timed(() => runCampaign({ panel, count, seed, onProgress }));
  await Promise.all(seated.map(({ supervisor }) => supervisor.stop()));
  const found = [
    ...value.disagreements.map((disagreement) => describeDisagreement(disagreement)),
    ...value.carried.map((batch) => `batch ${batch}: the digests differ, and no entry alone does`),
  ];
  const checks = value.compared.map(({ names, entries }, index): Check => {
    const problems =
      index === 0 ? [...found, ...(names.length < 2 ? ["fewer than two testees compare batches"] : [])] : [];
    const title = `${entries} random entries (seed ${seed}) are the same bytes`;
    return {
      id: `fuzz.${names.join("-")}`,
      title,
      problems,
      note: title,
      durationMs: index === 0 ? durationMs : 0,
    };
  });
  return checksReport("fuzz", checks, startedAt);
}

/** The wrong encoders. */
export async function mutantsPart(
  testees: readonly ProjectTestee[],
  vectors: readonly Vector[],
  extent: Extent,
): Promise<Report> {
  const startedAt = new Date();
  const { source, testee: name, mutants } = loadMutants();
  const testee = testees.find((one) => one.name === name);
  if (testee === undefined || !isBuilt(testee)) {
    return checksReport(
      "mutants",
      [{ id: "mutant.none", title: "are built", problems: [`${name} is not built`], durationMs: 0 }],
      startedAt,
    );
  }
  const command = commandOf(testee);
  const reference = await TesteeSession.start(command);
  const { artifact } = reference.hello;
  await reference.stop();
  const results = await runMutants({
    mutants,
    vectors,
    source: join(repositoryRoot(), source),
    commandFor: (folder) => ({ ...command, env: { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: "1" } }),
    artifact,
    all: extent.allMutants,
  });
  const unknown: Check = {
    id: "mutant.names",
    title: "every mutant that a vector names exists",
    problems: unknownKills(mutants, vectors),
    durationMs: 0,
  };
  return checksReport("mutants", [unknown, ...results.map((result) => mutantCheck(result))], startedAt);
}

function mutantCheck({ name, what, killedBy, problems, durationMs }: MutantResult): Check {
  const shown = killedBy.slice(0, 12).join(", ");
  const note = `${what}: killed by ${shown}${killedBy.length > 12 ? ` and ${killedBy.length - 12} more` : ""}`;
  return { id: `mutant.${name}`, title: what, problems, note, durationMs };
}
