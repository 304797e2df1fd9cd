import { describe, expect, test } from "vitest";
import { CONFIG_FIELDS } from "@agora/schema/tables";
import type { ConfigField } from "@agora/schema/tables";
import { resolveConfig } from "./resolve-config.ts";

// The rule, written again without the code that it tests: the first of these that has a good value gives it.
const ORDER = ["overrides", "environment", "file", "code"] as const;
type Source = (typeof ORDER)[number];
type State = "absent" | "good" | "bad";

/** Four good values of a field, one for each source, and a bad one; as they stand in code. */
function samples(field: ConfigField): { readonly good: readonly unknown[]; readonly bad: unknown } {
  const numbers = [0, 1, 2, 3].map((step) => (field.minimum ?? 0) + step);
  switch (field.kind) {
    case "boolean":
      return { good: [true, false, true, false], bad: "maybe" };
    case "integer":
    case "number":
      return { good: numbers, bad: (field.maximum ?? 0) + 1 };
    case "level":
      return { good: ["DEBUG", "ERROR", "WARNING", "CRITICAL"], bad: "LOUD" };
    case "string":
      return {
        good: stringsFor(field),
        bad: field.values !== undefined || field.pattern !== undefined ? "no such" : 7,
      };
    case "strings":
      return { good: [["a"], ["b"], ["c"], ["d", "e"]], bad: 7 };
    case "records":
      return { good: [1, 2, 3, 4].map((priority) => [{ handler: "console", priority }]), bad: "console" };
    default:
      return { good: [], bad: 7 };
  }
}

function stringsFor(field: ConfigField): string[] {
  if (field.values !== undefined)
    return [0, 1, 2, 3].map((at) => field.values?.[at % field.values.length] ?? "");
  if (field.typescript === "version") return ["1.0.0", "2.0.0", "3.0.0", "4.0.0"];
  return field.pattern === undefined
    ? ["w", "x", "y", "z"].map((letter) => letter.padEnd(field.minLength ?? 1, letter))
    : [1, 2, 3, 4].map((n) => `http://host${n}/`);
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(",") : String(value);
}

const nested = (path: string, value: unknown): object =>
  path.split(".").reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;

const isMap = ({ kind }: ConfigField): boolean => ["object", "texts", "levels", "rates"].includes(kind);

function statesOf(count: number): State[][] {
  if (count === 0) return [[]];
  return statesOf(count - 1).flatMap((states) =>
    (["absent", "good", "bad"] as const).map((state) => [...states, state]),
  );
}

describe("the order of the sources", () => {
  const fields = CONFIG_FIELDS.filter((field) => !isMap(field));

  test("is tested with fields of every kind", () => {
    expect(new Set(fields.map(({ kind }) => kind)).size).toBe(7);
    expect(fields.length).toBeGreaterThan(60);
  });

  test.each(fields.map((field) => [field.typescript, field] as const))(
    "holds for %s, absent, good or bad in each of the four",
    (_, field) => {
      const { good, bad } = samples(field);
      const canHave: Record<Source, boolean> = {
        overrides: true,
        environment: field.env !== undefined,
        file: field.notInFile !== true,
        code: true,
      };
      for (const states of statesOf(ORDER.length)) {
        const given = (source: Source): State => {
          const state = states[ORDER.indexOf(source)] ?? "absent";
          // What no text can spell wrongly is not there instead.
          const isFreeText =
            source === "environment" &&
            (field.kind === "strings" || typeof bad === "number") &&
            field.minimum === undefined;
          return !canHave[source] || (state === "bad" && isFreeText) ? "absent" : state;
        };
        const value = (source: Source): unknown =>
          given(source) === "good" ? good[ORDER.indexOf(source)] : bad;
        const in_ = (source: Source, path: string): object =>
          given(source) === "absent" ? {} : nested(path, value(source));
        const environment =
          given("environment") === "absent" ? {} : { [field.env ?? ""]: textOf(value("environment")) };

        const { config, sources, problems } = resolveConfig({
          overrides: in_("overrides", field.typescript),
          environment,
          file: { path: "/f.yaml", tree: in_("file", field.name) },
          code: in_("code", field.typescript),
        });

        const winner = ORDER.find((source) => given(source) === "good");
        const found = field.typescript
          .split(".")
          .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], config);
        const told = { states, source: sources[field.typescript]?.source };
        expect(told).toEqual({ states, source: winner ?? "default" });
        if (winner !== undefined && !["routes", "configFile", "async.batchSize"].includes(field.typescript))
          expect({ states, found }).toEqual({ states, found: good[ORDER.indexOf(winner)] });
        const bads = ORDER.filter((source) => given(source) === "bad").length;
        const own = problems.filter(({ field: name }) => name === field.typescript || name === field.name);
        const isMissing = field.required && winner === undefined && bads === 0;
        expect({ states, count: own.length }).toEqual({ states, count: bads + (isMissing ? 1 : 0) });
      }
    },
  );
});
