import { runScript } from "./run-script.ts";

/** What importing a package costs. */
export interface StartUp {
  readonly name: string;
  readonly ms: number;
}

const PACKAGES = ["@agora/logger", "pino", "winston", "bunyan", "roarr", "@logtape/logtape"];
const PROCESSES = 15;

/** Imports each package in processes of its own, in turn. */
export async function startUpTimes(): Promise<StartUp[]> {
  const samples = new Map<string, number[]>(PACKAGES.map((name) => [name, []]));
  for (let round = 0; round < PROCESSES; round += 1) {
    for (const [name, times] of samples) times.push(await importTime(name));
  }
  return [...samples].map(([name, times]) => ({
    name,
    ms: times.toSorted((a, b) => a - b)[PROCESSES >> 1] ?? 0,
  }));
}

/** The clock runs inside, so that the start of Node itself does not count. */
function importTime(name: string): Promise<number> {
  return runScript(`
    const start = performance.now();
    await import(${JSON.stringify(name)});
    console.log(performance.now() - start);
    process.exit(0);
  `);
}
