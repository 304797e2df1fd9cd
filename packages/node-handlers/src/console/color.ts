/**
 * Whether a terminal is shown colours. As in Node itself: FORCE_COLOR decides where it is set (`0` and what is unknown is
 * no, empty, `1`, `2`, `3` and `true` is yes, also in a pipe); else NO_COLOR and NODE_DISABLE_COLORS, when they are not
 * empty, and a dumb terminal mean no; else a terminal has them and nothing else does.
 */
export function hasColors(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  const forced = environment["FORCE_COLOR"];
  if (forced !== undefined) return ["", "1", "2", "3", "true"].includes(forced);
  const isOff = (name: string): boolean => (environment[name] ?? "") !== "";
  return isTerminal && !isOff("NO_COLOR") && !isOff("NODE_DISABLE_COLORS") && environment["TERM"] !== "dumb";
}
