import { USAGE, readOptions } from "./options.ts";
import { FloorProblem, Interrupted } from "./problem.ts";
import { createTerminal } from "./report/terminal.ts";
import { runFloor } from "./run.ts";

const halt = new AbortController();
// A Ctrl-C may arrive twice, from the terminal and from the tool that started us: the second says nothing new.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(name, () => halt.abort(new Interrupted(name)));
}
// Whoever read our output is gone (`npm start | head`): end, but not without the services.
process.stdout.on("error", () => halt.abort(new Interrupted("SIGPIPE")));
// The process that started us is gone without a word: nobody waits for us any more.
const startedBy = process.ppid;
setInterval(() => {
  if (process.ppid !== startedBy) halt.abort(new Interrupted("SIGHUP"));
}, 500).unref();

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) {
      process.stdout.write(USAGE);
      return 0;
    }
    const allHolds = await runFloor(options, createTerminal(process.stdout, process.env), halt);
    return allHolds ? 0 : 1;
  } catch (error) {
    return tell(error);
  }
}

/** Says why the run ended early: one message for what we foresaw, everything for what we did not. */
function tell(error: unknown): number {
  if (error instanceof Interrupted) {
    process.stderr.write(`\nStopped by ${error.signalName}; no service is left running.\n`);
    return 130;
  }
  if (error instanceof FloorProblem) {
    const details = error.details.map((line) => `    ${line}\n`).join("");
    process.stderr.write(`\n${error.message}\n${details}`);
    return 1;
  }
  process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}
