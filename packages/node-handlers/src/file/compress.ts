import { createReadStream, createWriteStream } from "node:fs";
import type { BigIntStats } from "node:fs";
import type { FileHandle } from "node:fs/promises";

const FILE_MODE = 0o640;

/**
 * Compresses a file into a new one with the same time of its last change, and brings that to the disk: what has the
 * final name afterwards is whole. The work is done on the threads of Node, not on the one that logs.
 *
 * @returns the status of the source when it was read; undefined when it was not whole: it has grown, the disk is full,
 * or `signal` has ended the work. Never rejects.
 */
export async function compressTo(
  source: string,
  target: string,
  signal: AbortSignal,
): Promise<BigIntStats | undefined> {
  // Loaded with the first use: few processes compress, and all of them start.
  const { open } = process.getBuiltinModule("node:fs/promises");
  const { pipeline } = process.getBuiltinModule("node:stream/promises");
  const { createGzip } = process.getBuiltinModule("node:zlib");
  let input: FileHandle | undefined;
  let output: FileHandle | undefined;
  try {
    input = await open(source, "r");
    const stats = await input.stat({ bigint: true });
    output = await open(target, "wx", FILE_MODE);
    await pipeline(
      // By number: a stream made by the handle would not let it be closed.
      createReadStream("", { fd: input.fd, autoClose: false }),
      createGzip(),
      createWriteStream("", { fd: output.fd, autoClose: false }),
      { signal },
    );
    await output.utimes(Number(stats.atimeMs) / 1_000, Number(stats.mtimeMs) / 1_000);
    await output.sync();
    const then = await input.stat({ bigint: true });
    return then.size === stats.size ? then : undefined;
  } catch {
    return undefined;
  } finally {
    await Promise.allSettled([input?.close(), output?.close()]);
  }
}
