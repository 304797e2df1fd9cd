import { isDeepStrictEqual } from "node:util";
import { validateStream } from "@agora/schema/lossless";
import type { Host } from "./hosts/host.ts";
import type { Workload } from "./workloads.ts";

interface ParsedLine {
  readonly context?: Record<string, unknown>;
  readonly exception?: { readonly type: string; readonly message: string; readonly stacktrace?: string };
}

/**
 * Makes sure, before anything is timed, that all contenders do the same work: every line parses and says the same, ours
 * are canonical and, but for stack traces, the same bytes in every language.
 *
 * @returns what is wrong, each in one sentence; empty when nothing is
 */
export async function checkLines(hosts: readonly Host[], workloads: readonly Workload[]): Promise<string[]> {
  const problems: string[] = [];
  for (const workload of workloads) {
    let reference: ParsedLine[] | undefined;
    let referenceBytes: Buffer | undefined;
    for (const host of hosts) {
      for (const { name } of host.facts.contenders) {
        const who = `${name} (${host.facts.language}), workload ${workload.id}`;
        const bytes = await host.lines(workload.id, name);
        const isOurs = name === "agora";
        if (isOurs) problems.push(...(await canonicalProblems(bytes, who)));
        const lines = parsedLines(bytes, workload.entries.length, who, problems);
        reference ??= lines;
        if (lines !== undefined) problems.push(...differences(reference ?? [], lines, isOurs, who));
        if (!isOurs || workload.entries.some(({ error }) => error !== null)) continue;
        referenceBytes ??= bytes;
        if (!bytes.equals(referenceBytes)) problems.push(`${who}: other bytes than in the first language`);
      }
    }
  }
  return problems;
}

async function canonicalProblems(bytes: Buffer, who: string): Promise<string[]> {
  const problems: string[] = [];
  await validateStream([bytes], {
    profile: "canonical",
    onFinding: ({ line, rule, sentence }) => problems.push(`${who}: line ${line}: ${rule}: ${sentence}`),
  });
  return problems;
}

function parsedLines(
  bytes: Buffer,
  count: number,
  who: string,
  problems: string[],
): ParsedLine[] | undefined {
  const lines = bytes.toString("utf8").split("\n").slice(0, -1);
  if (lines.length !== count) {
    problems.push(`${who}: ${lines.length} lines for ${count} entries`);
    return undefined;
  }
  try {
    return lines.map((line) => JSON.parse(line) as ParsedLine);
  } catch (error) {
    problems.push(`${who}: ${String(error)}`);
    return undefined;
  }
}

/** Each language has stacks of its own, and only we hide secrets: those apart, all lines say the same. */
function differences(
  reference: readonly ParsedLine[],
  lines: readonly ParsedLine[],
  isOurs: boolean,
  who: string,
): string[] {
  const at = lines.findIndex((line, i) => {
    const expected = reference[i] ?? {};
    return !isDeepStrictEqual(comparable(line, expected, isOurs), comparable(expected, expected, true));
  });
  return at < 0 ? [] : [`${who}: line ${at + 1} says something else than the first contender's`];
}

function comparable(line: ParsedLine, expected: ParsedLine, isOurs: boolean): object {
  const context = Object.entries(line.context ?? {}).map(([key, value]) => {
    const isHidden = expected.context?.[key] === "[REDACTED]" && !isOurs;
    return [key, isHidden ? "[REDACTED]" : value] as const;
  });
  const { type, message } = line.exception ?? {};
  return { ...line, context: Object.fromEntries(context), exception: { type, message } };
}
