import { STANDINGS, byArea, countStandings, summaryLine, type Report } from "./summary.ts";

/** A page for a build's summary: counts by category, then what failed, each with what differs. */
export function markdownReport(reports: readonly Report[]): string {
  return reports.map((report) => section(report)).join("\n");
}

function section(report: Report): string {
  const { hello } = report.run;
  const lines = [`## ${report.run.subject}`, "", summaryLine(report), ""];
  if (hello !== undefined) {
    lines.push(
      `${hello.sdk} ${hello.version} on ${hello.runtime}, artifact \`${hello.artifact.slice(0, 16)}\``,
      "",
    );
  }
  lines.push(...table(report), ...listing(report));
  for (const finding of report.run.findings) lines.push(`- ${finding.kind}: ${finding.message}`);
  for (const problem of report.baselineProblems) lines.push(`- expected failures: ${problem}`);
  return `${lines.join("\n").trimEnd()}\n`;
}

function table(report: Report): readonly string[] {
  const used = STANDINGS.filter((standing) => countStandings(report.results)[standing] > 0);
  const rows = [...byArea(report.results)].map(([area, results]) => {
    const counts = countStandings(results);
    return `| ${area} | ${results.length} | ${used.map((standing) => counts[standing]).join(" | ")} |`;
  });
  return [
    `| category | cases | ${used.join(" | ")} |`,
    `|---|--:|${used.map(() => "--:|").join("")}`,
    ...rows,
    "",
  ];
}

function listing(report: Report): readonly string[] {
  const bad = report.results.filter(({ standing }) => !["ok", "not_applicable"].includes(standing));
  return bad.flatMap((result) => [
    `### ${result.id} ${result.standing}`,
    "",
    [result.title, result.message, result.note].filter(Boolean).join(": "),
    "",
    ...(result.detail === undefined ? [] : ["```text", result.detail, "```", ""]),
  ]);
}
