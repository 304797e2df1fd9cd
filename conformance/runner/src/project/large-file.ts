import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Report } from "../report/summary.ts";
import { loadBase } from "../vectors/load.ts";
import { packageRoot } from "../package-root.ts";
import { checksReport, timed } from "./part.ts";

/** How much is sent through `validate`. */
const MEGABYTES = 1_024;

/** All that its heap may take. */
const HEAP_MEGABYTES = 48;

/** `validate` on a gigabyte, with a heap that could hold a twentieth of it. */
export async function largeFilePart(): Promise<Report> {
  const startedAt = new Date();
  const { value, durationMs } = await timed(() => validateMegabytes(MEGABYTES, HEAP_MEGABYTES));
  const rate = Math.round((value.lines / durationMs) * 1000);
  const note = `${value.lines} lines, ${MEGABYTES} MiB, heap of ${HEAP_MEGABYTES} MiB, ${rate} lines a second`;
  const problems = value.exitCode === 0 ? [] : [`exit code ${value.exitCode}: ${value.output.slice(-500)}`];
  return checksReport(
    "large file",
    [
      {
        id: "validate.large",
        title: "validate takes a gigabyte in constant memory",
        problems,
        note,
        durationMs,
      },
    ],
    startedAt,
  );
}

/** What came of sending so many MiB of valid entries through `validate -` in a process with a small heap. */
export async function validateMegabytes(
  megabytes: number,
  heapMegabytes: number,
): Promise<{ exitCode: number; lines: number; output: string }> {
  const entry = loadBase().entries["full"] ?? {};
  const line = `{${Object.entries(entry)
    .map(([name, text]) => `"${name}":${text}`)
    .join(",")}}\n`;
  const block = Buffer.from(line.repeat(Math.ceil((1 << 20) / line.length)));
  const cli = join(packageRoot(), "dist", "cli.js");
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, cli, "validate", "-"], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stdin.on("error", () => undefined);
  const ended = new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? -1)));
  for (let sent = 0; sent < megabytes && child.exitCode === null; sent += 1) {
    if (child.stdin.write(block)) continue;
    const drained = new Promise((resolve) => child.stdin.once("drain", resolve));
    await Promise.race([drained, ended]);
  }
  child.stdin.end();
  const exitCode = await ended;
  return { exitCode, lines: Number(/: ([0-9]+) lines/.exec(output)?.[1] ?? 0), output };
}
