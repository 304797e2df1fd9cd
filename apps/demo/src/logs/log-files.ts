import { access, mkdir, rename } from "node:fs/promises";
import { basename, join } from "node:path";
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
  await mkdir(previous, { recursive: true, mode: 0o750 });
  const moved: string[] = [];
  for (const service of SERVICES) {
    const file = logFile(logDir, service);
    if (!(await exists(file))) continue;
    await rename(file, join(previous, basename(file)));
    moved.push(basename(file));
  }
  return moved;
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
