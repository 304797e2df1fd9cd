/** One line about an error for a health report, such as `Error: ENOSPC: no space left on device, write`. Never throws. */
export function describeError(error: unknown): string {
  try {
    return String(error);
  } catch {
    return "an error that cannot be read";
  }
}
