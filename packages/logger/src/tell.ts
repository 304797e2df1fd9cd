import type { Runtime } from "@agora/core";
import type { ConfigProblem } from "@agora/node-handlers";

/** Says in the log what is wrong with the configuration. */
export function tell(
  runtime: Pick<Runtime, "report">,
  { text, field, value, source, remedy }: ConfigProblem,
): void {
  const context = { field, value, source, remedy };
  runtime.report({ level: "WARNING", code: "AGORA_CONFIG", message: text, context });
}
