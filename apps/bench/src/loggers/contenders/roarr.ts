import { ROARR, Roarr } from "roarr";
import type { LoggerContender } from "../contender.ts";
import type { CallStyle } from "../source.ts";
import { withError } from "../source.ts";
import { versionOf } from "../versions.ts";
import { SHARED_FIELDS } from "../workloads.ts";

// Without a filter of its own at hand, a disabled level is one that nobody asks for: workload e is not measured.
const style: CallStyle = {
  call: (level, message, context, error) => {
    const serialised = error === undefined ? undefined : `describe(${error})`;
    return `log.${level}(${withError(context, serialised) ?? "{}"}, ${message})`;
  },
};

/** Roarr with the same fields in its context. */
export const roarrFull: LoggerContender = {
  name: "roarr",
  version: versionOf("roarr"),
  note: "milliseconds; it has no levels to disable",
  style,
  sinks: ["null"],
  open: (sink) => {
    ROARR.write = sink.take;
    const log = Roarr.child(SHARED_FIELDS);
    Object.assign(globalThis, { describe: describeError });
    return { log, child: (bound) => log.child(bound as Record<string, string>), drain: () => {} };
  },
};

function describeError({ name, message, stack }: Error): object {
  return { type: name, message, stacktrace: stack };
}
