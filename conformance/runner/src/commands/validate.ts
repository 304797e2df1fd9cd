import { createReadStream } from "node:fs";
import { parseArgs } from "node:util";
import { validateStream, type Profile, type StreamFinding, type StreamSummary } from "@agora/schema/lossless";
import { showText } from "../compare/show-text.ts";
import { EXIT, type ExitCode } from "../run/standing.ts";
import { WIRE_VERSIONS } from "../protocol/messages.ts";
import { UsageError, wholeNumber, type Terminal } from "./usage.ts";

const OPTIONS = {
  profile: { type: "string", default: "V" },
  reader: { type: "boolean", default: false },
  wire: { type: "string", default: "1.0" },
  "max-errors": { type: "string", default: "50" },
  "max-entry-bytes": { type: "string", default: "256000" },
  "warn-entry-bytes": { type: "string", default: "31999" },
  "allow-torn-tail": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  strict: { type: "boolean", default: false },
} as const;

/** How a finding and the end of a file are shown. */
interface Printer {
  readonly finding: (file: string, finding: StreamFinding) => void;
  readonly summary: (file: string, summary: StreamSummary, shown: number) => void;
}

/**
 * `validate`: checks NDJSON files, or standard input for `-`, line by line, in memory that does not grow with the file.
 * Exit code 0: no MUST is broken; 1: one is (with `--strict`, a SHOULD counts too); 4: wrong use, a file that cannot be read, or no line at all.
 */
export async function validateCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError("validate needs a file, or - for standard input");
  if (!WIRE_VERSIONS.includes(values.wire)) {
    throw new UsageError(`--wire: ${values.wire} is not known; use ${WIRE_VERSIONS.join(" or ")}`);
  }
  const options = {
    profile: profileOf(values.profile, values.reader),
    maxEntryBytes: wholeNumber("max-entry-bytes", values["max-entry-bytes"], 1),
    warnEntryBytes: wholeNumber("warn-entry-bytes", values["warn-entry-bytes"], 1),
    allowTornTail: values["allow-torn-tail"],
  };
  const limit = wholeNumber("max-errors", values["max-errors"], 0);
  const printer = values.json ? jsonPrinter(terminal) : textPrinter(terminal);
  let broken = false;
  let lines = 0;
  for (const file of positionals) {
    let shown = 0;
    const onFinding = (finding: StreamFinding): void => {
      shown += 1;
      if (shown <= limit) printer.finding(file, finding);
    };
    const summary = await check(file, { ...options, onFinding });
    printer.summary(file, summary, Math.min(shown, limit));
    lines += summary.lines;
    broken ||= summary.failures > 0 || (values.strict && summary.warnings > 0);
  }
  // A check that looked at nothing proves nothing.
  if (lines === 0) throw new UsageError("there is no line to check");
  return broken ? EXIT.failure : EXIT.ok;
}

async function check(file: string, options: Parameters<typeof validateStream>[1]): Promise<StreamSummary> {
  const stream = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 });
  try {
    return await validateStream(stream as AsyncIterable<Uint8Array>, options);
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

function profileOf(name: string, reader: boolean): Profile {
  if (name !== "V" && name !== "C") throw new UsageError(`--profile: ${name} is neither V nor C`);
  if (reader && name === "C") throw new UsageError("--reader and --profile C exclude each other");
  return name === "C" ? "canonical" : reader ? "reader" : "writer";
}

function textPrinter(terminal: Terminal): Printer {
  return {
    finding: (file, { line, offset, streamOffset, severity, rule, pointer, sentence }) => {
      const place = `${file}:${line}:${offset + 1}`;
      const member = pointer === "" ? "" : ` at ${showText(shorten(pointer))}`;
      const kind = severity === "MUST" ? "error" : "warning";
      terminal.out(
        `${place}: ${kind} ${rule}${member}: ${showText(sentence)} (byte ${streamOffset} of the file)`,
      );
    },
    summary: (file, summary, shown) => {
      const all = summary.failures + summary.warnings;
      if (all > shown) terminal.out(`${file}: ${all - shown} more findings are not shown (--max-errors)`);
      const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? "" : "s"}`;
      const torn = summary.tornTail ? ", a torn last line was passed over" : "";
      terminal.out(
        `${file}: ${count(summary.lines, "line")}, ${summary.valid} valid, ${count(summary.failures, "error")}, ${count(summary.warnings, "warning")}${torn}`,
      );
    },
  };
}

function jsonPrinter(terminal: Terminal): Printer {
  return {
    finding: (file, finding) => terminal.out(JSON.stringify({ file, ...finding })),
    summary: (file, summary) => terminal.out(JSON.stringify({ file, summary })),
  };
}

function shorten(pointer: string): string {
  return pointer.length <= 120 ? pointer : `${pointer.slice(0, 60)}…${pointer.slice(-59)}`;
}
