import type { RuleCode } from "../gen/tables.ts";
import { jsonKind } from "./json-kind.ts";
import { pointerStep, shown, type Violation, violation } from "./violation.ts";

/** A validator made from a JSON Schema: whether the value is valid; if not, `errors` holds why. */
export interface GeneratedValidator {
  (value: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}

/** An error as the generated validators leave it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
}

/** Runs a generated validator and says in our own rules what it found, each rule once for each place. */
export function findViolations(validate: GeneratedValidator, value: unknown): Violation[] {
  if (validate(value)) {
    return [];
  }
  const errors = validate.errors ?? [];
  const mistyped = new Set(
    errors.filter(({ keyword }) => keyword === "type").map((error) => error.instancePath),
  );
  const violations = errors.flatMap((error) => translate(error, value, mistyped));
  return unique(violations);
}

/** Leaves out what says the same rule of the same place again. */
export function unique(violations: readonly Violation[]): Violation[] {
  const seen = new Set<string>();
  return violations.filter(({ pointer, rule }) => {
    const key = `${rule} ${pointer}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

const SIMPLE: Readonly<Record<string, RuleCode>> = {
  minLength: "entry.min_length",
  maxLength: "entry.max_length",
  minimum: "entry.minimum",
  exclusiveMinimum: "entry.minimum",
  maximum: "entry.maximum",
  exclusiveMaximum: "entry.maximum",
  minProperties: "entry.members",
  maxProperties: "entry.members",
  minItems: "entry.elements",
  maxItems: "entry.elements",
  uniqueItems: "entry.elements",
};

function translate(error: SchemaError, root: unknown, mistyped: ReadonlySet<string>): Violation[] {
  const { keyword, params, instancePath, propertyName } = error;
  if (propertyName !== undefined) {
    return [violation(instancePath + pointerStep(propertyName), "entry.key_length", limitDetail(error))];
  }
  switch (keyword) {
    case "propertyNames":
      // The error of the name itself comes apart from this one.
      return [];
    case "required":
      return [violation(instancePath + pointerStep(String(params["missingProperty"])), "entry.required")];
    case "additionalProperties":
      return [
        violation(instancePath + pointerStep(String(params["additionalProperty"])), "entry.unknown_member"),
      ];
    case "type":
      return [typeViolation(error, root)];
    case "enum":
      // A value of another type is reported as that, and only as that.
      return mistyped.has(instancePath)
        ? []
        : [violation(instancePath, "entry.enum", enumDetail(error, root))];
    case "pattern":
      return [violation(instancePath, "entry.pattern", shown(valueAt(root, instancePath)))];
    default: {
      const rule = SIMPLE[keyword];
      return [
        violation(instancePath, rule ?? "entry.schema", rule === undefined ? keyword : limitDetail(error)),
      ];
    }
  }
}

function typeViolation({ instancePath, params }: SchemaError, root: unknown): Violation {
  const value = valueAt(root, instancePath);
  const wanted = [params["type"]].flat().join(" or ");
  return value === null
    ? violation(instancePath, "entry.null", `${wanted} wanted`)
    : violation(instancePath, "entry.type", `${wanted} wanted, ${jsonKind(value)} found`);
}

function enumDetail({ instancePath, params }: SchemaError, root: unknown): string {
  return `${shown(valueAt(root, instancePath))}; allowed are ${(params["allowedValues"] as unknown[]).join(", ")}`;
}

function limitDetail({ keyword, params }: SchemaError): string | undefined {
  const limit = params["limit"];
  if (typeof limit !== "number") {
    return undefined;
  }
  const atLeast = keyword.toLowerCase().includes("min");
  const bound = keyword.startsWith("exclusive")
    ? atLeast
      ? "above"
      : "below"
    : atLeast
      ? "at least"
      : "at most";
  const unit = keyword.endsWith("Length") ? " characters" : "";
  return `${bound} ${limit}${unit} allowed`;
}

/** The value that a JSON pointer points to; undefined where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>(
      (value, step) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[step],
      root,
    );
}
