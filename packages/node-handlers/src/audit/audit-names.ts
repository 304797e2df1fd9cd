import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file of an earlier day. */
export interface DayFile {
  readonly path: string;
  /** `YYYY-MM-DD` of its first entry. */
  readonly day: string;
}

const SUFFIX = /^\.(\d{4}-\d\d-\d\d)(?:\.(\d{1,6}))?$/;

/** Files of earlier days beside the file that is written, in the order of the chain. Empty where there is no folder. */
export function dayFiles(path: string): DayFile[] {
  const base = basename(path);
  const folder = dirname(path);
  const found = namesIn(folder).flatMap((name) => {
    const [, day, number = "0"] = name.startsWith(base) ? (SUFFIX.exec(name.slice(base.length)) ?? []) : [];
    return day === undefined ? [] : [{ path: join(folder, name), day, number: Number(number) }];
  });
  return found
    .sort((a, b) => (a.day === b.day ? a.number - b.number : a.day < b.day ? -1 : 1))
    .map(({ path: file, day }) => ({ path: file, day }));
}

/** Where the file of a day goes: `<path>.<day>`, with a number behind it where that name is taken. */
export function dayFileName(path: string, day: string): string {
  const taken = new Set(dayFiles(path).map((file) => file.path));
  let name = `${path}.${day}`;
  for (let number = 1; taken.has(name); number++) name = `${path}.${day}.${number}`;
  return name;
}

/** Path of the file that says how far the chain goes. */
export function headName(path: string): string {
  return `${path}.head`;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
