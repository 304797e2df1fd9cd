import { AgoraError } from "../agora-error.ts";
import { quote } from "../text.ts";

const ONE = "*";
const ANY = "#";

/**
 * Makes a test for names of loggers out of a pattern: segments between dots, `*` for exactly one segment, `#` for any
 * number of them, none included. The empty name has no segments: `#` and the empty pattern match it. The time of a
 * test grows with the segments of both, whatever they are.
 *
 * @throws {AgoraError} `AGORA_CONFIG` for a pattern with an empty segment, or with a wildcard that is only a part of one.
 */
export function compileNamePattern(pattern: unknown): (name: string) => boolean {
  const parts = readPattern(pattern);
  return (name) => {
    // Which beginnings of the pattern match the segments that were looked at.
    let reached = parts.map(() => false);
    reached.unshift(true);
    skipAny(parts, reached);
    for (const segment of split(name)) {
      const next = reached.map(
        (_, i) =>
          (i > 0 && reached[i - 1] === true && (parts[i - 1] === ONE || parts[i - 1] === segment)) ||
          (i > 0 && reached[i] === true && parts[i - 1] === ANY),
      );
      skipAny(parts, next);
      reached = next;
    }
    return reached.at(-1) === true;
  };
}

/** `#` matches nothing as well. */
function skipAny(parts: readonly string[], reached: boolean[]): void {
  for (const [i, part] of parts.entries()) {
    if (part === ANY && reached[i] === true) reached[i + 1] = true;
  }
}

function split(text: string): readonly string[] {
  return text === "" ? [] : text.split(".");
}

function readPattern(pattern: unknown): readonly string[] {
  const parts = typeof pattern === "string" ? split(pattern) : [""];
  for (const part of parts) {
    if (part === ONE || part === ANY || /^[^*#]+$/.test(part)) continue;
    const shown = typeof pattern === "string" ? quote(pattern.toWellFormed()) : typeof pattern;
    throw new AgoraError(
      "AGORA_CONFIG",
      `loggers: ${shown} is not a pattern for logger names; use segments between dots, with * for one and # for any number`,
    );
  }
  return parts;
}
