import type { Losses } from "../gen/entry-types.ts";

/** Any value that JSON can hold. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

/**
 * The context of an entry, or the properties of an exception: values by name. `_agora` says what the limits took from
 * the entry and is written by the logger only.
 */
export interface Context {
  readonly [name: string]: JsonValue | Losses | undefined;
  readonly _agora?: Losses;
}
