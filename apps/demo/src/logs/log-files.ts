import { access, mkdir, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { SERVICES, type ServiceName } from "../orders/outcomes.ts";

/** The file that a service logs to. */
export function logFile(logDir: string, service: ServiceName): string {
  return join(logDir, `${service}.log`);
}

/**
 * Moves the files of the run before to the folder `previous`, where they replace those of the run before that: every
 * run's files begin empty.
 *
 * @returns the names of the files that were moved
 */
export async function moveOldLogsAside(logDir: string): Promise<string[]> {
  const previous = join(logDir, "previous");
  await makeFolder(previous);
  const moved: string[] = [];
  for (const service of SERVICES) {
    const file = logFile(logDir, service);
    if (!(await exists(file))) continue;
    await rename(file, join(previous, basename(file)));
    moved.push(basename(file));
  }
  return moved;
}

/** Makes a folder and those above it. Node's own recursive form never ends below /proc. */
async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { mode: 0o750 }).catch((error: unknown) => error as NodeJS.ErrnoException);
  if (made === undefined || made.code === "EEXIST") return;
  if (made.code !== "ENOENT" || dirname(folder) === folder || (await exists(dirname(folder)))) throw made;
  await makeFolder(dirname(folder));
  await makeFolder(folder);
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
