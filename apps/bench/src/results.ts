import { cpus, loadavg, release, totalmem, type } from "node:os";
import type { HostFacts } from "./hosts/host.ts";
import type { Effort, Row } from "./measure.ts";
import { markdownTable } from "./markdown-table.ts";
import type { Spread } from "./statistics.ts";
import { LINE_BYTES, type ValidateRow } from "./validate-speed.ts";

/** All that a run of the benchmark found. */
export interface Results {
  readonly hosts: readonly HostFacts[];
  readonly rows: readonly Row[];
  readonly validate: readonly ValidateRow[];
  readonly effort: Effort;
}

/** The results as Markdown, with what they were measured on. */
export function resultsMarkdown(results: Results): string {
  return [...provenance(results), "", ...encoderTable(results), "", ...validateTable(results)].join("\n");
}

function provenance({ hosts, effort }: Results): string[] {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const missing = hosts.flatMap(({ missing: absent }) => absent);
  return [
    `- command: \`npm run bench -- --only encoders\`, ${effort.rounds} rounds, about ${effort.sampleMs} ms each`,
    `- date: ${new Date().toISOString().slice(0, 10)}`,
    `- machine: ${processors.length} × ${processors[0]?.model.trim()}, ${memory} GiB, ${type()} ${release()}; load ${loadavg()[0]?.toFixed(2)} at the end`,
    ...hosts.map(({ language, runtime, contenders }) => {
      const versions = contenders.map(({ name, version }) => `${name} ${version}`).join(", ");
      return `- ${language}: ${runtime}; ${versions}`;
    }),
    ...missing.map(({ name, remedy }) => `- not measured: ${name} is not on this machine (${remedy})`),
  ];
}

function encoderTable({ rows }: Results): string[] {
  const body = rows.map(({ workload, language, contender, ns, ratio }) => [
    `${workload.id}: ${workload.title}`,
    language,
    contender,
    nanoseconds(ns.median),
    `${nanoseconds(ns.p10)} to ${nanoseconds(ns.p90)}`,
    contender === "agora" ? "" : ratioText(ratio),
  ]);
  return markdownTable(
    [
      "workload",
      "language",
      "contender",
      "ns an entry",
      "p10 to p90",
      "agora's time ÷ its time (p10 to p90)",
    ],
    body,
    ["l", "l", "l", "r", "r", "r"],
  );
}

function validateTable({ validate }: Results): string[] {
  const body = validate.map(({ profile, perSecond }) => [
    profile,
    entries(perSecond.median),
    `${entries(perSecond.p10)} to ${entries(perSecond.p90)}`,
  ]);
  return markdownTable(
    [`validate, ${LINE_BYTES} B a line, one core`, "entries a second", "p10 to p90"],
    body,
    ["l", "r", "r"],
  );
}

function ratioText({ median, p10, p90 }: Spread): string {
  return `${median.toFixed(2)} (${p10.toFixed(2)} to ${p90.toFixed(2)})`;
}

function nanoseconds(ns: number): string {
  return ns.toFixed(0);
}

function entries(perSecond: number): string {
  return (Math.round(perSecond / 100) * 100).toString();
}
