import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pbjs } from "protobufjs-cli";
import { header } from "./text.ts";

const OPTIONS: readonly string[] = [
  "--target=static-module",
  "--wrap=esm",
  "--root=agora.log.v1",
  "--dependency=protobufjs/minimal.js",
  "--keep-case",
  "--no-create",
  "--no-verify",
  "--no-convert",
  "--no-typeurl",
  "--no-service",
  "--no-comments",
];

/** The codec for the messages of a `.proto` text: static code on protobufjs' minimal runtime, which has no reflection. */
export async function emitCodec(proto: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "agora-proto-"));
  try {
    const file = join(folder, "log_entry.proto");
    await writeFile(file, proto);
    return wrapCodec(await runPbjs([...OPTIONS, file]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runPbjs(args: string[]): Promise<string> {
  return new Promise((fulfil, reject) => {
    pbjs.main(args, (error, output) => (error === null ? fulfil(output ?? "") : reject(error)));
  });
}

/** Gives the module exports that have types. */
function wrapCodec(text: string): string {
  const code = text
    .replace(/^\/\*eslint.*\*\/\n/m, "")
    .replace("export const agora =", "const agora =")
    .replace(/^export \{[^}]*\};?\n/m, "")
    .replace(/^export default .*\n/m, "");
  const head = [
    'import type { LogEntryMessage } from "./proto-types.ts";',
    'import type { LogBatchMessage, MessageCodec } from "../src/proto/value-messages.ts";',
  ].join("\n");
  return `// @ts-nocheck
${header("//", "log_entry.proto")}
${head}
${code.trimEnd()}

/** Codec of one entry. */
export const LogEntry: MessageCodec<LogEntryMessage> = agora.log.v1.LogEntry;

/** Codec of several entries. */
export const LogBatch: MessageCodec<LogBatchMessage> = agora.log.v1.LogBatch;
`;
}
