import { createContext, runInContext } from "node:vm";
import { transform } from "@agora/callsite";

const AT = Symbol.for("agora.at.1");
const SITE = Symbol.for("agora.site.1");
const METHODS = ["debug", "info", "warn", "error"] as const;

/** What a program did, one line for each effect. */
export type Effects = readonly string[];

/** A site that a logger was given. */
export interface GivenSite {
  readonly line: number;
  readonly name: string;
  readonly message: string | undefined;
}

/** What a run of a program showed. */
export interface ProgramRun {
  readonly effects: Effects;
  /** The site of each entry of our logger, in order. */
  readonly sites: readonly (GivenSite | undefined)[];
}

/**
 * Runs a CommonJS program, with or without its sites, in a realm of its own. It has `require("@agora/logger")` with a
 * logger that takes sites as ours does, `foreign` (a logger that looks at all that it is given), `tell(x)` which makes an
 * effect and returns its argument, and `trap(name)`, an object whose every property read is an effect.
 */
export async function runProgram(
  code: string,
  isTransformed: boolean,
  helpers: readonly string[] = [],
): Promise<ProgramRun> {
  const effects: string[] = [];
  const sites: (GivenSite | undefined)[] = [];
  const text = isTransformed
    ? (transform(code, "/app/program.js", { root: "/app", helpers })?.code ?? code)
    : code;
  const world = createContext({ Symbol, Reflect, Promise, ...worldOf(effects, sites) });
  const body = runInContext(`(async function (require, exports, module) {${text}\n})`, world) as (
    require: (name: string) => unknown,
    exports: object,
    module: object,
  ) => Promise<void>;
  const ours = ourLogger(effects, sites);
  try {
    await body(() => ({ getLogger: () => ours }), {}, {});
  } catch (error) {
    // The text of a TypeError quotes the source.
    effects.push(`threw ${(error as Error).name}`);
  }
  return { effects, sites };
}

function worldOf(effects: string[], sites: (GivenSite | undefined)[]): object {
  return {
    tell: (value: unknown) => {
      effects.push(`tell ${shown(value)}`);
      return value;
    },
    fail: (value: unknown) => {
      effects.push(`fail ${shown(value)}`);
      throw new RangeError("meant");
    },
    trap: (name: string) => trap(name, effects),
    foreign: foreignLogger(effects),
    hidden: ourLogger(effects, sites),
  };
}

/** What `arguments` is for a foreign logger: nothing may be added. */
function foreignLogger(effects: string[]): object {
  return Object.fromEntries(
    METHODS.map((method) => [
      method,
      function (this: unknown, ...all: unknown[]) {
        effects.push(`foreign ${method} ${String(all.length)} ${all.map(shown).join(" ")}`);
        return this;
      },
    ]),
  );
}

function ourLogger(effects: string[], sites: (GivenSite | undefined)[]): object {
  const write = (method: string, all: unknown[], site: unknown): void => {
    effects.push(`ours ${method} ${all.map(shown).join(" ")}`);
    sites.push(isSite(site) ? site : undefined);
  };
  const logger: Record<string | symbol, unknown> = {
    child: (context: unknown) => {
      effects.push(`child ${shown(context)}`);
      return logger;
    },
  };
  const methods = (bound?: unknown): Record<string, (...all: unknown[]) => void> =>
    Object.fromEntries(
      METHODS.map((method) => [
        method,
        (message: unknown, second: unknown, third: unknown, site: unknown) => {
          write(method, [message, second, third], bound ?? site);
        },
      ]),
    );
  Object.assign(logger, methods());
  logger[AT] = Object.assign((site: unknown) => methods(site), { [AT]: true });
  return logger;
}

function isSite(value: unknown): value is GivenSite {
  return typeof value === "object" && value !== null && (value as Record<symbol, unknown>)[SITE] === true;
}

function trap(name: string, effects: string[]): object {
  return new Proxy(
    {},
    {
      get: (_, key) => {
        // The brand of ours is asked for, once, of whatever has a logger's name.
        if (key === AT) return undefined;
        effects.push(`get ${name}.${String(key)}`);
        return key === "log"
          ? trap(`${name}.log`, effects)
          : (...all: unknown[]) => effects.push(`call ${all.map(shown).join(" ")}`);
      },
    },
  );
}

function shown(value: unknown): string {
  if (typeof value === "function") return "function";
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value;
  }
}
