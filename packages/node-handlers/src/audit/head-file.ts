import { closeSync, constants, fsyncSync, openSync, readFileSync, renameSync } from "node:fs";
import { writeAll } from "../write-all.ts";
import { headName } from "./audit-names.ts";
import { isHash } from "./chain.ts";
import type { ChainLink } from "./chain.ts";

const MODE = 0o640;
const FLAGS = constants.O_CREAT | constants.O_TRUNC | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0);
const PATIENCE_MS = 100;

/** Reads how far the chain goes: undefined when there is no such file, `broken` when it says nothing of use. */
export function readHead(path: string): ChainLink | "broken" | undefined {
  let text: string;
  try {
    text = readFileSync(headName(path), "utf8");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : "broken";
  }
  try {
    const { seq, hash } = JSON.parse(text) as Partial<ChainLink>;
    return Number.isSafeInteger(seq) && seq !== undefined && seq > 0 && isHash(hash)
      ? { seq, hash }
      : "broken";
  } catch {
    return "broken";
  }
}

/** Replaces it in one step, with what it says on the disk before. */
export function writeHead(path: string, { seq, hash }: ChainLink): void {
  const aside = `${headName(path)}.tmp`;
  const fd = openSync(aside, FLAGS, MODE);
  try {
    writeAll(fd, Buffer.from(`${JSON.stringify({ hash, seq })}\n`), PATIENCE_MS);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(aside, headName(path));
}
