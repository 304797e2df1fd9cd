// Drives the protobuf codec of @agora/schema for the conformance suite: ATP/1 on standard input and output.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { decodeEntry, encodeEntry, ProtoError, toCanonicalLine } from "@agora/schema/proto";

function perform({ kind = "encode", entry, bytes_hex }) {
  switch (kind) {
    case "proto_encode":
      return { bytes_b64: Buffer.from(encodeEntry(JSON.parse(entry))).toString("base64") };
    case "proto_decode":
      return {
        bytes_b64: Buffer.from(toCanonicalLine(decodeEntry(Buffer.from(bytes_hex, "hex")))).toString(
          "base64",
        ),
      };
    default:
      return { unsupported: { capability: kind } };
  }
}

function outcomeOf(request) {
  try {
    return request.cmd === "run" ? perform(request.case) : { observed: {} };
  } catch (error) {
    if (error instanceof ProtoError) {
      return { rejected: { code: error.code, message: error.message } };
    }
    return { error: { message: String(error), trace: String(error?.stack) } };
  }
}

function hello() {
  const built = new URL("../..", import.meta.resolve("@agora/schema/proto"));
  const files = readdirSync(built, { recursive: true })
    .filter((name) => name.endsWith(".js"))
    .toSorted((one, other) => (one < other ? -1 : 1));
  const hash = files.reduce(
    (sum, name) => sum.update(readFileSync(new URL(name, built))),
    createHash("sha256"),
  );
  const manifest = import.meta.resolve("@agora/schema/package.json");
  const { version } = JSON.parse(readFileSync(new URL(manifest)));
  const { version: protobufjs } = createRequire(manifest)("protobufjs/package.json");
  return {
    sdk: "@agora/schema/proto",
    version,
    language: "typescript",
    runtime: `node ${process.version}`,
    artifact: hash.digest("hex"),
    source_root: import.meta.dirname,
    capabilities: ["proto"],
    limits: { depth: 16, bytes: 31_999 },
    deps: { protobufjs },
    max_in_flight: 1,
  };
}

process.on("SIGTERM", () => process.exit(0));
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const answer = request.cmd === "hello" ? { hello: hello() } : { outcome: outcomeOf(request) };
  const json = JSON.stringify({ seq: request.seq, ...answer });
  const ascii = json.replace(
    /[\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  process.stdout.write(`@agora1 ${ascii}\n`);
  if (request.cmd === "stop") break;
}
