import type { Node } from "oxc-parser";
import { callPosition, LineTable } from "../analysis/ast.ts";
import type { Frame } from "../analysis/facts.ts";
import { analyse } from "../instrument.ts";
import type { LoadSettings } from "./load-settings.ts";

/** What a file that was compiled says about its calls; lines from 1, columns from 0. */
export interface OriginalCalls {
  /** The bare name of the function around a position. */
  readonly nameAt: (line: number, column: number) => string | undefined;
  /** Whether a call that is a site stands exactly there. */
  readonly isSite: (line: number, column: number) => boolean;
}

/** Reads a file that was compiled; undefined where it cannot be parsed. */
export function callsIn(path: string, code: string, settings: LoadSettings): OriginalCalls | undefined {
  const analysis = analyse(code, path, settings);
  if (analysis === undefined) return undefined;
  const { facts, sites } = analysis;
  const lines = new LineTable(code);
  const calls = new Map<number, Frame>();
  for (const { node, frame } of facts.calls) calls.set(callPosition(node, code), frame);
  const sitePositions = new Set(
    sites.filter(({ kind }) => kind !== "fallback").map(({ position }) => position),
  );
  return {
    nameAt: (line, column) => {
      const offset = lines.offsetOf(line, column);
      return (calls.get(offset) ?? innermost(facts.frames, offset))?.name;
    },
    isSite: (line, column) => sitePositions.has(lines.offsetOf(line, column)),
  };
}

function innermost(frames: ReadonlyMap<Node, Frame>, offset: number): Frame | undefined {
  let best: Node | undefined;
  for (const node of frames.keys()) {
    const isInside = node.start <= offset && offset < node.end;
    if (isInside && (best === undefined || node.end - node.start < best.end - best.start)) best = node;
  }
  return best && frames.get(best);
}
