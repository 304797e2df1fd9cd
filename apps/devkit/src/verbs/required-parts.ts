import { parts } from "../bootstrap/system-parts.mjs";
import { checkResult, type Step, type StepResult } from "../steps/step.ts";

/** The parts of the system that the caller promises, from `AGORA_REQUIRE`: names of the list, with commas. */
function requiredParts(): readonly string[] {
  const names = (process.env["AGORA_REQUIRE"] ?? "").split(",").map((name) => name.trim());
  return names.filter((name) => name !== "");
}

/** One step for each required part: it fails when the part is missing or the list does not know it. */
export function requiredPartSteps(): readonly Step[] {
  return requiredParts().map((name) => ({
    name: `system part ${name}`,
    run: async () => {
      const part = parts.find((known) => known.name === name);
      if (part?.isThere() === true) return checkResult([]);
      const known = parts.map((one) => one.name).join(", ");
      return checkResult([
        part === undefined ? `AGORA_REQUIRE names it, known are ${known}` : "it is missing",
      ]);
    },
  }));
}

/** Turns each skip that a required part should have prevented into a failure: its reason is `missing part: <name>`. */
export function failRequiredSkips(step: Step): Step {
  return { name: step.name, run: async () => withoutRequiredSkips(await step.run(), requiredParts()) };
}

/** Moves the skips for a missing part among the required ones from skipped to failed. */
export function withoutRequiredSkips(result: StepResult, required: readonly string[]): StepResult {
  const broken = result.skipped.filter(({ reason }) =>
    required.some((part) => reason.includes(`missing part: ${part}`)),
  );
  if (broken.length === 0) return result;
  const lines = broken.map(({ name, reason }) => `required, yet skipped: ${name} (${reason})`);
  return {
    passed: result.passed,
    failed: result.failed + broken.length,
    skipped: result.skipped.filter((skip) => !broken.includes(skip)),
    output: [result.output, ...lines].join("\n"),
  };
}
