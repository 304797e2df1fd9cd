import type { Long64 } from "./value-messages.ts";

/** A signed 64-bit integer as two halves. */
export function toLong(value: bigint): Long64 {
  return {
    low: Number(BigInt.asIntN(32, value)),
    high: Number(BigInt.asIntN(32, value >> 32n)),
    unsigned: false,
  };
}

/** The integer that the halves are. */
export function fromLong(value: Long64 | number): bigint {
  return typeof value === "number" ? BigInt(value) : (BigInt(value.high) << 32n) | BigInt(value.low >>> 0);
}
