import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { numberBits } from "../numbers/sequence.ts";
import { packageRoot } from "../package-root.ts";
import type { WireCase } from "../protocol/messages.ts";
import { capabilitiesOf } from "./capabilities.ts";
import { expandText, type LiteralText } from "./text.ts";
import type {
  EntrySource,
  Expectation,
  ExpectationSource,
  FileVector,
  RequestVector,
  Vector,
  VectorBase,
  VectorFile,
  VectorHead,
  VectorSource,
} from "./types.ts";

/** The folders of `vectors/` that hold files of cases, one for each profile. */
export const VECTOR_FOLDERS = { V: "valid", C: "canonical", P: "proto" } as const;

/** A file of vectors and where it stands, relative to `vectors/`. */
export interface LoadedFile {
  readonly path: string;
  readonly content: VectorFile;
}

/** Reads a JSON file of `vectors/`; its schema says what it is. */
export function readVectorJson(path: string): unknown {
  return JSON.parse(readFileSync(join(packageRoot(), "vectors", path), "utf8"));
}

/** The defaults that files of vectors build on. */
export function loadBase(): VectorBase {
  return readVectorJson("base.json") as VectorBase;
}

/** All files of vectors as they are written, in order of path. */
export function loadVectorFiles(): readonly LoadedFile[] {
  return Object.values(VECTOR_FOLDERS)
    .flatMap((folder) =>
      readdirSync(join(packageRoot(), "vectors", folder))
        .filter((name) => name.endsWith(".json"))
        .toSorted()
        .map((name) => `${folder}/${name}`),
    )
    .map((path) => ({ path, content: readVectorJson(path) as VectorFile }));
}

/** Every vector of the suite, with all defaults filled in. */
export function loadVectors(): readonly Vector[] {
  const base = loadBase();
  return loadVectorFiles().flatMap(({ content }) =>
    content.cases.map((source) => resolveVector(content.profile, source, base)),
  );
}

/**
 * Fills in what a case leaves to defaults.
 *
 * @throws {Error} when the case has neither of the forms of its profile.
 */
export function resolveVector(profile: VectorFile["profile"], source: VectorSource, base: VectorBase): Vector {
  return profile === "V" ? resolveFile(source, base) : resolveRequest(profile, source, base);
}

function headOf(source: VectorSource): Omit<VectorHead, "profile" | "needs"> {
  return {
    id: source.id,
    title: source.title,
    level: source.level ?? "MUST",
    spec: typeof source.spec === "string" ? [source.spec] : source.spec,
    since: source.since ?? "0.1.0",
    flags: source.flags ?? [],
    kills: source.kills ?? [],
    ...(source.timeout_ms === undefined ? {} : { timeoutMs: source.timeout_ms }),
  };
}

function resolveRequest(profile: "C" | "P", source: VectorSource, base: VectorBase): RequestVector {
  const expect = source.expect === undefined ? undefined : expectationOf(source.expect, base);
  const rest = { profile, ...(expect === undefined ? {} : { expect }) };
  const { numbers } = source;
  if (numbers === undefined) {
    const request = requestOf(source, base);
    return { ...headOf(source), ...rest, request, needs: capabilitiesOf(request) };
  }
  let request: WireCase | undefined;
  return {
    ...headOf(source),
    ...rest,
    needs: ["numbers"],
    // A million numbers take seconds to make: only who asks for them waits.
    get request(): WireCase {
      request ??= { id: source.id, kind: "numbers", bits: numberBits(numbers.count) };
      return request;
    },
  };
}

function requestOf(source: VectorSource, base: VectorBase): WireCase {
  const { id } = source;
  if (source.bytes_hex !== undefined) return { id, kind: "proto_decode", bytes_hex: source.bytes_hex };
  if (source.entry !== undefined) return { id, kind: "proto_encode", entry: entryText(source.entry, base) };
  return {
    id,
    kind: "encode",
    config: { ...base.config, ...source.config },
    input: { ...base.input, ...source.input },
  };
}

function expectationOf(expect: ExpectationSource, base: VectorBase): Expectation {
  const line = (text: string): Expectation => ({ kind: "bytes", bytes: Buffer.from(`${text}\n`, "utf8") });
  if ("context" in expect) return line(`${base.head},"context":${expandText(expect.context)}}`);
  if ("rest" in expect) return line(base.head + expandText(expect.rest));
  if ("line" in expect) return line(expandText(expect.line));
  if ("hex" in expect) return { kind: "bytes", bytes: Buffer.from(expect.hex, "hex") };
  if ("rejected" in expect) return { kind: "rejected", code: expect.rejected };
  if ("sha256" in expect) return { kind: "digest", sha256: expect.sha256 };
  throw new Error("findings are expected of a file, not of a request");
}

function resolveFile(source: VectorSource, base: VectorBase): FileVector {
  if (source.expect === undefined || !("findings" in source.expect)) {
    throw new Error(`${source.id}: a vector of profile V says which findings it expects`);
  }
  return {
    ...headOf(source),
    profile: "V",
    needs: [],
    mode: source.mode ?? "writer",
    allowTornTail: source.allow_torn_tail ?? false,
    file: fileBytes(source, base),
    findings: source.expect.findings,
  };
}

function fileBytes(source: VectorSource, base: VectorBase): Buffer {
  if (source.entry !== undefined) return Buffer.from(`${entryText(source.entry, base)}\n`, "utf8");
  if (source.file === undefined) throw new Error(`${source.id}: has neither entry nor file`);
  if (typeof source.file === "object" && "hex" in source.file) return Buffer.from(source.file.hex, "hex");
  return Buffer.from(expandText(source.file), "utf8");
}

/** The JSON text of an entry: literal, or a base entry with changes, its members in wire order. */
function entryText(entry: LiteralText | EntrySource, base: VectorBase): string {
  if (typeof entry === "string" || !("base" in entry)) return expandText(entry);
  const members = new Map(Object.entries(base.entries[entry.base] ?? {}));
  if (members.size === 0) throw new Error(`base.json has no entry ${entry.base}`);
  for (const name of entry.drop ?? []) members.delete(name);
  for (const [name, text] of Object.entries(entry.set ?? {})) members.set(name, expandText(text));
  const rank = (name: string): number => (base.order.indexOf(name) + base.order.length + 1) % (base.order.length + 1);
  const ordered = [...members].toSorted(([a], [b]) => rank(a) - rank(b));
  return `{${ordered.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(",")}}`;
}
