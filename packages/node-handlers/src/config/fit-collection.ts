import type { ConfigField } from "@agora/schema/tables";
import { misfitOf, partMisfit } from "./fit-scalar.ts";
import type { Fit, Form } from "./fit-scalar.ts";
import type { Misfit } from "./problem.ts";

/** A configuration with more than this in one list or map is not looked at any further. */
const MOST_PARTS = 1_000;
const LONGEST_NAME = 256;
const LONGEST_STRING = 65_536;

/** Fits a list of strings: those that are no strings, or empty, are left out. */
export function fitStrings(field: ConfigField, value: unknown): Fit {
  if (!Array.isArray(value)) return nothing(field, value);
  return collect(parts(value), ({ at, item }) =>
    typeof item === "string" && item !== "" && item.length <= LONGEST_STRING && hasForm(field, item)
      ? { kept: item }
      : { misfit: partMisfit(field, at, item) },
  );
}

function hasForm({ itemPattern }: ConfigField, item: string): boolean {
  return (
    itemPattern === undefined || (item.length <= LONGEST_NAME && new RegExp(itemPattern, "u").test(item))
  );
}

/** Fits a list of records: one with a member that does not fit, is unknown or is missing is left out. */
export function fitRecords(field: ConfigField, value: unknown, form: Form, fitMember: FitMember): Fit {
  if (!Array.isArray(value)) return nothing(field, value);
  return collect(parts(value), ({ at, item }) => fitRecord(field, at, item, { form, fitMember }));
}

/** Fits one member of a record. */
type FitMember = (field: ConfigField, value: unknown, form: Form) => Fit;

interface How {
  readonly form: Form;
  readonly fitMember: FitMember;
}

/** One part of a list, fitted. */
type Fitted = { readonly kept: unknown } | { readonly misfit: Misfit };

function fitRecord(field: ConfigField, at: string, item: unknown, how: How): Fitted {
  const { form, fitMember } = how;
  if (!isObject(item)) return { misfit: partMisfit(field, at, item) };
  const rows = field.members ?? [];
  const nameOf = (row: ConfigField): string => (form === "file" ? row.name : row.typescript);
  const given = Object.entries(item).filter(([, member]) => member !== undefined && member !== null);
  const record: Record<string, unknown> = {};
  for (const [name, member] of given) {
    const row = rows.find((each) => nameOf(each) === name);
    if (row === undefined) {
      const remedy = `use ${rows.map(nameOf).join(", ")}`;
      const place = `${at}.${name.slice(0, LONGEST_NAME)}`;
      return { misfit: { at: place, value: member, wrong: "is for a member that does not exist", remedy } };
    }
    const fit = fitMember(row, member, form);
    const [bad] = fit.misfits;
    if (bad !== undefined) return { misfit: { ...bad, at: `${at}.${name}${bad.at}` } };
    record[row.typescript] = fit.value;
  }
  places.set(record, at);
  const missing = rows.find((row) => row.required && record[row.typescript] === undefined);
  return missing === undefined
    ? { kept: record }
    : { misfit: misfitOf(missing, `${at}.${nameOf(missing)}`, undefined) };
}

/** Where a record stood in its list, also where others before it were left out. */
export function placeOf(record: object): string {
  return places.get(record) ?? "";
}

const places = new WeakMap<object, string>();

interface Part {
  readonly at: string;
  readonly item: unknown;
}

function parts(list: readonly unknown[]): Part[] {
  return Array.from({ length: Math.min(list.length, MOST_PARTS) }, (_, index) => ({
    at: `[${index}]`,
    item: list[index],
  }));
}

function collect(all: readonly Part[], fit: (part: Part) => Fitted): Fit {
  const fitted = all.map(fit);
  const misfits = fitted.flatMap((each) => ("misfit" in each ? [each.misfit] : []));
  const kept = fitted.flatMap((each) => ("kept" in each ? [each.kept] : []));
  return { value: misfits.length > 0 && kept.length === 0 ? undefined : kept, misfits };
}

function nothing(field: ConfigField, value: unknown): Fit {
  return { value: undefined, misfits: [misfitOf(field, "", value)] };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
