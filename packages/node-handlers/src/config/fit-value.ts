import type { ConfigField } from "@agora/schema/tables";
import { fitRecords, fitStrings } from "./fit-collection.ts";
import { fitMap } from "./fit-map.ts";
import { fitScalar, wholeOrNothing } from "./fit-scalar.ts";
import type { Fit, Form } from "./fit-scalar.ts";

/** Fits a value that code or a file gave. A value that throws when it is read does not fit. */
export function fitValue(field: ConfigField, value: unknown, form: Form): Fit {
  try {
    return fitAny(field, value, form);
  } catch {
    const remedy = "use a plain value";
    return {
      value: undefined,
      misfits: [{ at: "", value: typeof value, wrong: "throws when it is read", remedy }],
    };
  }
}

function fitAny(field: ConfigField, value: unknown, form: Form): Fit {
  switch (field.kind) {
    case "strings":
      return fitStrings(field, value);
    case "records":
      return fitRecords(field, value, form, fitAny);
    case "object":
    case "texts":
    case "levels":
    case "rates":
      return fitMap(field, value, form);
    default:
      return wholeOrNothing(field, fitScalar(field, value), value);
  }
}
