import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { validateStream } from "@agora/schema/lossless";
import type { Check } from "./checks.ts";
import type { FileFacts } from "./read-facts.ts";

/** How many findings of one file are kept. */
const FINDINGS_KEPT = 100;

/** Every line is a valid entry in canonical bytes: a warning counts as a finding too. */
export async function validateFiles(files: readonly FileFacts[]): Promise<Check> {
  const findings: string[] = [];
  let lines = 0;
  let bytes = 0;
  for (const { path } of files) {
    const before = findings.length;
    const summary = await validateStream(createReadStream(path), {
      profile: "canonical",
      onFinding: ({ line, rule, pointer, sentence, offset }) => {
        const place = pointer === "" ? `byte ${offset}` : `${pointer}, byte ${offset}`;
        if (findings.length - before < FINDINGS_KEPT) {
          findings.push(`${basename(path)}:${line}: ${rule} at ${place}: ${sentence}`);
        }
      },
    });
    lines += summary.lines;
    bytes += summary.bytes;
  }
  const text = `${lines} lines (${bytes} bytes) in ${files.length} files are valid entries, canonical byte for byte`;
  return { holds: findings.length === 0, text, findings };
}
