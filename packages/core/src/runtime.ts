import { LEVEL_NUMBERS } from "@agora/schema/tables";
import type { ErrorCode, Level } from "@agora/schema/tables";
import { sortArguments } from "./call-arguments.ts";
import { createDelivery } from "./delivery.ts";
import type { Delivery } from "./delivery.ts";
import { createEncoderWith } from "./encoder.ts";
import type { Encoder, EncoderSettings, EntryInput } from "./encoder.ts";
import type { Handler } from "./handler.ts";
import { createKeyBook } from "./key-book.ts";
import type { KeyBook } from "./key-book.ts";
import { createLayer } from "./layer.ts";
import type { Layer } from "./layer.ts";
import { createLogger } from "./logger.ts";
import type { EmitArguments, Logger, LoggerCore } from "./logger.ts";
import type { Ports } from "./ports.ts";
import { UNKNOWN_SITE } from "./site.ts";

/** How a runtime writes. */
export interface RuntimeConfig extends Omit<EncoderSettings, "loggerName"> {
  /** Lowest level that is written. Default: INFO. */
  readonly level?: Level | undefined;
  /** Where lines go, in this order. They belong to the runtime from now on: it closes them. */
  readonly handlers: readonly Handler[];
  /** Context that every entry has, unless a child or a call says otherwise. */
  readonly defaultContext?: object | undefined;
  /** Folder that is taken off the front of file names. Default: base names only. */
  readonly sourceRoot?: string | undefined;
  /** A warning that is written in front of the first entry. */
  readonly notice?: string | undefined;
}

/** Loggers with their handlers: a process has one. */
export interface Runtime {
  /**
   * Returns the logger of a name; the same one for the same name.
   *
   * @typeParam C what its contexts may hold.
   */
  getLogger<C extends object = object>(name?: string): Logger<C>;
  /** Runs a function; what it and all that it starts write has this context as well. Returns what it returns. */
  runWithContext<T>(context: object, body: () => T): T;
  /**
   * Writes differently from now on, also with the loggers that exist. Handlers that are not taken over are closed.
   *
   * @throws {AgoraError} `AGORA_CONFIG` at once, and then nothing has changed.
   */
  configure(config: RuntimeConfig): Promise<void>;
  /** Writes an entry of the library itself, of level WARNING. Never throws. */
  warn(message: string, context?: object): void;
  /** Waits until the handlers have brought everything to where it survives the process. Never rejects. */
  flush(): Promise<void>;
  /**
   * Flushes and closes the handlers. Entries that come later go to the fallback from level WARNING on; others are
   * counted. `configure` opens the runtime again. Never rejects.
   */
  shutdown(): Promise<void>;
  /** How many entries nobody took: after `shutdown`, in a recursion of loggers, or for lack of a fallback. */
  readonly dropped: number;
}

/** What the loggers of one name share, with what makes their lines. */
interface Voice extends LoggerCore {
  readonly logger: Logger;
  encode: Encoder;
}

// A getter that logs the object that it belongs to would not end.
const DEEPEST_CALL = 8;

const OWN_NAME = "agora";

/**
 * Makes a runtime.
 *
 * @throws {AgoraError} `AGORA_CONFIG` when the service or `maxEntryBytes` is out of its range.
 */
export function createRuntime(config: RuntimeConfig, ports: Ports): Runtime {
  return new LogRuntime(config, ports);
}

class LogRuntime implements Runtime {
  readonly #ports: Ports;
  readonly #delivery: Delivery;
  readonly #voices = new Map<string, Voice>();
  #settings: RuntimeConfig;
  #book: KeyBook;
  #defaults: readonly Layer[] = [];
  #depth = 0;

  constructor(config: RuntimeConfig, ports: Ports) {
    this.#ports = ports;
    this.#settings = config;
    this.#book = createKeyBook(config.redact);
    this.#delivery = createDelivery(ports, (code, message, context, error) =>
      this.#ownLine("ERROR", message, { ...context, code }, error),
    );
    this.#voice(OWN_NAME);
    void this.configure(config);
  }

  get dropped(): number {
    return this.#delivery.dropped();
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

  configure(next: RuntimeConfig): Promise<void> {
    const book = createKeyBook(next.redact);
    const voices = [...this.#voices.values()];
    // All of them are made before anything changes: they may refuse the settings.
    const encoders = voices.map(({ name }) => createEncoderWith({ ...next, loggerName: name }, book));
    this.#settings = next;
    this.#book = book;
    this.#defaults = next.defaultContext === undefined ? [] : [createLayer(next.defaultContext)];
    voices.forEach((voice, index) => {
      voice.encode = encoders[index] as Encoder;
      voice.threshold = LEVEL_NUMBERS[next.level ?? "INFO"];
    });
    return this.#delivery.open(next.handlers);
  }

  warn(message: string, context: object = {}): void {
    try {
      this.#delivery.deliver(this.#ownLine("WARNING", message, context), "WARNING");
    } catch {
      this.#delivery.drop();
    }
  }

  flush(): Promise<void> {
    return this.#delivery.flush();
  }

  shutdown(): Promise<void> {
    return this.#delivery.close();
  }

  #voice(name: string): Voice {
    let voice = this.#voices.get(name);
    if (voice === undefined) {
      const core: LoggerCore = {
        name,
        threshold: LEVEL_NUMBERS[this.#settings.level ?? "INFO"],
        emit: (...call) => this.#emit(made, call),
      };
      const encode = createEncoderWith({ ...this.#settings, loggerName: name }, this.#book);
      const made: Voice = Object.assign(core, { encode, logger: createLogger(core, []) });
      voice = made;
      this.#voices.set(name, made);
    }
    return voice;
  }

  #emit(voice: Voice, call: EmitArguments): void {
    if (this.#depth >= DEEPEST_CALL) return this.#delivery.drop();
    this.#depth++;
    try {
      const line = this.#line(voice, call);
      this.#giveNotice();
      this.#delivery.deliver(line, call[1]);
    } catch {
      this.#delivery.drop();
    } finally {
      this.#depth--;
    }
  }

  #line(voice: Voice, [method, level, layers, message, second, third]: EmitArguments): string {
    const { stack, contextStorage } = this.#ports;
    try {
      const { error, contexts } = sortArguments(message, second, third);
      const context = contexts.pop();
      const site = stack === undefined ? UNKNOWN_SITE : stack(method, this.#settings.sourceRoot ?? "");
      const bound = [
        ...this.#defaults,
        ...(contextStorage?.get() ?? []),
        ...layers,
        ...contexts.map(createLayer),
      ];
      return voice.encode({ ...this.#stamp(), level, message, site, error, bound, context });
    } catch (error) {
      // Only a fault of a port or of this library comes here: the entry goes out without what may have caused it.
      const code: ErrorCode = "AGORA_ENCODE";
      const text = typeof message === "string" ? message : "";
      return voice.encode({
        ...this.#stamp(),
        level,
        message: text,
        site: UNKNOWN_SITE,
        error,
        context: { code },
      });
    }
  }

  #ownLine(level: Level, message: string, context: object, error?: unknown): string {
    const { encode } = this.#voice(OWN_NAME);
    return encode({ ...this.#stamp(), level, message, site: UNKNOWN_SITE, context, error });
  }

  #stamp(): Pick<EntryInput, "time" | "micros" | "entryId"> {
    const { clock, entryId } = this.#ports;
    const now = clock();
    const time = Math.floor(now / 1000);
    return { time, micros: now - time * 1000, entryId: entryId?.() };
  }

  #giveNotice(): void {
    const { notice } = this.#settings;
    if (notice === undefined) return;
    this.#settings = { ...this.#settings, notice: undefined };
    this.warn(notice);
  }
}
