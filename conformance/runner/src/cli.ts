#!/usr/bin/env node
import { fuzzCommand } from "./commands/fuzz.ts";
import { explainCommand, listCommand, reproCommand } from "./commands/inspect.ts";
import { runCommand } from "./commands/run.ts";
import { UsageError, type Terminal } from "./commands/usage.ts";
import { validateCommand } from "./commands/validate.ts";
import { EXIT, type ExitCode } from "./run/standing.ts";
import { suiteVersion } from "./run/suite.ts";

const USAGE = `agora-conformance ${suiteVersion()}

  run --testee COMMAND       the vectors against an implementation
      --profile V,C,P,B      V: the validator of this package; C: canonical bytes; P: protobuf;
                             B: behaviour
      --only IDS             ids, c.num, or c.*.0001
      --expected-failures F  YAML: id, reason, and issue, message, flaky, expires
      --report KIND=FILE     junit, json or md; may be given several times
      --name NAME --artifact SHA256 --timeout-ms N --strict
  validate FILE...           log files, line by line; - is standard input
      --profile V|C --reader --wire 1.0 --max-errors 50 --allow-torn-tail --json --strict
      --max-entry-bytes 256000 --warn-entry-bytes 31999
  fuzz --testee A --testee B random entries, compared among implementations
      --count 100000 --seed 1
  list                       all vectors; --profile, --only, --json
  explain ID                 one vector in words
  repro ID                   lines to paste into a testee

Exit codes: 0 as it should be, 1 a failure, 2 a stale or faulty list of expected failures,
3 a testee that breaks the protocol or cannot be started, 4 wrong use or nothing selected.
`;

const COMMANDS: Readonly<
  Record<string, (args: readonly string[], terminal: Terminal) => ExitCode | Promise<ExitCode>>
> = {
  run: runCommand,
  validate: validateCommand,
  fuzz: fuzzCommand,
  list: listCommand,
  explain: explainCommand,
  repro: reproCommand,
};

async function main(args: readonly string[]): Promise<ExitCode> {
  const terminal: Terminal = {
    out: (text) => void process.stdout.write(`${text}\n`),
    error: (text) => void process.stderr.write(`${text}\n`),
  };
  const [name, ...rest] = args;
  if (name === "--help" || name === "-h" || name === "help") {
    terminal.out(USAGE);
    return EXIT.ok;
  }
  const command = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name];
  if (command === undefined) {
    terminal.error(name === undefined ? USAGE : `agora-conformance: there is no command ${name}\n\n${USAGE}`);
    return EXIT.usage;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    terminal.out(USAGE);
    return EXIT.ok;
  }
  try {
    return await command(rest, terminal);
  } catch (error) {
    if (!(error instanceof UsageError) && !isOptionError(error)) throw error;
    // Node's own sentence goes on about how to escape what begins with a dash.
    const [sentence = ""] = (error as Error).message.split(". ");
    terminal.error(
      `agora-conformance ${name}: ${isOptionError(error) ? `${sentence}; see --help` : (error as Error).message}`,
    );
    return EXIT.usage;
  }
}

function isOptionError(error: unknown): boolean {
  return (
    error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS")
  );
}

// A pipe that is closed early (head, less) ends the program without a stack trace; what it found is then unknown.
process.stdout.on("error", () => process.exit(EXIT.failure));
process.exitCode = await main(process.argv.slice(2));
