import type { Outcome } from "../protocol/messages.ts";
import { compressText, type LiteralText } from "../vectors/text.ts";
import type { ExpectationSource, RequestVector, VectorBase } from "../vectors/types.ts";

/** Texts below this length are written as they are. */
const SHORT = 200;

function literal(text: string): LiteralText {
  return text.length < SHORT ? text : compressText(text);
}

/** The shortest form in which a file can say what a testee answered; `undefined` for an answer that is none. */
export function expectationSource(
  outcome: Outcome,
  vector: RequestVector,
  base: VectorBase,
): ExpectationSource | undefined {
  if ("rejected" in outcome) return { rejected: outcome.rejected.code };
  if ("digest" in outcome) return { sha256: outcome.digest.sha256 };
  if (!("bytes_b64" in outcome)) return undefined;
  const bytes = Buffer.from(outcome.bytes_b64, "base64");
  if (vector.request.kind === "proto_encode") return { hex: bytes.toString("hex") };
  return lineSource(bytes.toString("utf8").replace(/\n$/, ""), base);
}

function lineSource(line: string, base: VectorBase): ExpectationSource {
  if (!line.startsWith(base.head)) return { line: literal(line) };
  const rest = line.slice(base.head.length);
  const context = /^,"context":(\{.*\})\}$/s.exec(rest)?.[1];
  if (context !== undefined && isJson(context)) return { context: literal(context) };
  return { rest: literal(rest) };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
