import { AgoraError } from "@agora/core";

/** Place of an entry in the chain, and what the next one refers to. */
export interface ChainLink {
  /** Counted from 1 across all files; 0 before the first. */
  readonly seq: number;
  /** 64 lower-case hex digits. */
  readonly hash: string;
}

/** What the first entry refers to. */
export const CHAIN_START: ChainLink = { seq: 0, hash: "0".repeat(64) };

/** Member of `context.audit` of entries whose hash has a key. */
export const HMAC = "hmac-sha256";

/** A secret: text or bytes, at least 16 bytes. */
export type AuditKey = string | Uint8Array;

const HASH = /^[0-9a-f]{64}$/;
const LEAST_KEY_BYTES = 16;

/** Whether a value is a hash as the chain writes it. */
export function isHash(value: unknown): value is string {
  return typeof value === "string" && HASH.test(value);
}

/** Makes the digest of bytes: SHA-256, or with a key HMAC-SHA-256. */
export function createDigest(key: AuditKey | undefined): (...parts: readonly Uint8Array[]) => string {
  const { createHash, createHmac } = process.getBuiltinModule("node:crypto");
  const isKey = typeof key === "string" || key instanceof Uint8Array;
  if (key !== undefined && !(isKey && Buffer.byteLength(key) >= LEAST_KEY_BYTES)) {
    throw new AgoraError(
      "AGORA_CONFIG",
      `key: what was given is no text or bytes of at least ${LEAST_KEY_BYTES} bytes; use one that is`,
    );
  }
  return (...parts) => {
    const hash = key === undefined ? createHash("sha256") : createHmac("sha256", key);
    for (const part of parts) hash.update(part);
    return hash.digest("hex");
  };
}

/** Texts that stand where the members of the chain will be until these are known. */
export interface Placeholders {
  readonly hash: string;
  readonly prev: string;
  readonly seq: string;
}

/** Texts of letters that no data has by chance, and that no pattern takes for a secret. */
export function createPlaceholders(): Placeholders {
  const letters = (): string =>
    Array.from(crypto.getRandomValues(new Uint8Array(64)), (byte) =>
      String.fromCharCode(0x67 + (byte % 18)),
    ).join("");
  return { hash: letters(), prev: letters(), seq: letters().slice(0, 20) };
}

/**
 * Puts an entry into the chain.
 *
 * @param line with its placeholders and its line feed.
 * @returns undefined where a placeholder is missing: the entry had to be cut, or a policy hides members of the chain.
 */
export function linkLine(
  line: string,
  { hash, prev, seq }: Placeholders,
  last: ChainLink,
  digest: (...parts: readonly Uint8Array[]) => string,
): { readonly line: string; readonly link: ChainLink } | undefined {
  if (![`"hash":"${hash}",`, `"prev":"${prev}",`, `"seq":"${seq}"`].every((part) => line.includes(part))) {
    return undefined;
  }
  const next = last.seq + 1;
  const placed = line.replace(`"seq":"${seq}"`, `"seq":${next}`).replace(prev, last.hash);
  const [before = "", after = ""] = placed.split(`"hash":"${hash}",`);
  const made = digest(Buffer.from(before + after.replace(/\n$/, "")));
  return { line: `${before}"hash":"${made}",${after}`, link: { seq: next, hash: made } };
}

/** The entry without what only the chain can say. */
export function unlinkedLine(line: string, { hash, prev, seq }: Placeholders): string {
  return line
    .replace(`"hash":"${hash}",`, "")
    .replace(`"prev":"${prev}",`, "")
    .replace(`,"seq":"${seq}"`, "");
}
