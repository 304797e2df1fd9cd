import type { JudgedResult } from "../run/results.ts";
import { byArea, type Report } from "./summary.ts";

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for XML 1.0: markup escaped, characters that XML cannot hold as U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** JUnit XML: one suite a category, one test case an id. */
export function junitReport(reports: readonly Report[]): string {
  const suites = reports.flatMap((report) => suitesOf(report));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="conformance">\n${suites.join("")}</testsuites>\n`;
}

function suitesOf(report: Report): readonly string[] {
  // What does not apply to a testee is no test of it: a report of the suite's form names it, a build's count does not.
  const applying = report.results.filter(({ standing }) => standing !== "not_applicable");
  return [...byArea(applying)].map(([area, results]) => {
    const count = (element: string): number =>
      results.filter((result) => childOf(result).startsWith(`<${element}`)).length;
    const seconds = results.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000;
    const attributes =
      `name="${escapeXml(`${report.run.subject} ${area}`)}" tests="${results.length}" failures="${count("failure")}" ` +
      `errors="${count("error")}" skipped="${count("skipped")}" time="${seconds.toFixed(3)}"`;
    const cases = results.map((result) => caseElement(result, report.run.subject, area));
    return `  <testsuite ${attributes}>\n${cases.join("")}  </testsuite>\n`;
  });
}

function caseElement(result: JudgedResult, subject: string, area: string): string {
  const head = `name="${escapeXml(result.id)}" classname="${escapeXml(`${subject} ${area}`)}" time="${(result.durationMs / 1000).toFixed(3)}"`;
  const child = childOf(result);
  return child === "" ? `    <testcase ${head}/>\n` : `    <testcase ${head}>${child}</testcase>\n`;
}

function childOf(result: JudgedResult): string {
  const message = escapeXml([result.title, result.message, result.note].filter(Boolean).join(": "));
  const detail = escapeXml([result.detail, result.stderr].filter(Boolean).join("\n"));
  switch (result.standing) {
    case "ok":
    case "flaky":
      return result.note === undefined ? "" : `<system-out>${escapeXml(result.note)}</system-out>`;
    case "failed":
    case "stale":
      return `<failure type="${result.verdict}" message="${message}">${detail}</failure>`;
    case "harness":
      return `<error type="${result.verdict}" message="${message}">${detail}</error>`;
    case "warning":
    case "expected":
    case "not_applicable":
      return `<skipped message="${message}"/>`;
  }
}
