import type { MaskOptions } from "./options.ts";

/** What stands in place of a secret. */
export const REDACTED = "[REDACTED]";

/**
 * Says what is written instead of a value: the masked text of a string or a number, null and booleans as they are,
 * `[REDACTED]` for anything else. Never throws.
 */
export type Mask = (value: unknown) => string | boolean | null | undefined;

/** Makes a mask of options that were checked. */
export function createMask({ showLast = 4, maskChar = "*", email = false }: MaskOptions): Mask {
  const hide = (text: string, shown: number): string => {
    const points = [...text];
    const hidden = points.length > shown ? points.length - shown : points.length;
    return maskChar.repeat(hidden) + points.slice(hidden).join("");
  };
  const maskText = (text: string): string => {
    if (!email) return hide(text, showLast);
    const at = text.lastIndexOf("@");
    const three = maskChar.repeat(3);
    return at > 0 ? `${String.fromCodePoint(text.codePointAt(0) as number)}${three}@${three}` : hide(text, 0);
  };

  return (value) => {
    switch (typeof value) {
      case "string":
        return maskText(value.toWellFormed());
      case "number":
      case "bigint":
        return maskText(String(value));
      case "boolean":
      case "undefined":
        return value;
      default:
        return value === null ? null : REDACTED;
    }
  };
}
