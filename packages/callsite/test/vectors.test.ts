import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "@agora/callsite";
import * as core from "@agora/core";
import { describe, expect, test } from "vitest";
import { build, hasKind, kindOf, plainMembers } from "./typed-values.ts";
import type { Typed } from "./typed-values.ts";

const folder = join(import.meta.dirname, "..", "..", "..", "conformance", "vectors");

interface Vector {
  readonly id: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly input?: Readonly<Record<string, Typed>> & { readonly bound?: readonly Typed[] };
  readonly expect?: Readonly<Record<string, unknown>>;
}

const base = JSON.parse(readFileSync(join(folder, "base.json"), "utf8")) as {
  head: string;
  config: { service: string };
};
const vectors = readdirSync(join(folder, "canonical")).flatMap(
  (name) => (JSON.parse(readFileSync(join(folder, "canonical", name), "utf8")) as { cases: Vector[] }).cases,
);

/** The line that a vector expects; undefined where it expects something else. */
function expectedLine({ expect: said = {} }: Vector): string | undefined {
  const text = (literal: unknown): string =>
    typeof literal === "string"
      ? literal
      : (literal as (string | { s: string; n: number })[])
          .map((piece) => (typeof piece === "string" ? piece : piece.s.repeat(piece.n)))
          .join("");
  if (said["line"] !== undefined) return `${text(said["line"])}\n`;
  if (said["context"] !== undefined) return `${base.head},"context":${text(said["context"])}}\n`;
  return said["rest"] === undefined ? undefined : `${base.head}${text(said["rest"])}\n`;
}

const METHODS: Readonly<Record<string, string>> = {
  DEBUG: "debug",
  INFO: "info",
  WARNING: "warning",
  ERROR: "error",
  CRITICAL: "critical",
};
/** What JavaScript has no value for, or means something else by in a call: a function is asked for its value. */
const OTHERWISE = new Set(["decimal", "function", "throwing"]);

/** Whether a call in a program can say it: the entry id and the rate are the runtime's, the place is the call's own. */
function canBeCalled({ config = {}, input = {} }: Vector): boolean {
  const own = ["file", "line", "function"].some((name) => input[name] !== undefined);
  const runtimes = ["entry_id", "sampling_rate", "source_root", "clock"].some(
    (name) => config[name] !== undefined,
  );
  // A date of JavaScript has milliseconds.
  const isFine = JSON.stringify(input).match(/"ns":"-?\d*?(?<!000000)"/) !== null;
  // Of two errors in a call, the first is the entry's.
  const isDouble = kindOf(input["message"] ?? "") === "error" && input["error"] !== undefined;
  return (
    !own &&
    !runtimes &&
    !isFine &&
    !isDouble &&
    METHODS[String(input["level"] ?? "INFO")] !== undefined &&
    !hasKind(input, OTHERWISE)
  );
}

interface Program {
  readonly code: string;
  readonly values: readonly unknown[];
  readonly hasShape: boolean;
}

/** A program with the call of a vector, its context as a literal wherever the keys allow. */
function programOf({ input = {}, config = {} }: Vector): Program {
  const values: unknown[] = [];
  const variable = (typed: Typed): string => `v[${String(values.push(build(typed)) - 1)}]`;
  const {
    message = "m",
    context,
    error,
    bound = [],
    level = "INFO",
  } = input as Record<string, Typed> & { bound?: Typed[] };
  const said = [typeof message === "string" ? JSON.stringify(message) : variable(message)];
  if (error !== undefined) said.push(variable(error));
  const members = plainMembers(context);
  if (context !== undefined) {
    const isLiteral = members !== undefined && !hasKind(context, new Set(["cycle"]));
    said.push(
      isLiteral
        ? `{${members.map(([key, value]) => `${JSON.stringify(key)}: ${variable(value)}`).join(", ")}}`
        : variable(context),
    );
  }
  const children = bound.map((layer) => `.child(${variable(layer)})`).join("");
  const name = variable((config["logger_name"] ?? "") as Typed);
  const code =
    `const { createRuntime } = require("@agora/core"); const log = createRuntime(settings, ports).getLogger(${name})${children}; ` +
    `function f() { log.${METHODS[String(level)] ?? ""}(${said.join(", ")}) } f(); f(); f();`;
  return { code, values, hasShape: members !== undefined };
}

function settingsOf({ config = {} }: Vector): object {
  const {
    host,
    environment,
    version,
    service = base.config.service,
    max_entry_bytes: maxEntryBytes,
    strip_ansi: stripAnsi,
    redact,
  } = config;
  const given = { host, environment, version, service, maxEntryBytes, stripAnsi };
  const plain = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const built = Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [name, build(value as Typed)]),
  );
  return { ...built, ...(redact !== undefined && { redact: core.createPolicy(core.readPolicy(redact)) }) };
}

function linesOf(vector: Vector, code: string, values: readonly unknown[]): string[] {
  const lines: string[] = [];
  const handler = { name: "list", write: (line: string) => void lines.push(line), flush() {}, close() {} };
  const settings = { ...settingsOf(vector), level: "DEBUG", handlers: [handler] };
  const run = new Function("require", "settings", "ports", "v", code) as (...all: unknown[]) => void;
  run(() => core, settings, { clock: () => 1_700_000_000_123_456 }, values);
  return lines;
}

describe("the vectors, said by a call that the plugin has seen", () => {
  const callable = vectors.filter((vector) => expectedLine(vector) !== undefined && canBeCalled(vector));

  test("are most of them", () => {
    expect(callable.length).toBeGreaterThan(450);
    expect(callable.filter((vector) => programOf(vector).hasShape).length).toBeGreaterThan(350);
  });

  test.each(callable.map((vector) => [vector.id, vector] as const))(
    "%s has the same bytes, the first time and later",
    (_, vector) => {
      const { code, values } = programOf(vector);
      const placed =
        transform(code, "/app/a.js", { root: "/app" })?.code.replace('file:"a.js"', 'file:"a.py"') ?? "";
      const expected = expectedLine(vector);

      expect(placed).toContain("__agora_1)");
      expect(linesOf(vector, placed, values)).toEqual([expected, expected, expected]);
    },
  );
});
