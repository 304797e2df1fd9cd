/**
 * What is wrong with the options of the plugin, the loader or the command. The message names the option, quotes the bad
 * value and says what to write instead.
 */
export class CallsiteConfigError extends Error {
  override readonly name: string = "CallsiteConfigError";
  readonly code = "AGORA_CONFIG" as const;
  /** The option or environment variable. */
  readonly field: string;

  constructor(field: string, value: unknown, remedy: string) {
    super(`[AGORA_CONFIG] ${field}: ${shown(value)} ${remedy}`);
    this.field = field;
  }
}

function shown(value: unknown): string {
  if (typeof value === "function") return "a function";
  if (value instanceof RegExp) return String(value);
  try {
    const text = JSON.stringify(value) ?? String(value);
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
  } catch {
    return typeof value;
  }
}
