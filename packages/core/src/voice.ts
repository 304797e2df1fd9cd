import { LEVELS } from "@agora/schema/tables";
import type { ErrorCode, Level } from "@agora/schema/tables";
import { bindContext, boundOf } from "./bound.ts";
import type { Bound } from "./bound.ts";
import { sortArguments } from "./call-arguments.ts";
import { callLazy } from "./context.ts";
import { messageOf } from "./exception.ts";
import type { KeyPlan } from "./key-book.ts";
import type { Outlet } from "./delivery/outlet.ts";
import { createLogger } from "./logger.ts";
import type { Logger } from "./logger.ts";
import type { AnyFunction, Ports } from "./ports.ts";
import { isLazy, Raw } from "./safe.ts";
import type { Gate, Gates } from "./sampling/gates.ts";
import { createScope } from "./scope.ts";
import { planOf } from "./scribe.ts";
import type { Scribe } from "./scribe.ts";
import { isBuildSite, UNKNOWN_SITE } from "./site.ts";
import type { BuildSite, Site } from "./site.ts";
import { stencilOf } from "./stencil.ts";
import type { Stencil, Style } from "./stencil.ts";
import { WRITERS } from "./value.ts";

/** What the voices of a runtime share. Its runtime changes it. */
export interface Home {
  ports: Ports;
  /** Context that every entry has. */
  defaults: Bound | undefined;
  /** Writes what must stand in front of the first entry; takes itself away. */
  notice: (() => void) | undefined;
  /** Calls that are being written, one within the other. */
  depth: number;
  /** Counts an entry that nobody took, because it was written while another was, or because it could not be made. */
  readonly drop: (reason: "recursion" | "failed") => void;
}

/** Where a call stands: found when it runs, or written beside it by a build step. */
export type Place = Site | BuildSite;

const ALL_OPEN: Gates = /* @__PURE__ */ LEVELS.map(() => undefined);

// A getter that logs the object that it belongs to would not end.
const DEEPEST_CALL = 8;

/** What the loggers of one name share: it turns calls into lines. */
export class Voice {
  readonly name: string;
  readonly logger: Logger;
  /** Lowest number of a level that is written. */
  threshold = 0;
  /** What decides which entries of a level are kept, in the order of the levels. */
  gates: Gates = ALL_OPEN;
  scribe: Scribe;
  readonly #outlet: Outlet;
  readonly #home: Home;

  constructor(home: Home, name: string, scribe: Scribe, outlet: Outlet) {
    this.#home = home;
    this.name = name;
    this.scribe = scribe;
    this.#outlet = outlet;
    this.logger = createLogger(this);
  }

  /**
   * Writes the entry of a call. Never throws.
   *
   * @param method the public function above which the call stands; undefined where its place was found before.
   * @param site that place; otherwise the hidden argument, of which anything but a place of a build step is ignored.
   * @param level index of the level in the list of levels.
   */
  emit(
    method: AnyFunction | undefined,
    site: unknown,
    level: number,
    bound: Bound | undefined,
    message: unknown,
    second: unknown,
    third: unknown,
  ): void {
    const home = this.#home;
    if (home.depth >= DEEPEST_CALL) return home.drop("recursion");
    home.depth++;
    try {
      const style = this.scribe.styles[level] as Style;
      let line: string;
      try {
        const place =
          method === undefined ? ((site as Place | undefined) ?? UNKNOWN_SITE) : this.placeOf(method, site);
        line = this.#line(place, style, level, bound, message, second, third);
      } catch (error) {
        line = this.#emergencyLine(style, message, error);
      }
      if (home.notice !== undefined) home.notice();
      if (line !== "") this.#outlet.write(line, style.level, level);
    } catch {
      home.drop("failed");
    } finally {
      home.depth--;
    }
  }

  /** Where a call of a public function stands. */
  placeOf(method: AnyFunction, site: unknown): Place {
    if (isBuildSite(site)) {
      if (site.cache === undefined) verify(site, method);
      return site;
    }
    const { stack } = this.#home.ports;
    return stack === undefined ? UNKNOWN_SITE : stack(method, this.scribe.sourceRoot);
  }

  /** The line of an entry of the library itself. */
  ownLine(level: Level, message: string, context: object, error?: unknown): string {
    const style = this.scribe.styles.find((other) => other.level === level) as Style;
    const stencil = stencilOf(UNKNOWN_SITE, style);
    return this.#write(stencil, undefined, undefined, message, error, context, planOf(context, stencil));
  }

  /** The text of what stands where a message may. Never throws. */
  textOf(message: unknown): string {
    if (typeof message === "string") return message;
    const said = typeof message === "function" ? spoken(message) : message;
    return messageOf(said, createScope(this.scribe.book, WRITERS));
  }

  /** Milliseconds by a clock that does not go back. */
  steady(): number {
    const { steady, clock } = this.#home.ports;
    return steady === undefined ? clock() / 1000 : steady();
  }

  #line(
    place: Place,
    style: Style,
    level: number,
    bound: Bound | undefined,
    message: unknown,
    second: unknown,
    third: unknown,
  ): string {
    const { ports, defaults } = this.#home;
    let all = bound;
    const running = ports.contextStorage?.get();
    if (running !== undefined) all = join(boundOf(running), all);
    if (defaults !== undefined) all = join(defaults, all);
    const stencil = stencilOf(place, style);
    const gate = this.gates[level];
    // Nearly every call: a text, then nothing or a plain object, with an Error between them or not.
    if (typeof message === "string") {
      if (third === undefined) {
        const plan = planOf(second, stencil);
        if (plan !== undefined || second === undefined)
          return this.#write(stencil, gate, all, message, undefined, second, plan);
      }
      if (second instanceof Error) {
        const plan = planOf(third, stencil);
        if (plan !== undefined || third === undefined)
          return this.#write(stencil, gate, all, message, second, third, plan);
      }
    }
    const said = typeof message === "function" ? spoken(message) : message;
    const { error, contexts } = sortArguments(said, second, third);
    const call = contexts.pop();
    for (const context of contexts) all = bindContext(all, context);
    return this.#write(stencil, gate, all, said, error, call, planOf(call, stencil));
  }

  #write(
    stencil: Stencil,
    gate: Gate | undefined,
    bound: Bound | undefined,
    message: unknown,
    error: unknown,
    call: unknown,
    plan: KeyPlan | undefined,
  ): string {
    const { clock, entryId } = this.#home.ports;
    const now = clock();
    const time = Math.floor(now / 1000);
    return this.scribe.write(
      stencil,
      time,
      now - time * 1000,
      message,
      error,
      bound,
      call,
      plan,
      entryId === undefined ? undefined : entryId(),
      0,
      gate,
      true,
    );
  }

  /** Only a fault of a port or of this library comes here: the entry goes out without what may have caused it. */
  #emergencyLine({ level }: Style, message: unknown, error: unknown): string {
    const code: ErrorCode = "AGORA_ENCODE";
    return this.ownLine(level, typeof message === "string" ? message : "", { code }, error);
  }
}

function join(outer: Bound, inner: Bound | undefined): Bound {
  return inner === undefined ? outer : inner.under(outer);
}

/** The message that a function stands for. */
function spoken(lazy: unknown): unknown {
  const said = isLazy(lazy) ? callLazy(lazy) : "";
  return said instanceof Raw ? said.text : said;
}

/** A test may ask to compare the places that a build step has written with those that are found at run time. */
function verify(site: BuildSite, method: AnyFunction): void {
  const check = (globalThis as Record<symbol, unknown>)[Symbol.for("agora.verify.1")];
  if (typeof check === "function") (check as (site: BuildSite, method: AnyFunction) => void)(site, method);
}
