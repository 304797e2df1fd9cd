/** Name of the JSON type of a value, as sentences use it; `integer` is not told apart from `number`. */
export function jsonKind(value: unknown): string {
  if (value === null) {
    return "null";
  }
  return Array.isArray(value) ? "array" : typeof value;
}
