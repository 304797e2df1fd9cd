import { existsSync } from "node:fs";
import { AuditCheck } from "./audit-check.ts";
import type { AuditProblem } from "./audit-check.ts";
import { dayFiles, headName } from "./audit-names.ts";
import type { AuditKey } from "./chain.ts";
import { readHead } from "./head-file.ts";
import { readLines } from "./read-lines.ts";

/** How an audit is checked. */
export interface VerifyOptions {
  /** The key of the chain, where it has one. */
  readonly key?: AuditKey | undefined;
  /** How many problems are listed; all are counted. Default: 100. */
  readonly maxProblems?: number | undefined;
}

/** What a check found. */
export interface AuditVerification {
  /** Whether nothing was changed, removed or moved. */
  readonly isValid: boolean;
  /** Entries that were read. */
  readonly entries: number;
  readonly firstSeq: number | undefined;
  readonly lastSeq: number | undefined;
  /** Hash of the last entry: kept elsewhere, it proves later that nothing before it was changed. */
  readonly lastHash: string | undefined;
  /** The files in the order of the chain. */
  readonly files: readonly string[];
  readonly problems: readonly AuditProblem[];
  readonly problemCount: number;
}

/**
 * Checks all files of an audit, one line at a time, while they may be written: a changed byte, a removed or repeated
 * line, lines in another order, a removed file, an end that was cut off, another key. A path where no audit was ever
 * written is not valid either: it may be mistyped, or everything was removed. Without a key, somebody who can
 * write the files can make a whole new chain; with one, only who has it. Whoever can replace the head as well can
 * cut the end off unseen, unless `lastHash` is kept elsewhere.
 *
 * @param path path of the file that is written.
 * @throws what the system says when a file cannot be read; {@link AgoraError} `AGORA_CONFIG` for a key that is too short.
 */
export async function verifyAudit(path: string, options: VerifyOptions = {}): Promise<AuditVerification> {
  const { key, maxProblems = 100 } = options;
  // Read first: what is written meanwhile is in the files then, and not missing from them.
  const head = readHead(path);
  const files = [...dayFiles(path).map((file) => file.path), ...(existsSync(path) ? [path] : [])];
  const check = new AuditCheck(key, maxProblems, head === "broken" ? undefined : head);
  if (files.length === 0 && head === undefined) check.nothing(path);
  for (const file of files) {
    let line = 0;
    // oxlint-disable-next-line no-await-in-loop -- the files are one chain
    for await (const bytes of readLines(file)) check.line(file, ++line, bytes);
  }
  return { ...check.end(headName(path), head === "broken"), files };
}
