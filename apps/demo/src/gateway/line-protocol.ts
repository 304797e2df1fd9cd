/** One line of the protocol between gateway and pricing, taken apart. */
export interface ProtocolLine {
  readonly verb: string;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Writes a line: the verb, then `key=value` after a blank each, values percent-encoded, LF.
 *
 * @param verb - `QUOTE`, `PRICE` or `ERROR`
 * @param fields - keys of `a-z` and `_`, any well-formed text as values
 */
export function lineOf(verb: string, fields: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(fields).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${[verb, ...pairs].join(" ")}\n`;
}

/**
 * Takes a line apart, its LF already removed.
 *
 * @throws {URIError} when a value is not percent-encoded UTF-8
 */
export function fieldsOf(line: string): ProtocolLine {
  const [verb = "", ...pairs] = line.split(" ");
  const fields = new Map<string, string>();
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    fields.set(pair.slice(0, equals), decodeURIComponent(pair.slice(equals + 1)));
  }
  return { verb, fields };
}
