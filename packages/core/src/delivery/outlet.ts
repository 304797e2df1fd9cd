import { LEVEL_NUMBERS, LEVELS } from "@agora/schema/tables";
import type { Level } from "@agora/schema/tables";
import type { Sink } from "./sink.ts";

/** Hands a line to handlers. Never throws. */
export interface Deliverer {
  deliver(sinks: readonly Sink[], line: string, level: Level): void;
}

/** Brings the lines of one logger name to their handlers, and counts them. */
export class Outlet {
  readonly name: string;
  /** How many entries there were, in the order of the levels. */
  readonly counts: number[] = LEVELS.map(() => 0);
  /** Who gets the entries of a level, in the order of the levels. */
  sinks: readonly (readonly Sink[])[] = [];
  readonly #deliverer: Deliverer;

  constructor(name: string, deliverer: Deliverer) {
    this.name = name;
    this.#deliverer = deliverer;
  }

  /**
   * Never throws.
   *
   * @param index that of the level in the list of levels, for who knows it.
   */
  write(line: string, level: Level, index: number = LEVEL_INDEX[level]): void {
    this.#deliverer.deliver(this.sinksOf(index), line, level);
  }

  /** Counts an entry of the level with this index; returns who gets it. */
  sinksOf(index: number): readonly Sink[] {
    (this.counts[index] as number) += 1;
    return this.sinks[index] as readonly Sink[];
  }

  /** Finds out once which handlers this name has. */
  settle(all: readonly Sink[]): void {
    const shares = all
      .map((sink) => ({ sink, share: sink.share(this.name) }))
      .sort((a, b) => (b.share?.priority ?? 0) - (a.share?.priority ?? 0));
    this.sinks = LEVELS.map((level) =>
      shares
        .filter(({ share }) => share !== undefined && share.minimum <= LEVEL_NUMBERS[level])
        .map(({ sink }) => sink),
    );
  }
}

/** Place of a level in the list of levels. */
export const LEVEL_INDEX: Readonly<Record<Level, number>> = Object.fromEntries(
  LEVELS.map((level, index) => [level, index]),
) as Record<Level, number>;
