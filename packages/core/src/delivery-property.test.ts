import fc from "fast-check";
import { expect, test } from "vitest";
import { setUp } from "../test/set-up-runtime.ts";
import type { Handler } from "./index.ts";

type Deed = "take" | "throw" | "reject" | "log";

const deed = fc.constantFrom<Deed>("take", "throw", "reject", "log");
/** A handler that does one deed after the other, and over again. */
const actor = fc.record({ isConsole: fc.boolean(), deeds: fc.array(deed, { minLength: 1, maxLength: 4 }) });
const step = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("INFO", "ERROR") },
  { weight: 2, arbitrary: fc.constantFrom("flush", "flushSync", "turn", "wait") },
  { weight: 1, arbitrary: fc.constantFrom("shutdown", "configure") },
);

test("every entry is with a handler, with the fallback or in a counter, whatever handlers and the fallback do", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(actor, { minLength: 1, maxLength: 3 }),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
      fc.array(step, { maxLength: 25 }),
      async (actors, fallbackWorks, steps) => {
        const taken: string[][] = actors.map(() => []);
        const fallen: string[] = [];
        let logged = 0;
        let fallbacks = 0;
        const handlers = actors.map(({ isConsole, deeds }, index): Handler => {
          let turn = 0;
          const write = (line: string): unknown => {
            const next = deeds[turn++ % deeds.length];
            if (next === "throw") throw new Error("thrown");
            if (next === "reject") return Promise.reject(new Error("rejected"));
            if (next === "log") runtime.getLogger("inner").warning(`#${logged++}#`);
            return void taken[index]?.push(line);
          };
          return { name: `h${index}`, isConsole, write, flush() {}, close() {} };
        });
        const fallback = (lines: string): void => {
          if (fallbackWorks[fallbacks++ % fallbackWorks.length] === false) throw new Error("no fallback");
          fallen.push(lines);
        };
        const { runtime, clock } = setUp({ handlers }, { fallback });
        for (const each of steps) {
          if (each === "INFO") runtime.getLogger("a").info(`#${logged++}#`);
          else if (each === "ERROR") runtime.getLogger("b").error(`#${logged++}#`);
          else if (each === "wait") clock.advance(4_000);
          else if (each === "turn") await new Promise((resolve) => setTimeout(resolve, 0));
          else if (each === "configure") await runtime.configure({ service: "svc", handlers });
          else if (each === "flushSync") runtime.flushSync();
          else await runtime[each]();
        }
        await new Promise((resolve) => setTimeout(resolve, 0));

        const counted = Object.values(runtime.dropped).reduce((sum, count) => sum + count, 0);
        const everything = [...taken.flat(), ...fallen].join("");
        const missing = Array.from({ length: logged }, (_, n) => `#${n}#`).filter(
          (mark) => !everything.includes(mark),
        );
        // An entry that one handler took and another could not bring to a broken fallback is counted, too.
        expect({ missing, isCounted: missing.length <= counted }).toEqual({ missing, isCounted: true });
        for (const line of taken.flat()) expect(() => JSON.parse(line)).not.toThrow();
        // Nothing is on the fallback that a console showed.
        for (const [index, lines] of taken.entries()) {
          if (
            actors[index]?.isConsole !== true ||
            actors.some(({ deeds }) => deeds.some((one) => one !== "take" && one !== "throw"))
          )
            continue;
          for (const line of lines) expect(fallen).not.toContain(line);
        }
      },
    ),
    { numRuns: 300 },
  );
}, 30_000);
