import { createHash } from "node:crypto";
import { showBytes } from "../compare/show-text.ts";
import type { Outcome } from "../protocol/messages.ts";
import { TesteeFailure } from "../testee/failure.ts";
import type { TesteeCommand } from "../testee/process.ts";
import { DEFAULT_TIMEOUTS, TesteeSession } from "../testee/session.ts";
import { loadHandWritten } from "../vectors/hand.ts";
import type { RequestVector, VectorBase } from "../vectors/types.ts";

/** What one source says that a vector must expect. */
export interface Opinion {
  /** The name of a testee, or `hand`. */
  readonly source: string;
  readonly outcome: Outcome;
}

/** How long one case may take here. */
const TIMEOUT_MS = 60_000;

/** Asks a testee for its answers to those vectors that it can answer. */
export async function askTestee(
  name: string,
  command: TesteeCommand,
  vectors: readonly RequestVector[],
): Promise<ReadonlyMap<string, Opinion>> {
  const answers = new Map<string, Opinion>();
  let session = await TesteeSession.start(command);
  for (const { id, request, needs } of vectors) {
    if (needs.some((need) => !session.hello.capabilities.includes(need))) continue;
    try {
      answers.set(id, { source: name, outcome: await session.run(request, TIMEOUT_MS) });
    } catch (error) {
      if (!(error instanceof TesteeFailure)) throw error;
      answers.set(id, { source: name, outcome: { error: { message: error.message, trace: error.stderr } } });
      session = await TesteeSession.start(command, DEFAULT_TIMEOUTS);
    }
  }
  await session.stop();
  return answers;
}

/** The hand-written expectations as opinions. */
export function handOpinions(base: VectorBase): ReadonlyMap<string, Opinion> {
  return new Map(
    loadHandWritten().map(({ id, form, text }) => {
      const line =
        form === "line" ? text : form === "rest" ? base.head + text : `${base.head},"context":${text}}`;
      return [
        id,
        { source: "hand", outcome: { bytes_b64: Buffer.from(`${line}\n`, "utf8").toString("base64") } },
      ];
    }),
  );
}

/** A text that is equal for two outcomes exactly when they would be one expectation. */
export function outcomeKey(outcome: Outcome): string {
  if ("bytes_b64" in outcome) return `bytes ${outcome.bytes_b64}`;
  if ("rejected" in outcome) return `rejected ${outcome.rejected.code}`;
  if ("digest" in outcome) return `digest ${outcome.digest.sha256}`;
  return `none ${JSON.stringify(outcome)}`;
}

/** An outcome for a person, long bytes shortened in the middle. */
export function showOutcome(outcome: Outcome): string {
  if (!("bytes_b64" in outcome)) return outcomeKey(outcome);
  const bytes = Buffer.from(outcome.bytes_b64, "base64");
  const text = showBytes(bytes);
  if (text.length <= 700) return text;
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  return `${text.slice(0, 350)} … ${text.slice(-300)} (${bytes.length} bytes, ${hash})`;
}
