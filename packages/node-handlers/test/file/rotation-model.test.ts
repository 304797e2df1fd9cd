import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { createFileHandler } from "../../src/file/file-handler.ts";
import { eventually } from "./eventually.ts";
import { filesOf } from "./files-of.ts";

vi.setConfig({ testTimeout: 60_000 });

/** The rotation as it is described to users, in memory. */
class Model {
  readonly files: string[] = [""];
  readonly maxBytes: number;
  readonly maxBackups: number;

  constructor(maxBytes: number, maxBackups: number) {
    this.maxBytes = maxBytes;
    this.maxBackups = maxBackups;
  }

  write(line: string): void {
    const size = Buffer.byteLength(this.files[0] ?? "");
    const isFull = this.maxBytes > 0 && size > 0 && size + Buffer.byteLength(line) > this.maxBytes;
    if (isFull) this.files.unshift("");
    this.files[0] += line;
    this.files.splice(this.maxBackups + 1);
  }
}

const word = fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: "grapheme", maxLength: 20 }));
const line = word.map((text) => `${text.replaceAll(/[\n\p{Surrogate}]/gu, "?")}\n`);
const step = fc.oneof(
  { weight: 8, arbitrary: line.map((text) => ({ does: "write" as const, text })) },
  {
    weight: 2,
    arbitrary: fc
      .array(line, { minLength: 1, maxLength: 4 })
      .map((texts) => ({ does: "batch" as const, texts })),
  },
  { weight: 1, arbitrary: fc.constant({ does: "restart" as const }) },
  { weight: 1, arbitrary: fc.constant({ does: "reopen" as const }) },
);

test("any lines, batches, restarts and limits leave the files of a naive model", async () => {
  const folder = mkdtempSync(join(tmpdir(), "agora-model-"));
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 60 }),
      fc.integer({ min: 0, max: 120 }),
      fc.integer({ min: 0, max: 4 }),
      async (steps, maxBytes, maxBackups) => {
        const own = join(folder, String(run++));
        const open = (): ReturnType<typeof createFileHandler> =>
          createFileHandler({
            path: join(own, "s.log"),
            maxBytes,
            maxBackups,
            minRotationIntervalMs: 0,
            fsync: "never",
          });
        const model = new Model(maxBytes, maxBackups);
        let handler = open();
        for (const now of steps) {
          if (now.does === "write") {
            handler.write(now.text, "INFO");
            model.write(now.text);
          } else if (now.does === "batch") {
            // A batch that fits into a file stays together; a larger one is cut where lines no longer fit.
            const batch = now.texts.join("");
            handler.writeMany?.(batch, now.texts.length);
            for (const part of partsOf(now.texts, maxBytes)) model.write(part);
          } else if (now.does === "restart") {
            await handler.close();
            handler = open();
          } else {
            handler.reopen?.();
          }
        }
        await handler.close();
        if (model.files[0] === "") return;
        const expected = Object.fromEntries(
          model.files.map((text, n) => [n === 0 ? "s.log" : `s.log.${n}`, text]),
        );
        await eventually(() => expect(filesOf(own)).toEqual(expected), 1);
      },
    ),
    { numRuns: 300 },
  );
  rmSync(folder, { recursive: true });
});

function partsOf(texts: readonly string[], maxBytes: number): string[] {
  const whole = texts.join("");
  if (maxBytes === 0 || Buffer.byteLength(whole) <= maxBytes) return [whole];
  const parts: string[] = [];
  for (const text of texts) {
    const last = parts.at(-1);
    if (last === undefined || Buffer.byteLength(last + text) > maxBytes) parts.push(text);
    else parts[parts.length - 1] = last + text;
  }
  return parts;
}
