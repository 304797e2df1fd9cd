/** A value as text; another one where it is absent, empty or says nothing as text. Never throws. */
export function textOr(value: unknown, other: string): string {
  switch (typeof value) {
    case "string":
      return value === "" ? other : value;
    case "number":
    case "bigint":
    case "boolean":
      return String(value);
    default:
      return other;
  }
}
