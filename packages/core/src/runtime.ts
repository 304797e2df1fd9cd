import type { DropTotals } from "@agora/schema";
import { LEVEL_NUMBERS, LEVELS } from "@agora/schema/tables";
import type { Level } from "@agora/schema/tables";
import { AgoraError } from "./agora-error.ts";
import { boundLayers } from "./bound.ts";
import { Delivery } from "./delivery.ts";
import { OWN_NAME } from "./delivery/fan-out.ts";
import type { FlushOptions, FlushResult, FlushSyncOptions } from "./delivery/flush-result.ts";
import { statusOf } from "./delivery/sink.ts";
import type { OwnReport } from "./handler.ts";
import { createKeyBook } from "./key-book.ts";
import type { KeyBook } from "./key-book.ts";
import { createLayer } from "./layer.ts";
import type { LevelInput } from "./level.ts";
import { createLevelRegistry, readLevels } from "./levels/level-registry.ts";
import type { LevelChange, LevelRegistry } from "./levels/level-registry.ts";
import type { SetLevelOptions } from "./levels/set-level-options.ts";
import type { Logger } from "./logger.ts";
import type { Ports } from "./ports.ts";
import { readRoutes } from "./routes/read-routes.ts";
import type { Runtime, RuntimeConfig, RuntimeState } from "./runtime-types.ts";
import { createGates } from "./sampling/gates.ts";
import { Scribe } from "./scribe.ts";
import { Voice } from "./voice.ts";
import type { Home } from "./voice.ts";

/**
 * Makes a runtime.
 *
 * @throws {AgoraError} `AGORA_CONFIG` when a value is out of its range, or what is given as a handler or a route is
 * none; `AGORA_LEVEL` when a level does not exist.
 */
export function createRuntime(config: RuntimeConfig, ports: Ports): Runtime {
  return new LogRuntime(config, ports);
}

class LogRuntime implements Runtime {
  readonly #ports: Ports;
  readonly #home: Home;
  readonly #delivery: Delivery;
  readonly #levels: LevelRegistry;
  readonly #voices = new Map<string, Voice>();
  #settings: RuntimeConfig;
  #book: KeyBook;

  constructor(config: RuntimeConfig, ports: Ports) {
    this.#ports = ports;
    this.#settings = config;
    this.#book = createKeyBook(config.redact);
    this.#levels = createLevelRegistry(readLevels(config.level, config.levels), ports.schedule, (changes) =>
      this.#onLevels(changes),
    );
    this.#delivery = new Delivery(ports, ({ level, code, message, context, error }) =>
      this.#voice(OWN_NAME).ownLine(level, message, { ...context, code }, error),
    );
    const drop = this.#delivery.fanOut.drops.add;
    this.#home = { ports, defaults: undefined, notice: undefined, depth: 0, drop };
    this.#voice(OWN_NAME);
    void this.configure(config);
  }

  get dropped(): DropTotals {
    return this.#delivery.fanOut.drops.totals();
  }

  getLogger<C extends object>(name?: unknown): Logger<C> {
    // A caller without types may pass anything; a name that is no text is none.
    return this.#voice(typeof name === "string" ? name : "").logger;
  }

  runWithContext<T>(context: object, body: () => T): T {
    const storage = this.#ports.contextStorage;
    return storage === undefined
      ? body()
      : storage.run([...(storage.get() ?? []), createLayer(context)], body);
  }

  configure(next: RuntimeConfig): Promise<FlushResult> {
    const book = createKeyBook(next.redact);
    const voices = [...this.#voices.values()];
    // All of this is made before anything changes: it may refuse the settings.
    const scribes = voices.map(({ name }) => scribeOf(next, name, book));
    const destinations = readRoutes(next.handlers);
    const levels = readLevels(next.level, next.levels);
    const interval = checkInterval(next.dropReportIntervalMs);
    this.#settings = next;
    this.#book = book;
    this.#levels.configure(levels);
    this.#delivery.fanOut.drops.interval = interval;
    this.#furnish(next);
    voices.forEach((voice, index) => {
      voice.scribe = scribes[index] as Scribe;
      this.#tune(voice);
    });
    return this.#delivery.open(destinations);
  }

  report(report: OwnReport): void {
    this.#delivery.fanOut.report(report);
  }

  setLevel(level: LevelInput, name?: string, options?: SetLevelOptions): void {
    this.#levels.set(level, name, options);
  }

  getLevel(name = ""): Level {
    return this.#levels.of(name);
  }

  resetLevel(name?: string): void {
    this.#levels.reset(name);
  }

  getAllLevels(): Record<string, Level> {
    return this.#levels.all();
  }

  flush(options?: FlushOptions): Promise<FlushResult> {
    return this.#delivery.flush(options);
  }

  flushSync(options?: FlushSyncOptions): void {
    this.#delivery.flushSync(options);
  }

  reopen(): void {
    this.#delivery.reopen();
  }

  shutdown(options?: FlushOptions): Promise<FlushResult> {
    this.#levels.clear();
    for (const voice of this.#voices.values()) this.#tune(voice);
    return this.#delivery.close(options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shutdown();
  }

  inspect(): RuntimeState {
    const { fanOut, formerErrors } = this.#delivery;
    const { sinks, outlets, isClosed } = fanOut;
    return {
      isClosed,
      handlers: sinks.map((sink) => ({ name: sink.handler.name, status: statusOf(sink) })),
      entries: [...outlets].flatMap(({ name: logger, counts }) =>
        LEVELS.map((level, index) => ({ logger, level, count: counts[index] ?? 0 })).filter(
          ({ count }) => count > 0,
        ),
      ),
      dropped: this.dropped,
      formerErrors,
      degraded: this.#settings.degraded ?? [],
    };
  }

  #voice(name: string): Voice {
    let voice = this.#voices.get(name);
    if (voice === undefined) {
      const scribe = scribeOf(this.#settings, name, this.#book);
      voice = new Voice(this.#home, name, scribe, this.#delivery.fanOut.outlet(name));
      this.#tune(voice);
      this.#voices.set(name, voice);
    }
    return voice;
  }

  /** Settles which entries a voice lets pass. */
  #tune(voice: Voice): void {
    const { sampler, rateLimiter } = this.#settings;
    const { fanOut, steady } = this.#delivery;
    voice.threshold = LEVEL_NUMBERS[this.#levels.of(voice.name)];
    voice.gates = createGates(voice.name, {
      sampler,
      rateLimiter,
      random: this.#ports.random ?? Math.random,
      steady,
      drop: fanOut.drops.add,
    });
  }

  /** Settles what all voices have in common. */
  #furnish({ handlers, defaultContext, notice, entryIds }: RuntimeConfig): void {
    const needsIds =
      entryIds ?? handlers.some((item) => ("handler" in item ? item.handler : item).needsEntryId === true);
    Object.assign(this.#home, {
      ports: needsIds ? this.#ports : { ...this.#ports, entryId: undefined },
      defaults: defaultContext === undefined ? undefined : boundLayers([createLayer(defaultContext)]),
      notice: notice === undefined ? undefined : () => this.#giveNotice(notice),
    } satisfies Partial<Home>);
  }

  #giveNotice(notice: OwnReport): void {
    this.#home.notice = undefined;
    this.report(notice);
  }

  #onLevels(changes: readonly LevelChange[]): void {
    for (const voice of this.#voices.values()) this.#tune(voice);
    for (const { level, logger, durationSeconds } of changes) {
      const duration = durationSeconds === undefined ? {} : { duration_seconds: durationSeconds };
      this.report({
        level: "INFO",
        code: "AGORA_LEVEL_CHANGED",
        message: "A level was changed",
        context: { level, logger, ...duration },
      });
    }
  }
}

function scribeOf(settings: RuntimeConfig, loggerName: string, book: KeyBook): Scribe {
  return new Scribe({ ...settings, loggerName }, book, settings.sourceRoot);
}

function checkInterval(milliseconds: unknown = 10_000): number {
  if (typeof milliseconds === "number" && milliseconds > 0 && milliseconds < 2 ** 31) return milliseconds;
  const shown = typeof milliseconds === "number" ? String(milliseconds) : typeof milliseconds;
  throw new AgoraError(
    "AGORA_CONFIG",
    `dropReportIntervalMs: ${shown} is not an interval; use a number above 0 and below 2147483648`,
  );
}
