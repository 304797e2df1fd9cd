import { join } from "node:path";
import type { Check } from "../logs/checks.ts";
import type { LoggedEntry } from "../logs/entry.ts";
import type { FileFacts, LogFacts } from "../logs/read-facts.ts";
import type { PlannedOrder } from "../orders/make-orders.ts";
import { EXPECTED, OUTCOMES } from "../orders/outcomes.ts";
import type { Answer } from "../orders/send-orders.ts";
import { ROOT, fromUser } from "../places.ts";
import { entriesTable } from "./entries-table.ts";
import type { Paint } from "./paint.ts";
import { storyLines } from "./story.ts";
import { tableLines } from "./table.ts";

/** All that the end of a run tells. */
export interface Findings {
  readonly answers: readonly Answer[];
  readonly facts: LogFacts;
  readonly checks: readonly Check[];
  /** The failed order whose story is told, where one failed. */
  readonly failed: { readonly order: PlannedOrder; readonly story: readonly LoggedEntry[] } | undefined;
}

/** The report of a run. */
export function reportLines(findings: Findings, paint: Paint): string[] {
  return [
    ...titled("Answers", answersLine(findings.answers), paint),
    ...titled("Entries", entriesTable(findings.facts, paint), paint),
    ...titled("Checks", checkLines(findings.checks, paint), paint),
    ...storySection(findings, paint),
    ...titled("Files", fileLines(findings.facts.files), paint),
    ...titled("Try next", nextSteps(findings), paint),
  ];
}

const VALIDATOR = join(ROOT, "conformance", "dist", "cli.js");

/** How many findings of one check are shown. */
const FINDINGS_SHOWN = 10;

function titled(title: string, lines: readonly string[], paint: Paint): string[] {
  return ["", paint.bold(title), ...lines.map((line) => (line === "" ? "" : `  ${line}`))];
}

function answersLine(answers: readonly Answer[]): string[] {
  const rows = OUTCOMES.flatMap((outcome) => {
    const count = answers.filter((answer) => answer.outcome === outcome).length;
    return count === 0 ? [] : [[count, EXPECTED[outcome].title, `HTTP ${EXPECTED[outcome].status}`]];
  });
  return rows.length > 0 ? tableLines(rows) : ["none: no order was sent"];
}

function checkLines(checks: readonly Check[], paint: Paint): string[] {
  return checks.flatMap(({ holds, text, findings }) => {
    if (holds) return [`${paint.good("✓")} ${text}`];
    const more = findings.length - FINDINGS_SHOWN;
    return [
      `${paint.bad("✗")} does not hold: ${text}`,
      ...findings.slice(0, FINDINGS_SHOWN).map((finding) => `    ${finding}`),
      ...(more > 0 ? [`    and ${more} more`] : []),
    ];
  });
}

function storySection({ failed }: Findings, paint: Paint): string[] {
  if (failed === undefined) return [];
  const { order, story } = failed;
  const { status, title } = EXPECTED[order.outcome];
  const head = `Story of one failed order (${title}, HTTP ${status}), correlation id ${order.correlationId}`;
  return titled(head, storyLines(story, paint), paint);
}

function fileLines(files: readonly FileFacts[]): string[] {
  return tableLines(files.map(({ path, lines, bytes }) => [fromUser(path), lines, "lines", bytes, "bytes"]));
}

function nextSteps({ failed, facts }: Findings): string[] {
  const logs = facts.files.map(({ path }) => quoted(fromUser(path))).join(" ");
  const steps = [
    ["npm start -- --keep", "leaves the services up, for requests of your own"],
    ["npm start -- --orders 2000 --seed 7", "more orders, other ones"],
    [`npm run build && node ${quoted(fromUser(VALIDATOR))} validate ${logs}`, "checks any log file"],
  ];
  if (failed !== undefined) {
    steps.unshift([
      `grep -h ${failed.order.correlationId} ${logs} | sort`,
      "the story above as it was written",
    ]);
  }
  return steps.flatMap(([command = "", purpose = ""]) => [`${purpose}:`, `  ${command}`]);
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
