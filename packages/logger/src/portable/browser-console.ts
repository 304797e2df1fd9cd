import type { Handler, Level } from "@agora/core";

type Method = "debug" | "info" | "warn" | "error";

const METHODS: Readonly<Record<Level, Method>> = {
  DEBUG: "debug",
  INFO: "info",
  WARNING: "warn",
  ERROR: "error",
  CRITICAL: "error",
};

/** Makes a handler that gives each line, as it is, to the console's method for its level. */
export function createBrowserConsole(): Handler {
  return {
    name: "console",
    isConsole: true,
    write(line, level) {
      toConsole(METHODS[level], line);
    },
    flush: () => {},
    close: () => {},
  };
}

/** Writes to the console, which ends the line itself; nothing where there is none. */
export function toConsole(method: Method, line: string): void {
  const { console } = globalThis as { console?: Partial<Record<Method, (text: string) => void>> };
  console?.[method]?.(line.endsWith("\n") ? line.slice(0, -1) : line);
}
