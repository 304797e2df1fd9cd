import { parseArgs } from "node:util";
import { showBytes } from "../compare/show-text.ts";
import { PROTOCOL_VERSION, WIRE_VERSIONS, requestLine } from "../protocol/messages.ts";
import { EXIT, type ExitCode } from "../run/standing.ts";
import { loadScenarios } from "../scenario/load.ts";
import { loadVectors, readVectorJson } from "../vectors/load.ts";
import { findVector, selectScenarios, selectVectors } from "../vectors/select.ts";
import { PROFILES, type Profile, type RequestVector, type Vector } from "../vectors/types.ts";
import { UsageError, splitList, type Terminal } from "./usage.ts";

/** `list`: the ids and titles of vectors; `--json` gives each with all defaults filled in, for other runners. */
export function listCommand(args: readonly string[], terminal: Terminal): ExitCode {
  const { values } = parseArgs({
    args: [...args],
    options: {
      profile: { type: "string", multiple: true },
      only: { type: "string", multiple: true },
      json: { type: "boolean", default: false },
    },
  });
  const profiles = splitList(values.profile) as readonly (Profile | "B")[] | undefined;
  const only = splitList(values.only);
  const vectors = selectVectors(loadVectors(), {
    profiles: profiles ?? PROFILES,
    ...(only === undefined ? {} : { only }),
  });
  const scenarios = selectScenarios(loadScenarios(), {
    profiles: profiles ?? ["B"],
    ...(only === undefined ? {} : { only }),
  });
  if (vectors.length === 0 && scenarios.length === 0)
    throw new UsageError("nothing is selected: no case fits --profile and --only");
  for (const vector of vectors) {
    terminal.out(
      values.json ? JSON.stringify(releasedForm(vector)) : `${vector.id} ${vector.level} ${vector.title}`,
    );
  }
  for (const scenario of scenarios) {
    const { id, level = "MUST", title } = scenario;
    terminal.out(values.json ? JSON.stringify({ profile: "B", ...scenario }) : `${id} ${level} ${title}`);
  }
  return EXIT.ok;
}

/** `explain ID`: what a vector proves, with which input, and what it expects. */
export function explainCommand(args: readonly string[], terminal: Terminal): ExitCode {
  const scenario = loadScenarios().find(({ id }) => id === args[0]);
  if (scenario !== undefined) {
    const { id, title, level = "MUST", needs, ...rest } = scenario;
    terminal.out(`${id}: ${title}\n${level}, needs ${needs}\n${JSON.stringify(rest, undefined, 2)}`);
    return EXIT.ok;
  }
  const vector = vectorOf(args);
  const flags = readVectorJson("flags.json") as Readonly<Record<string, { readonly description: string }>>;
  terminal.out(`${vector.id}: ${vector.title}`);
  terminal.out(`${vector.level}, ${vector.spec.join(", ")}, since ${vector.since}`);
  if (vector.needs.length > 0) terminal.out(`needs: ${vector.needs.join(", ")}`);
  for (const flag of vector.flags) terminal.out(`finds ${flag}: ${flags[flag]?.description ?? ""}`);
  if (vector.kills.length > 0) terminal.out(`kills: ${vector.kills.join(", ")}`);
  if (vector.profile === "V") {
    terminal.out(`mode: ${vector.mode}${vector.allowTornTail ? ", torn tails allowed" : ""}`);
    terminal.out(`file: ${shorten(showBytes(vector.file))}`);
    terminal.out(`expects: ${vector.findings.length === 0 ? "no finding" : JSON.stringify(vector.findings)}`);
  } else {
    terminal.out(`case: ${shorten(JSON.stringify(vector.request))}`);
    terminal.out(`expects: ${shorten(describeExpectation(vector))}`);
  }
  return EXIT.ok;
}

/** `repro ID`: lines to paste into the standard input of a testee. */
export function reproCommand(args: readonly string[], terminal: Terminal): ExitCode {
  const vector = vectorOf(args);
  if (vector.profile === "V") {
    throw new UsageError(`${vector.id} is for the validator: write its file and run validate on it`);
  }
  terminal.out(requestLine(0, { cmd: "hello", protocol: PROTOCOL_VERSION, wire: WIRE_VERSIONS }));
  terminal.out(requestLine(1, { cmd: "run", case: vector.request }));
  return EXIT.ok;
}

function vectorOf(args: readonly string[]): Vector {
  const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
  const [id, more] = positionals;
  if (id === undefined || more !== undefined) throw new UsageError("one id of a vector is needed");
  const vector = findVector(loadVectors(), id);
  if (vector === undefined) throw new UsageError(`no vector has the id ${id}`);
  return vector;
}

function describeExpectation({ expect }: RequestVector): string {
  switch (expect?.kind) {
    case "bytes":
      return showBytes(expect.bytes);
    case "rejected":
      return `rejected with ${expect.code}`;
    case "digest":
      return `SHA-256 ${expect.sha256}`;
    default:
      return "nothing yet";
  }
}

/** A vector as other runners read it: everything filled in, bytes in base64. */
function releasedForm(vector: Vector): unknown {
  const { id, title, profile, level, spec, since, needs, flags, kills } = vector;
  const head = { id, title, profile, level, spec, since, needs, flags, kills };
  if (vector.profile === "V") {
    const { mode, allowTornTail, file, findings } = vector;
    return {
      ...head,
      mode,
      allow_torn_tail: allowTornTail,
      file_b64: file.toString("base64"),
      expect: { findings },
    };
  }
  const { expect, request } = vector;
  const expected =
    expect?.kind === "bytes"
      ? { bytes_b64: expect.bytes.toString("base64"), utf8: expect.bytes.toString("utf8") }
      : expect?.kind === "rejected"
        ? { rejected: expect.code }
        : { sha256: expect?.sha256 };
  return { ...head, case: request, expect: expected };
}

function shorten(text: string): string {
  return text.length <= 4_000
    ? text
    : `${text.slice(0, 2_000)} … ${text.slice(-1_900)} (${text.length} characters)`;
}
