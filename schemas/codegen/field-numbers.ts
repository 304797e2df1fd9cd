import type { Shape } from "./model.ts";

/** Numbers of the protobuf fields by message and field name. A number that was given once is never given again. */
export type FieldNumbers = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Numbers that are kept free for fields that every kind of entry might one day have. */
const KEPT_FREE: Readonly<Record<string, readonly [from: number, to: number]>> = { LogEntry: [20, 29] };

/** Numbers that protobuf keeps for itself. */
const PROTOBUFS_OWN = { from: 19_000, to: 19_999 } as const;

/**
 * Adds numbers for the fields that have none yet, behind the highest one of their message. What the lock holds stays as
 * it is, fields that the schema no longer has included. Throws where the lock itself is broken.
 */
export function extendNumbers(lock: FieldNumbers, shapes: Iterable<Shape>): FieldNumbers {
  checkNumbers(lock);
  const extended: Record<string, Record<string, number>> = {};
  for (const [message, fields] of Object.entries(lock)) {
    extended[message] = { ...fields };
  }
  for (const { message, members } of shapes) {
    const names = members.flatMap(({ proto }) => (proto === undefined ? [] : [proto.name]));
    for (const name of message === undefined ? [] : names) {
      const fields = (extended[message as string] ??= {});
      fields[name] ??= nextNumber(message as string, Object.values(fields));
    }
  }
  return Object.fromEntries(Object.entries(extended).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The range of numbers of a message that no field may have, if there is one. */
export function keptFree(message: string): readonly [from: number, to: number] | undefined {
  return KEPT_FREE[message];
}

function nextNumber(message: string, taken: readonly number[]): number {
  const next = Math.max(0, ...taken) + 1;
  const [from, to] = KEPT_FREE[message] ?? [0, 0];
  return next >= from && next <= to ? to + 1 : next;
}

function checkNumbers(lock: FieldNumbers): void {
  for (const [message, fields] of Object.entries(lock)) {
    const seen = new Map<number, string>();
    const [from, to] = KEPT_FREE[message] ?? [0, 0];
    for (const [name, number] of Object.entries(fields)) {
      const free = number >= from && number <= to;
      const own = number >= PROTOBUFS_OWN.from && number <= PROTOBUFS_OWN.to;
      if (!Number.isInteger(number) || number < 1 || free || own) {
        throw new Error(`field-numbers.lock: ${message}.${name} must not have the number ${number}`);
      }
      if (seen.has(number)) {
        throw new Error(
          `field-numbers.lock: ${message}.${name} has the number ${number} of ${seen.get(number)}`,
        );
      }
      seen.set(number, name);
    }
  }
}
