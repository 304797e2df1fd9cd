import type { WriteStream } from "node:tty";
import { type Paint, createPaint, wantsColours } from "./paint.ts";

/** Where the run is told: a terminal, or a file or pipe, which gets the same words without colours and redrawing. */
export interface Terminal {
  readonly paint: Paint;
  /** Writes lines. */
  say(...lines: readonly string[]): void;
  /** Shows how far something is; on a terminal in one line that is drawn again, else at every quarter. */
  progress(what: string, done: number, all: number): void;
}

const BAR_WIDTH = 30;

/** Tells the run on a stream. */
export function createTerminal(stream: WriteStream, environment: NodeJS.ProcessEnv): Terminal {
  const paint = createPaint(wantsColours(stream, environment));
  let barIsDrawn = false;
  const clearBar = (): void => {
    if (barIsDrawn) stream.write("\r\u001b[2K");
    barIsDrawn = false;
  };
  return {
    paint,
    say: (...lines) => {
      clearBar();
      stream.write(`${lines.join("\n")}\n`);
    },
    progress: (what, done, all) => {
      if (stream.isTTY) {
        clearBar();
        stream.write(`  ${what} ${bar(done, all, paint)} ${done} of ${all}`);
        barIsDrawn = true;
      } else if (isQuarter(done, all)) {
        stream.write(`  ${what} ${done} of ${all}\n`);
      }
    },
  };
}

function bar(done: number, all: number, paint: Paint): string {
  const filled = all === 0 ? BAR_WIDTH : Math.round((done / all) * BAR_WIDTH);
  return paint.accent("━".repeat(filled)) + paint.dim("─".repeat(BAR_WIDTH - filled));
}

function isQuarter(done: number, all: number): boolean {
  return Math.floor((done * 4) / all) > Math.floor(((done - 1) * 4) / all);
}
