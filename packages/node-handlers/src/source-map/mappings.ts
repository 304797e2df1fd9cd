const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = /* @__PURE__ */ new Int8Array(
  /* @__PURE__ */ Array.from({ length: 128 }, (_, code) => DIGITS.indexOf(String.fromCharCode(code))),
);
const COMMA = 44;
const SEMICOLON = 59;

/** Where a piece of code comes from. */
export interface Original {
  /** Index in the map's `sources`. */
  readonly source: number;
  /** From 1. */
  readonly line: number;
}

/** The mappings of a source map, ready to be looked up. */
export interface Mappings {
  /** Finds the source of a place in the code; line and column from 1. Undefined where the map says nothing. */
  find(line: number, column: number): Original | undefined;
}

/**
 * Reads the `mappings` of a source map (ECMA-426) once, into numbers: 12 bytes a mapping, where objects would take ten
 * times that for a large bundle.
 */
export function readMappings(text: string): Mappings {
  const starts: number[] = [0];
  let cells = new Int32Array(1024);
  let used = 0;
  const state = [0, 0, 0, 0];
  let field = 0;
  let value = 0;
  let shift = 0;
  const endSegment = (): void => {
    // A segment of one field says that the code comes from nowhere.
    if (field > 0) {
      if (used + 3 > cells.length) cells = grown(cells);
      cells[used] = state[0] as number;
      cells[used + 1] = field > 1 ? (state[1] as number) : -1;
      cells[used + 2] = state[2] as number;
      used += 3;
    }
    field = 0;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === COMMA) endSegment();
    else if (code === SEMICOLON) {
      endSegment();
      state[0] = 0;
      starts.push(used);
    } else {
      const digit = VALUES[code] ?? -1;
      if (digit < 0) throw new Error(`a mapping has the character ${text.charAt(i)}`);
      value += (digit & 31) << shift;
      shift += 5;
      if ((digit & 32) !== 0) continue;
      // The fields are column, source, line and column there, name; the name is not needed.
      if (field < 4) state[field] = (state[field] as number) + (value & 1 ? -(value >>> 1) : value >>> 1);
      field++;
      value = shift = 0;
    }
  }
  endSegment();
  starts.push(used);
  return { find: (line, column) => find(cells, starts[line - 1], starts[line], column - 1) };
}

function grown(cells: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(cells.length * 2);
  larger.set(cells);
  return larger;
}

/** The last mapping of a line that begins at or before the column. */
function find(cells: Int32Array, start = 0, end = 0, column: number): Original | undefined {
  let low = start / 3;
  let high = end / 3;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cells[middle * 3] as number) <= column) low = middle + 1;
    else high = middle;
  }
  const at = (low - 1) * 3;
  if (at < start) return undefined;
  const source = cells[at + 1] as number;
  return source < 0 ? undefined : { source, line: (cells[at + 2] as number) + 1 };
}
