/** A value of OTLP in its JSON form; one without any member is null. */
export interface AnyValue {
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  /** 64 bits as decimal digits. */
  readonly intValue?: string;
  readonly doubleValue?: number;
  readonly arrayValue?: { readonly values: readonly AnyValue[] };
  readonly kvlistValue?: { readonly values: readonly KeyValue[] };
}

/** An attribute. */
export interface KeyValue {
  readonly key: string;
  readonly value: AnyValue;
}

/** Makes a value of OTLP from one of JSON. Nothing is lost: integers stay integers, all other numbers are doubles. */
export function toAnyValue(value: unknown): AnyValue {
  switch (typeof value) {
    case "string":
      return { stringValue: value };
    case "boolean":
      return { boolValue: value };
    case "number":
      return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value };
    default:
      if (value === null || typeof value !== "object") return {};
      if (Array.isArray(value)) return { arrayValue: { values: value.map(toAnyValue) } };
      return { kvlistValue: { values: toKeyValues(value) } };
  }
}

/** Makes attributes from the members of an object. */
export function toKeyValues(object: object): KeyValue[] {
  return Object.entries(object).map(([key, value]) => ({ key, value: toAnyValue(value) }));
}
