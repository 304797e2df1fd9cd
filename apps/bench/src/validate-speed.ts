import { createEncoder, createSite } from "@agora/core";
import { type Profile, StreamValidator } from "@agora/schema/lossless";
import type { Effort } from "./measure.ts";
import { type Spread, spreadOf } from "./statistics.ts";
import { SHARED } from "./workloads.ts";

/** How many entries a second the validator checks on one core. */
export interface ValidateRow {
  readonly profile: Profile;
  readonly perSecond: Spread;
}

/** The length of each line with its line feed, in bytes. */
export const LINE_BYTES = 400;

const LINES = 2000;
const CHUNK_BYTES = 65_536;

/**
 * Measures the lossless validator, profile by profile in turn, on lines of 400 bytes that come in pieces of 64 KiB.
 *
 * @throws {Error} when a line is not valid
 */
export function measureValidate({ rounds, sampleMs }: Effort): ValidateRow[] {
  const chunks = chunksOf(Buffer.from(linesOf400()));
  const profiles = ["writer", "canonical"] as const;
  const perSecond = new Map<Profile, number[]>(profiles.map((profile) => [profile, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const profile of profiles) {
      const rate = sample(profile, chunks, sampleMs);
      // The first round only warms up.
      if (round >= 0) perSecond.get(profile)?.push(rate);
    }
  }
  return profiles.map((profile) => ({ profile, perSecond: spreadOf(perSecond.get(profile) ?? []) }));
}

function sample(profile: Profile, chunks: readonly Buffer[], sampleMs: number): number {
  const validator = new StreamValidator({ profile });
  const start = performance.now();
  let passes = 0;
  do {
    for (const chunk of chunks) validator.push(chunk);
    passes += 1;
  } while (performance.now() - start < sampleMs);
  const seconds = (performance.now() - start) / 1000;
  const { valid, lines } = validator.end();
  if (valid !== passes * LINES || lines !== valid) throw new Error(`${lines - valid} lines are not valid`);
  return lines / seconds;
}

/** Lines of exactly 400 bytes: the note in the context is as long as it takes. */
export function linesOf400(): string {
  const encode = createEncoder({ ...SHARED, loggerName: SHARED.logger_name });
  const site = createSite("orders.ts", 42, "placeOrder");
  const lineWith = (i: number, note: string): string =>
    encode({
      time: Math.floor(SHARED.first_time_us / 1000) + i,
      level: "INFO",
      message: `order ${i} was placed at the venue`,
      site,
      context: {
        note,
        order: { price: 41.25 + i / 16, symbol: "MAPLE" },
        quantity: i * 25,
        urgent: i % 2 === 0,
      },
    });
  return Array.from({ length: LINES }, (_, i) =>
    lineWith(i, "x".repeat(LINE_BYTES - Buffer.byteLength(lineWith(i, "")))),
  ).join("");
}

function chunksOf(bytes: Buffer): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, i) =>
    bytes.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES),
  );
}
