import { LEVEL_NUMBERS, LEVELS } from "@agora/schema/tables";
import type { Level } from "@agora/schema/tables";
import { AgoraError } from "../agora-error.ts";
import { parseLevel } from "../level.ts";
import type { Gate, Sampler } from "./gates.ts";

/** Tells texts apart, as a RegExp does. */
export interface TextPattern {
  test(text: string): boolean;
}

/** Which entries are kept. */
export interface SamplingOptions {
  /**
   * Share of the entries that is kept, 0 to 1, by level. Default: 1, all of them; ERROR and CRITICAL have no other.
   */
  readonly rates?: Readonly<Partial<Record<Level, number>>> | undefined;
  /** An entry whose message one of these finds is kept whatever the rate. Default: none. */
  readonly alwaysLog?: readonly TextPattern[] | undefined;
}

const UINT32 = 2 ** 32;
const HALF_DIGITS = 7;
const HALF = 2 ** 28;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Makes a sampler. Entries of one trace share their fate in all services, and entries of one correlation id too; only
 * those without ids are left to chance.
 *
 * @throws {AgoraError} `AGORA_CONFIG` for a rate that is no number from 0 to 1, or another than 1 for ERROR or
 * CRITICAL; `AGORA_LEVEL` for a level that does not exist.
 */
export function createSampler({ rates = {}, alwaysLog = [] }: SamplingOptions = {}): Sampler {
  const byLevel = new Map<Level, number>();
  for (const [name, rate] of Object.entries(rates)) {
    const level = parseLevel(name);
    byLevel.set(level, checkRate(level, rate));
  }
  const always = alwaysLog.map(withoutState);
  return {
    gate(level, random) {
      const rate = byLevel.get(level) ?? 1;
      return rate >= 1 ? undefined : createGate(rate, always, random);
    },
  };
}

function createGate(rate: number, always: readonly TextPattern[], random: () => number): Gate {
  const keepsTrace = createTraceTest(rate);
  return (traceId, correlationId, message) => {
    if (always.some((pattern) => finds(pattern, message))) return 1;
    const isKept =
      traceId !== undefined
        ? keepsTrace(traceId)
        : correlationId !== undefined
          ? fnv1a(correlationId) < rate * UINT32
          : random() < rate;
    return isKept ? rate : 0;
  };
}

/**
 * OpenTelemetry's consistent sampling: the last 14 hex digits, as a number, are at least (1 - rate) * 2^56. The number
 * has more bits than a double, so both are compared in halves of 28 bits.
 */
function createTraceTest(rate: number): (traceId: string) => boolean {
  const threshold = (1 - rate) * HALF * HALF;
  const high = Math.floor(threshold / HALF);
  const low = threshold - high * HALF;
  return (traceId) => {
    const idHigh = Number.parseInt(traceId.slice(-2 * HALF_DIGITS, -HALF_DIGITS), 16);
    return idHigh > high || (idHigh === high && Number.parseInt(traceId.slice(-HALF_DIGITS), 16) >= low);
  };
}

/** FNV-1a with 32 bits of a text in ASCII. */
export function fnv1a(text: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}

function finds(pattern: TextPattern, message: string): boolean {
  try {
    return pattern.test(message);
  } catch {
    // Whoever cannot decide keeps the entry.
    return true;
  }
}

/** A RegExp that goes on where it stopped would find every other message only. */
function withoutState(pattern: TextPattern): TextPattern {
  return pattern instanceof RegExp && (pattern.global || pattern.sticky)
    ? new RegExp(pattern.source, pattern.flags.replaceAll(/[gy]/g, ""))
    : pattern;
}

function checkRate(level: Level, rate: unknown): number {
  const isImportant = LEVEL_NUMBERS[level] >= LEVEL_NUMBERS.ERROR;
  if (typeof rate === "number" && rate >= 0 && rate <= 1 && (rate === 1 || !isImportant)) return rate;
  const shown = typeof rate === "number" ? String(rate) : typeof rate;
  const remedy = isImportant
    ? `leave it out: ${LEVELS.slice(-2).join(" and ")} are always kept`
    : "use a number from 0 to 1";
  throw new AgoraError("AGORA_CONFIG", `sampling.rates.${level}: ${shown} is not a rate; ${remedy}`);
}
