import { cpus, loadavg, release, totalmem, type } from "node:os";
import type { Effort } from "../measure.ts";
import type { LoggerRow } from "./measure-loggers.ts";

/** What a run was measured on, and with what, as a list in Markdown. */
export function provenance(
  rows: readonly LoggerRow[],
  missing: ReadonlyMap<string, string>,
  { rounds, sampleMs }: Effort,
  pinning: string,
): string[] {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const versions = new Map(rows.map(({ contender, version }) => [contender, version]));
  const notes = new Map(
    rows.filter(({ note }) => note !== "").map(({ contender, note }) => [contender, note]),
  );
  return [
    `- command: \`npm run bench -- --only loggers\`, ${rounds} rounds, about ${sampleMs} ms of processor time each, ${pinning}`,
    `- date: ${new Date().toISOString().slice(0, 10)}`,
    `- machine: ${processors.length} × ${processors[0]?.model.trim()}, ${memory} GiB, ${type()} ${release()}; load ${loadavg()[0]?.toFixed(2)} at the end`,
    `- versions: ${[...versions].map(([name, version]) => `${name} ${version}`).join(", ")}`,
    ...[...notes].map(([name, note]) => `- ${name}: ${note}`),
    ...[...missing].map(([name, reason]) => `- not measured: ${name} (${reason})`),
  ];
}
