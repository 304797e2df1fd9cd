import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StreamFinding } from "./finding.ts";
import {
  type StreamOptions,
  type StreamSummary,
  StreamValidator,
  validateStream,
} from "./stream-validator.ts";

const VALID =
  '{"timestamp":"2026-11-20T10:00:00.123456Z","level":"INFO","message":"m\u2028","service":"s","file":"a.ts","line":1,"function":"f"}';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

interface Seen {
  readonly summary: StreamSummary;
  readonly findings: readonly StreamFinding[];
}

function run(bytes: Uint8Array, sizes: readonly number[] = [], options: StreamOptions = {}): Seen {
  const findings: StreamFinding[] = [];
  const validator = new StreamValidator({ ...options, onFinding: (finding) => findings.push(finding) });
  let from = 0;
  for (const size of sizes) {
    validator.push(bytes.slice(from, from + size));
    from += size;
  }
  validator.push(bytes.slice(from));
  return { summary: validator.end(), findings };
}

const rules = ({ findings }: Seen): string[] => findings.map(({ line, rule }) => `${line} ${rule}`);

describe("a stream", () => {
  test("of nothing has no lines", () => {
    expect(run(bytesOf("")).summary).toEqual({
      lines: 0,
      valid: 0,
      failures: 0,
      warnings: 0,
      bytes: 0,
      tornTail: false,
    });
  });

  test("ends lines at 0x0A only, so that other separators stay in a line", () => {
    expect(run(bytesOf(`${VALID}\n${VALID}\n`)).summary).toMatchObject({ lines: 2, valid: 2, failures: 0 });
  });

  test("says in which line and at which byte of the stream a finding is", () => {
    const seen = run(bytesOf(`${VALID}\n\n${VALID}\nnul\n`));
    expect(rules(seen)).toEqual(["2 line.empty", "4 json.syntax"]);
    expect(seen.findings[0]?.streamOffset).toBe(bytesOf(VALID).length + 1);
    expect(seen.findings[1]).toMatchObject({ offset: 0, streamOffset: 2 * (bytesOf(VALID).length + 1) + 1 });
    expect(seen.summary).toMatchObject({ lines: 4, valid: 2, failures: 2 });
  });

  test("gives the same findings in whatever pieces it comes", () => {
    const bytes = bytesOf(`${VALID}\n{"a":1}\n\ufeff${VALID}\r\n${"x".repeat(5000)}\n${VALID}`);
    const options = { maxLineBytes: 1000 };
    const whole = run(bytes, [], options);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 40 }), (sizes) => {
        expect(run(bytes, sizes, options)).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  test("may be given in a buffer that is used again", () => {
    const bytes = bytesOf(`${VALID}\n`);
    const validator = new StreamValidator();
    const buffer = new Uint8Array(10);
    for (let i = 0; i < bytes.length; i += 10) {
      const piece = bytes.subarray(i, i + 10);
      buffer.set(piece);
      validator.push(buffer.subarray(0, piece.length));
      buffer.fill(0);
    }
    expect(validator.end()).toMatchObject({ lines: 1, valid: 1 });
  });

  test("a warning leaves a line valid", () => {
    expect(run(bytesOf(`${VALID}\r\n`)).summary).toMatchObject({
      lines: 1,
      valid: 1,
      failures: 0,
      warnings: 1,
    });
  });

  test("what onFinding throws ends the check", async () => {
    const onFinding = (): never => {
      throw new Error("enough");
    };
    await expect(validateStream([bytesOf("x\n")], { onFinding })).rejects.toThrow("enough");
  });
});

describe("a last line without line feed", () => {
  test("is a failure although it is whole", () => {
    expect(rules(run(bytesOf(`${VALID}\n${VALID}`)))).toEqual(["2 line.torn"]);
  });

  test("is also reported for what is cut", () => {
    expect(rules(run(bytesOf(`${VALID}\n${VALID.slice(0, 40)}`)))).toEqual(["2 json.syntax", "2 line.torn"]);
  });

  test("is passed over on request, and said", () => {
    const seen = run(bytesOf(`${VALID}\n${VALID.slice(0, 40)}`), [], { allowTornTail: true });
    expect(seen.findings).toEqual([]);
    expect(seen.summary).toMatchObject({ lines: 1, valid: 1, tornTail: true });
  });

  test("is no excuse for a torn line in the middle", () => {
    expect(rules(run(bytesOf(`${VALID.slice(0, 40)}\n${VALID}\n`), [], { allowTornTail: true }))).toEqual([
      "1 json.syntax",
    ]);
  });
});

describe("a long line", () => {
  test("is read at the limit and reported above it, with its size", () => {
    const line = bytesOf(`${VALID}\n`);
    expect(run(line, [], { maxLineBytes: line.length - 1 }).findings).toEqual([]);
    const seen = run(line, [], { maxLineBytes: line.length - 2 });
    expect(rules(seen)).toEqual(["1 line.too_long"]);
    expect(seen.findings[0]?.sentence).toContain(`${line.length} bytes`);
  });

  test("of 100 MB is two findings, is not held, and the lines behind it are read", () => {
    const findings: StreamFinding[] = [];
    const validator = new StreamValidator({ onFinding: (finding) => findings.push(finding) });
    const piece = new Uint8Array(1 << 20).fill(0x5b);
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 100; i++) {
      validator.push(piece);
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 << 20);
    validator.push(bytesOf(`\n${VALID}\n`));
    expect(validator.end()).toMatchObject({
      lines: 2,
      valid: 1,
      bytes: 100 * (1 << 20) + bytesOf(VALID).length + 2,
    });
    expect(findings.map(({ rule }) => rule)).toEqual(["line.too_long", "entry.size"]);
  });
});

test("bytes of any kind are never a crash", () => {
  const json = fc.json().map(bytesOf);
  const lines = fc.array(fc.oneof(fc.uint8Array({ maxLength: 60 }), json), { maxLength: 8 });
  fc.assert(
    fc.property(lines, fc.constantFrom("writer", "reader", "canonical"), (parts, profile) => {
      const bytes = Uint8Array.from(parts.flatMap((part) => [...part, 0x0a]));
      const { summary } = run(bytes, [], { profile });
      expect(summary.lines).toBe(bytes.filter((byte) => byte === 0x0a).length);
    }),
    { numRuns: 1000 },
  );
});
