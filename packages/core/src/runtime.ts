import { LEVEL_NUMBERS } from "@agora/schema/tables";
import type { ErrorCode, Level } from "@agora/schema/tables";
import { sortArguments } from "./call-arguments.ts";
import { createDelivery } from "./delivery.ts";
import { createEncoderWith } from "./encoder.ts";
import type { Encoder, EncoderSettings, EntryInput } from "./encoder.ts";
import type { Handler } from "./handler.ts";
import { createKeyBook } from "./key-book.ts";
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

/** The loggers of one name, with what makes their lines. */
interface Voice extends LoggerCore {
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
  const { clock, stack, contextStorage, entryId } = ports;
  const voices = new Map<string, Voice>();
  const loggers = new Map<string, Logger>();
  let settings = config;
  let book = createKeyBook(config.redact);
  let defaults: readonly Layer[] = [];
  let depth = 0;

  const lineOf = (
    voice: Voice,
    entry: Pick<EntryInput, "level" | "message"> & Partial<EntryInput>,
  ): string => {
    const now = clock();
    const time = Math.floor(now / 1000);
    return voice.encode({
      time,
      micros: now - time * 1000,
      site: UNKNOWN_SITE,
      entryId: entryId?.(),
      ...entry,
    });
  };

  const delivery = createDelivery(ports, (code, message, context, error) =>
    lineOf(voiceOf(OWN_NAME), { level: "ERROR", message, context: { ...context, code }, error }),
  );

  const write = (level: Level, encode: () => string): void => {
    if (depth >= DEEPEST_CALL) return delivery.drop();
    depth++;
    try {
      const line = encode();
      const { notice } = settings;
      if (notice !== undefined) {
        settings = { ...settings, notice: undefined };
        warn(notice);
      }
      delivery.deliver(line, level);
    } catch {
      delivery.drop();
    } finally {
      depth--;
    }
  };

  const warn = (message: string, context?: object): void =>
    write("WARNING", () => lineOf(voiceOf(OWN_NAME), { level: "WARNING", message, context }));

  const lineOfCall = (
    voice: Voice,
    [method, level, layers, message, second, third]: EmitArguments,
  ): string => {
    try {
      const { error, contexts } = sortArguments(second, third);
      const context = contexts.pop();
      const site = stack === undefined ? UNKNOWN_SITE : stack(method, settings.sourceRoot ?? "");
      const bound = [...defaults, ...(contextStorage?.get() ?? []), ...layers, ...contexts.map(createLayer)];
      return lineOf(voice, { level, message, site, error, bound, context });
    } catch (error) {
      // Only a fault of a port or of this library comes here: the entry goes out without what may have caused it.
      const code: ErrorCode = "AGORA_ENCODE";
      return lineOf(voice, {
        level,
        message: typeof message === "string" ? message : "",
        error,
        context: { code },
      });
    }
  };

  const voiceOf = (name: string): Voice => {
    const known = voices.get(name);
    if (known !== undefined) return known;
    const voice: Voice = {
      name,
      threshold: LEVEL_NUMBERS[settings.level ?? "INFO"],
      encode: createEncoderWith({ ...settings, loggerName: name }, book),
      emit: (...call) => write(call[1], () => lineOfCall(voice, call)),
    };
    voices.set(name, voice);
    return voice;
  };

  const configure = (next: RuntimeConfig): Promise<void> => {
    const nextBook = createKeyBook(next.redact);
    // All of them are made before anything changes: they may refuse the settings.
    const encoders = [...voices.keys()].map((name) =>
      createEncoderWith({ ...next, loggerName: name }, nextBook),
    );
    settings = next;
    book = nextBook;
    defaults = next.defaultContext === undefined ? [] : [createLayer(next.defaultContext)];
    for (const voice of voices.values()) {
      voice.encode = encoders.shift() as Encoder;
      voice.threshold = LEVEL_NUMBERS[next.level ?? "INFO"];
    }
    return delivery.open(next.handlers);
  };

  voiceOf(OWN_NAME);
  void configure(config);
  return {
    getLogger<C extends object>(name = "") {
      let logger = loggers.get(name);
      if (logger === undefined) loggers.set(name, (logger = createLogger(voiceOf(name), [])));
      return logger as Logger<C>;
    },
    runWithContext(context, body) {
      const run = contextStorage?.run ?? ((_: readonly Layer[], inner: typeof body) => inner());
      return run([...(contextStorage?.get() ?? []), createLayer(context)], body);
    },
    configure,
    warn,
    flush: delivery.flush,
    shutdown: delivery.close,
    get dropped() {
      return delivery.dropped();
    },
  };
}
