import { CHAIN_START, createDigest, HMAC, isHash } from "./chain.ts";
import type { AuditKey, ChainLink } from "./chain.ts";
import type { RawLine } from "./read-lines.ts";

/** What is wrong. */
export type AuditProblemKind =
  /** A line is no audit entry. */
  | "format"
  /** The last line has no end: its writing was cut short, or its end was cut off. */
  | "torn"
  /** An entry is not what it was when it was written, or the key is another one. */
  | "changed"
  /** Entries are missing before this one: lines or whole files were removed. */
  | "missing"
  /** An entry stands where one with a greater number stood: moved or repeated. */
  | "order"
  /** An entry does not belong behind the one before it. */
  | "link"
  /** The end was cut off: the head knows entries that are not there. */
  | "cut"
  /** The head is missing, cannot be read, or does not fit the entries. */
  | "head"
  /** The chain has a key that was not given, or was given one and has none. */
  | "key";

/** Something wrong, with its place. */
export interface AuditProblem {
  readonly kind: AuditProblemKind;
  readonly file: string;
  /** Counted from 1; 0 for the file as a whole. */
  readonly line: number;
  readonly seq: number | undefined;
  readonly text: string;
}

/** The members that a chain is made of. */
interface AuditMembers extends ChainLink {
  readonly prev: string;
  readonly alg: string | undefined;
  /** What was removed because of its age, where the entry says so. */
  readonly purged: ChainLink | undefined;
}

/** What the checked lines add up to. */
export interface CheckResult {
  readonly isValid: boolean;
  readonly entries: number;
  readonly firstSeq: number | undefined;
  readonly lastSeq: number | undefined;
  readonly lastHash: string | undefined;
  readonly problems: readonly AuditProblem[];
  readonly problemCount: number;
}

const utf8 = new TextDecoder("utf8", { fatal: true });

/** Checks the lines of a chain, one after another. */
export class AuditCheck {
  readonly #key: AuditKey | undefined;
  readonly #digest: ReturnType<typeof createDigest>;
  readonly #most: number;
  readonly #head: ChainLink | undefined;
  readonly #problems: AuditProblem[] = [];
  #problemCount = 0;
  #entries = 0;
  #changed = 0;
  #first: (AuditMembers & { readonly file: string }) | undefined;
  #last: ChainLink = CHAIN_START;
  /** What the last entry's hash should be, where it is not what it says. */
  #lastMade = "";
  #hashAtHead: string | undefined;
  #isKeySaid = false;
  readonly #purged = new Map<number, string>();
  #place = { file: "", line: 0 };

  constructor(key: AuditKey | undefined, most: number, head: ChainLink | undefined) {
    this.#key = key;
    this.#digest = createDigest(key);
    this.#most = most;
    this.#head = head;
  }

  /** Neither a file nor a head is there: all of it may have been removed. */
  nothing(file: string): void {
    this.#place = { file, line: 0 };
    this.#add(
      "missing",
      undefined,
      "there is no audit at this path: it is another one, or all of it was removed",
    );
  }

  line(file: string, line: number, { bytes, isWhole }: RawLine): void {
    this.#place = { file, line };
    const members = readMembers(bytes);
    if (!isWhole) return this.#add("torn", members?.seq, "the line has no end");
    if (members === undefined) return this.#add("format", undefined, "the line is no audit entry");
    this.#entries++;
    this.#first ??= { ...members, file };
    if (members.purged !== undefined) this.#purged.set(members.purged.seq, members.purged.hash);
    this.#checkPlace(members);
    this.#checkHash(members, bytes);
    if (members.seq === this.#head?.seq) this.#hashAtHead = members.hash;
    if (members.seq > this.#last.seq) this.#last = { seq: members.seq, hash: members.hash };
  }

  end(headFile: string, isHeadBroken: boolean): CheckResult {
    this.#checkStart();
    this.#place = { file: headFile, line: 0 };
    const { seq } = this.#last;
    if (isHeadBroken) this.#add("head", undefined, "the head cannot be read");
    else if (this.#head === undefined) {
      if (this.#entries > 0)
        this.#add("head", undefined, "the head is missing: whether the end was cut off cannot be known");
    } else if (this.#head.seq > seq) {
      this.#add("cut", this.#head.seq, `entries ${seq + 1} to ${this.#head.seq} are missing at the end`);
    } else if (this.#hashAtHead !== undefined && this.#hashAtHead !== this.#head.hash) {
      this.#add("head", this.#head.seq, `entry ${this.#head.seq} is not the one that the head knows`);
    }
    return {
      isValid: this.#problemCount === 0,
      entries: this.#entries,
      firstSeq: this.#first?.seq,
      lastSeq: this.#entries === 0 ? undefined : seq,
      lastHash: this.#entries === 0 ? undefined : this.#last.hash,
      problems: this.#problems,
      problemCount: this.#problemCount,
    };
  }

  #checkPlace({ seq, prev }: AuditMembers): void {
    if (this.#entries === 1) return;
    const expected = this.#last.seq + 1;
    if (seq > expected) {
      const which = seq - 1 === expected ? `entry ${expected} is` : `entries ${expected} to ${seq - 1} are`;
      const what = this.#place.line === 1 ? "a file, or lines at the end of the one before" : "lines";
      this.#add("missing", seq, `${which} missing before entry ${seq}: ${what} were removed`);
    } else if (seq < expected) {
      this.#add("order", seq, `entry ${seq} stands behind entry ${this.#last.seq}`);
    } else if (prev !== this.#last.hash && prev !== this.#lastMade) {
      this.#add("link", seq, `entry ${seq} does not belong behind the entry ${this.#last.seq} before it`);
    }
  }

  #checkHash({ seq, hash, alg }: AuditMembers, bytes: Buffer): void {
    if ((alg === HMAC) !== (this.#key !== undefined)) {
      const text =
        alg === HMAC
          ? "the entries have a key: give it"
          : "a key was given, but the entry was made without one";
      if (!this.#isKeySaid) this.#add("key", seq, text);
      this.#isKeySaid = true;
      return;
    }
    const member = Buffer.from(`"hash":"${hash}",`);
    const at = bytes.indexOf(member);
    const made =
      at < 0 || bytes.indexOf(member, at + 1) >= 0
        ? ""
        : this.#digest(bytes.subarray(0, at), bytes.subarray(at + member.length));
    this.#lastMade = made;
    if (made === hash) return;
    this.#changed++;
    const orKey = this.#key === undefined ? "" : ", or the key is another one";
    const isAll = this.#changed > 1 && this.#changed === this.#entries ? ": no entry so far fits" : "";
    this.#add("changed", seq, `entry ${seq} is not what it was when it was written${orKey}${isAll}`);
  }

  /** Entries before the first one must be said to be removed, or be none. */
  #checkStart(): void {
    const first = this.#first;
    if (first === undefined) return;
    const before = first.seq - 1;
    this.#place = { file: first.file, line: 1 };
    const expected = before === 0 ? CHAIN_START.hash : this.#purged.get(before);
    if (expected === undefined) {
      const which = before === 1 ? "entry 1 is" : `entries 1 to ${before} are`;
      this.#add(
        "missing",
        first.seq,
        `${which} missing at the start, and no entry says that they were removed for their age`,
      );
    } else if (expected !== first.prev) {
      this.#add("link", first.seq, `entry ${first.seq} does not belong at the start of the chain`);
    }
  }

  #add(kind: AuditProblemKind, seq: number | undefined, text: string): void {
    this.#problemCount++;
    if (this.#problems.length < this.#most) this.#problems.push({ kind, ...this.#place, seq, text });
  }
}

function readMembers(bytes: Buffer): AuditMembers | undefined {
  try {
    const { context } = JSON.parse(utf8.decode(bytes)) as {
      context: { audit: Record<string, unknown>; purged?: { last_seq?: unknown; last_hash?: unknown } };
    };
    const { seq, hash, prev, alg, action } = context.audit;
    if (!Number.isSafeInteger(seq) || Number(seq) < 1 || !isHash(hash) || !isHash(prev)) return undefined;
    if (alg !== undefined && typeof alg !== "string") return undefined;
    const { last_seq, last_hash } = context.purged ?? {};
    const isPurge = action === "audit.purged" && Number.isSafeInteger(last_seq) && isHash(last_hash);
    const purged = isPurge ? { seq: Number(last_seq), hash: last_hash } : undefined;
    return { seq: Number(seq), hash, prev, alg, purged };
  } catch {
    return undefined;
  }
}
