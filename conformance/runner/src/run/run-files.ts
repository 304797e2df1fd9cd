import { StreamValidator, type StreamFinding } from "@agora/schema/lossless";
import type { ExpectedFinding, FileVector } from "../vectors/types.ts";
import type { Judgement } from "./judge-outcome.ts";
import type { CaseResult, RunResult } from "./results.ts";

/** The name under which the built-in validator stands in reports. */
export const VALIDATOR_NAME = "validator";

/** Runs vectors of profile V against the validator that `validate` uses. */
export function runFiles(vectors: readonly FileVector[]): RunResult {
  const results = vectors.map((vector): CaseResult => {
    const started = performance.now();
    const judgement = judgeFile(vector);
    const { id, title, profile, level, spec } = vector;
    return { id, title, profile, level, spec, ...judgement, durationMs: performance.now() - started };
  });
  return { subject: VALIDATOR_NAME, results, findings: [] };
}

function judgeFile(vector: FileVector): Judgement {
  let findings: readonly StreamFinding[];
  try {
    findings = validateBytes(vector);
  } catch (error) {
    const { message, stack = "" } = error as Error;
    return { verdict: "error", message: `the validator threw: ${message}`, detail: stack };
  }
  const { findings: expected } = vector;
  const equal =
    expected.length === findings.length && expected.every((want, index) => matches(want, findings[index]));
  if (equal) return { verdict: "pass", message: "" };
  return {
    verdict: "wrong",
    message: `expected ${list(expected.map((want) => describe(want)))}, got ${list(findings.map((got) => describe(got)))}`,
    detail: findings
      .map(({ line, offset, sentence }) => `line ${line}, byte ${offset}: ${sentence}`)
      .join("\n"),
  };
}

/** The findings on a file; it is fed in two pieces, so that a line that spans pieces is always among what is tested. */
function validateBytes({ file, mode, allowTornTail }: FileVector): readonly StreamFinding[] {
  const findings: StreamFinding[] = [];
  const validator = new StreamValidator({
    profile: mode,
    allowTornTail,
    onFinding: (finding) => findings.push(finding),
  });
  const half = file.length >> 1;
  validator.push(file.subarray(0, half));
  validator.push(file.subarray(half));
  validator.end();
  return findings;
}

function matches(want: ExpectedFinding, got: StreamFinding | undefined): boolean {
  return (
    got !== undefined &&
    want.rule === got.rule &&
    (want.severity === undefined || want.severity === got.severity) &&
    (want.line === undefined || want.line === got.line) &&
    (want.pointer === undefined || want.pointer === got.pointer)
  );
}

function describe({ rule, severity, line, pointer }: ExpectedFinding): string {
  const place = [line === undefined ? "" : `line ${line}`, pointer ?? ""].filter(Boolean).join(" ");
  return `${rule}${severity === "SHOULD" ? " (SHOULD)" : ""}${place === "" ? "" : ` at ${place.slice(0, 80)}`}`;
}

function list(parts: readonly string[]): string {
  return parts.length === 0 ? "no finding" : parts.join(", ");
}
