import type { Level } from "@agora/schema/tables";
import { boundLayers } from "./bound.ts";
import { createKeyBook } from "./key-book.ts";
import type { Layer } from "./layer.ts";
import type { Policy } from "./redact/default-policy.ts";
import type { RedactNames } from "./redact/options.ts";
import type { Gate } from "./sampling/gates.ts";
import { planOf, Scribe } from "./scribe.ts";
import type { Site } from "./site.ts";
import { stencilOf } from "./stencil.ts";
import type { Style } from "./stencil.ts";

/** What all entries of a logger have in common. */
export interface EncoderSettings {
  /** Name of the service: 1 to 128 code points. */
  readonly service: string;
  /** `development`, `staging` or `production`; absent where it is empty, as the next three. Written as it is given. */
  readonly environment?: string | undefined;
  /** Semantic version of the service. Written as it is given. */
  readonly version?: string | undefined;
  /** Name of the host or pod, cut to 256 bytes. */
  readonly host?: string | undefined;
  /** Name of the logger, hierarchical with dots, cut to 256 bytes. */
  readonly loggerName?: string | undefined;
  /** Longest line with its line feed, in bytes: 4,096 to 256,000. Default: 31,999. */
  readonly maxEntryBytes?: number | undefined;
  /** Takes ANSI sequences that begin with ESC out of `message`. Default: true. */
  readonly stripAnsi?: boolean | undefined;
  /** What is hidden because of its key. Default: the built-in names. */
  readonly redact?: RedactNames | Policy | undefined;
}

/** What one call says. */
export interface EntryInput {
  /** Whole milliseconds since 1970, as Date has them. */
  readonly time: number;
  /** Microseconds behind `time`, 0 to 999. Default: 0. */
  readonly micros?: number | undefined;
  readonly level: Level;
  /** Text; anything else becomes text: an Error its message, null nothing, objects their canonical JSON. */
  readonly message: unknown;
  readonly site: Site;
  /** What was thrown. Without it, an Error as `message` or in the context becomes `exception`. */
  readonly error?: unknown;
  /** Layers of context, outermost first: defaults, then each child's. */
  readonly bound?: readonly Layer[];
  /** The context of the call: an object or a Map. */
  readonly context?: unknown;
  /** UUIDv7; written where entries must be told apart. */
  readonly entryId?: string | undefined;
  /** Written where it is above 0 and below 1. */
  readonly samplingRate?: number | undefined;
  /** Says the rate instead, once the ids are known; where it says 0 there is no line. */
  readonly sample?: Gate | undefined;
}

/** Makes the line of an entry, with its line feed; empty where it is sampled out. Never throws for any value in message, error and context. */
export type Encoder = (entry: EntryInput) => string;

/**
 * Makes an encoder: canonical bytes of wire format 1.0, one line an entry.
 *
 * @throws {AgoraError} `AGORA_CONFIG` when the service or `maxEntryBytes` is out of its range.
 */
export function createEncoder(settings: EncoderSettings): Encoder {
  const scribe = new Scribe(settings, createKeyBook(settings.redact));
  const styles = new Map<Level, Style>(scribe.styles.map((style) => [style.level, style]));
  return ({
    level,
    site,
    time,
    micros = 0,
    message,
    error,
    bound = [],
    context,
    entryId,
    samplingRate = 0,
    sample,
  }) => {
    const stencil = stencilOf(site, styles.get(level) as Style);
    return scribe.write(
      stencil,
      time,
      micros,
      message,
      error,
      bound.length > 0 ? boundLayers(bound) : undefined,
      context,
      planOf(context, stencil),
      entryId,
      samplingRate,
      sample,
      false,
    );
  };
}
