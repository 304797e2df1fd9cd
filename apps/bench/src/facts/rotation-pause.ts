import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runScript } from "./run-script.ts";

/** What a rotation does to the calls. */
export interface PauseFacts {
  readonly longestMs: number;
  readonly usualMs: number;
}

/** Fills a file of 100 MB seven times over, with 5 backups, and times each call. */
export async function rotationPause(): Promise<PauseFacts> {
  const folder = await mkdtemp(join(tmpdir(), "agora-pause-"));
  try {
    return await runScript(`
      import { createFileHandler } from "@agora/node-handlers";
      const file = createFileHandler({ path: ${JSON.stringify(join(folder, "pause.log"))}, maxBytes: 100 * 2 ** 20, maxBackups: 5, minRotationIntervalMs: 0 });
      const line = "x".repeat(4095) + "\\n";
      const times = new Float64Array(7 * 100 * 256);
      const pauses = [];
      let rotations = 0;
      for (let i = 0; i < times.length; i += 1) {
        const start = performance.now();
        file.write(line, "INFO");
        times[i] = performance.now() - start;
        const now = file.status().file.rotations;
        if (now > rotations) { rotations = now; pauses.push(times[i]); }
        if (i % 1000 === 999) await new Promise(setImmediate);
      }
      await file.close();
      if (rotations < 6) throw new Error("it did not rotate");
      const sorted = times.toSorted();
      console.log(JSON.stringify({ longestMs: Math.max(...pauses), usualMs: sorted[Math.floor(sorted.length * 0.999)] }));
      process.exit(0);
    `);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
