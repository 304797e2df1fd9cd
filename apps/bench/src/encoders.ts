import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkLines } from "./check-lines.ts";
import { type Host, startHost } from "./hosts/host.ts";
import { type Effort, type Row, measure } from "./measure.ts";
import { resultsMarkdown } from "./results.ts";
import { writeResults } from "./results-file.ts";
import { measureValidate } from "./validate-speed.ts";
import { SHARED, type Workload, makeWorkloads } from "./workloads.ts";

const FOLDER = join(import.meta.dirname, "..");
const PYTHON = join(FOLDER, "..", "..", "packages", "python", ".venv", "bin", "python");

const { values } = parseArgs({
  // A verb of the root passes its arguments on with or without the separator.
  args: process.argv.slice(2).filter((arg) => arg !== "--"),
  options: {
    rounds: { type: "string", default: "15" },
    "sample-ms": { type: "string", default: "50" },
    write: { type: "boolean", default: false },
  },
});
process.exitCode = await main({ rounds: Number(values.rounds), sampleMs: Number(values["sample-ms"]) });

async function main(effort: Effort): Promise<number> {
  if (!(effort.rounds >= 1 && effort.sampleMs > 0)) {
    process.stderr.write("bench: --rounds takes a number from 1, --sample-ms one above 0\n");
    return 1;
  }
  const folder = await mkdtemp(join(tmpdir(), "agora-bench-"));
  const hosts: Host[] = [];
  try {
    const workloads = makeWorkloads();
    const plan = join(folder, "plan.json");
    await writeFile(plan, JSON.stringify({ shared: SHARED, workloads }));
    for (const command of hostCommands(plan)) hosts.push(await startHost(command));
    return await run(hosts, workloads, effort);
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    for (const host of hosts) host.close();
    await rm(folder, { recursive: true });
  }
}

function hostCommands(plan: string): { command: string; args: string[] }[] {
  return [
    { command: process.execPath, args: [join(import.meta.dirname, "hosts", "node-host.ts"), plan] },
    { command: PYTHON, args: ["-B", join(FOLDER, "python", "host.py"), plan] },
    { command: join(FOLDER, "cpp", "build", "bench-host"), args: [plan] },
  ];
}

async function run(hosts: readonly Host[], workloads: readonly Workload[], effort: Effort): Promise<number> {
  const problems = await checkLines(hosts, workloads);
  if (problems.length > 0) {
    process.stderr.write(`bench: the contenders do not do the same work\n  ${problems.join("\n  ")}\n`);
    return 1;
  }
  process.stderr.write(
    "all contenders write the same entries, ours canonical and the same bytes in each language\n",
  );
  const rows: Row[] = [];
  for (const workload of workloads) {
    process.stderr.write(`  measuring ${workload.id}: ${workload.title}\n`);
    rows.push(...(await measure(hosts, workload, effort)));
  }
  process.stderr.write("  measuring validate\n");
  const validate = measureValidate(effort);
  const markdown = resultsMarkdown({ hosts: hosts.map(({ facts }) => facts), rows, validate, effort });
  process.stdout.write(`\n${markdown}\n`);
  if (values.write) await writeResults(join(FOLDER, "RESULTS.md"), markdown);
  return 0;
}
