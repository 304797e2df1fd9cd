import { createContext, runInContext } from "node:vm";
import { transform } from "@agora/callsite";
import { pino } from "pino";
import { describe, expect, test } from "vitest";

/** The lines that pino writes when this code runs with it under the name `log`. */
function pinoLines(code: string): string[] {
  const lines: string[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => void lines.push(line) });
  runInContext(code, createContext({ log, req: { log } }));
  return lines;
}

describe("pino under the name `log`", () => {
  test("writes what it wrote without the plugin", () => {
    const code = `
      log.info("a"); log.info({ b: 1 }, "c %s", "d"); log.error(new TypeError("e").message, 1, 2, 3, 4);
      req.log?.warn({ f: 1 }); log.child({ g: 1 }).debug("off"); log.child({ g: 1 }).info(...["h %d", 5]);
      const { info } = log; info.call(log, "i");
    `;
    const placed = transform(code, "/app/a.cjs", { root: "/app" })?.code ?? "";

    expect(placed.match(/=__agora_at|__agora_at\((?!r,s)/g)).toHaveLength(6);
    expect(pinoLines(placed)).toEqual(pinoLines(code));
    expect(pinoLines(code)).toHaveLength(6);
  });
});

describe("an automatic mock under the name `log`, which answers to every name", () => {
  test("is called as it was without the plugin", () => {
    const calls = (code: string): string[] => {
      const seen: string[] = [];
      const mock: object = new Proxy(() => {}, {
        // It is asked once more whether it is ours; nothing else may differ.
        get: (_, key) => {
          if (typeof key === "string") seen.push(`get ${key}`);
          return mock;
        },
        apply: (_, self, all) => {
          seen.push(`call ${String(self === mock)} ${JSON.stringify(all)}`);
          return mock;
        },
      });
      runInContext(code, createContext({ log: mock, ctx: { logger: mock } }));
      return seen;
    };
    const code =
      'log.info("a", { b: 1 }); ctx.logger.child({ c: 2 }).error(...[1, 2, 3, 4, 5]); log?.warn();';
    const placed = transform(code, "/app/a.cjs", { root: "/app" })?.code ?? "";

    expect(placed).toContain("__agora_at(ctx.logger.child({ c: 2 }),");
    expect(calls(placed)).toEqual(calls(code));
    expect(calls(code)).toHaveLength(8);
  });
});
