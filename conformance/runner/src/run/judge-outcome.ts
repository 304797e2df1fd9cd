import { compareBytes } from "../compare/byte-diff.ts";
import { showBytes } from "../compare/show-text.ts";
import type { Hello, Outcome } from "../protocol/messages.ts";
import type { Expectation, RequestVector } from "../vectors/types.ts";
import type { Verdict } from "./results.ts";

/** What an answer is worth. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly message: string;
  readonly detail?: string;
}

const PASS: Judgement = { verdict: "pass", message: "" };

/** Compares a testee's answer with what the vector expects. */
export function judgeOutcome(vector: RequestVector, outcome: Outcome, hello: Hello): Judgement {
  if ("error" in outcome) {
    return {
      verdict: "error",
      message: `the testee failed: ${outcome.error.message}`,
      detail: outcome.error.trace,
    };
  }
  if ("unsupported" in outcome) return judgeUnsupported(outcome.unsupported.capability, hello);
  if (vector.expect === undefined)
    return { verdict: "harness", message: "the vector has no expectation yet" };
  return compareOutcome(vector.expect, outcome);
}

function judgeUnsupported(capability: string, hello: Hello): Judgement {
  const declared = hello.capabilities.includes(capability);
  return {
    verdict: "harness",
    message: declared
      ? `hello declares ${capability}, but the testee answers that it lacks it`
      : `the testee lacks ${capability}, which the vector does not say it needs`,
  };
}

function compareOutcome(expect: Expectation, outcome: Outcome): Judgement {
  switch (expect.kind) {
    case "bytes": {
      if (!("bytes_b64" in outcome)) return unexpectedKind("bytes", outcome);
      const difference = compareBytes(expect.bytes, Buffer.from(outcome.bytes_b64, "base64"));
      if (difference === undefined) return PASS;
      return { verdict: "wrong", message: difference.text.split("\n", 1)[0] ?? "", detail: difference.text };
    }
    case "rejected": {
      if (!("rejected" in outcome)) return unexpectedKind(`rejected ${expect.code}`, outcome);
      if (outcome.rejected.code === expect.code) return PASS;
      return { verdict: "wrong", message: `rejected with ${outcome.rejected.code}, not with ${expect.code}` };
    }
    case "digest": {
      if (!("digest" in outcome)) return unexpectedKind("a digest", outcome);
      if (outcome.digest.sha256 === expect.sha256) return PASS;
      return { verdict: "wrong", message: `SHA-256 is ${outcome.digest.sha256}, not ${expect.sha256}` };
    }
  }
}

function unexpectedKind(wanted: string, outcome: Outcome): Judgement {
  return { verdict: "wrong", message: `expected ${wanted}, got ${describeOutcome(outcome)}` };
}

/** An answer in a few words. */
export function describeOutcome(outcome: Outcome): string {
  if ("bytes_b64" in outcome)
    return `the bytes ${showBytes(Buffer.from(outcome.bytes_b64, "base64")).slice(0, 400)}`;
  if ("rejected" in outcome) return `rejected ${outcome.rejected.code}: ${outcome.rejected.message}`;
  if ("digest" in outcome) return `the digest ${outcome.digest.sha256} of ${outcome.digest.count} lines`;
  if ("observed" in outcome) return "an observation";
  if ("unsupported" in outcome) return `unsupported ${outcome.unsupported.capability}`;
  return `the error ${outcome.error.message}`;
}
