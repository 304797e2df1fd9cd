import type { Schedule } from "../src/ports.ts";

/** Time that passes only when it is told to: all clocks and timers of a runtime. */
export interface TestClock {
  /** Whole microseconds since 1970, for `Ports.clock`; may be set. */
  now: number;
  readonly clock: () => number;
  /** Milliseconds, for `Ports.steady`. */
  readonly steady: () => number;
  readonly schedule: Schedule;
  /** Lets milliseconds pass and runs what is due, in order. */
  readonly advance: (milliseconds: number) => void;
  /** How many timers there are. */
  readonly pending: number;
  /** How many of them keep the process. */
  readonly holding: number;
}

interface Timer {
  readonly due: number;
  readonly run: () => void;
  readonly holds: boolean;
}

export function createTestClock(): TestClock {
  let elapsed = 0;
  let timers: readonly Timer[] = [];
  const self = {
    now: 1_700_000_000_000_000,
    clock: () => self.now,
    steady: () => elapsed,
    schedule: (run: () => void, milliseconds: number, holds: boolean): (() => void) => {
      const timer = { due: elapsed + milliseconds, run, holds };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    advance(milliseconds: number) {
      const end = elapsed + milliseconds;
      for (;;) {
        const [next] = timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
        if (next === undefined) break;
        timers = timers.filter((each) => each !== next);
        move(next.due);
        next.run();
      }
      move(end);
    },
    get pending() {
      return timers.length;
    },
    get holding() {
      return timers.filter(({ holds }) => holds).length;
    },
  };
  const move = (to: number): void => {
    self.now += (to - elapsed) * 1000;
    elapsed = to;
  };
  return self;
}
