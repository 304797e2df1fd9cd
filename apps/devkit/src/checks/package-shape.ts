import { root } from "../bootstrap/places.mjs";
import { packAll, type PackedPackage } from "../pack.ts";
import { runProgram } from "../steps/command.ts";
import { checkResult, type StepResult } from "../steps/step.ts";

/** Packs every published package and has publint and attw judge the tarballs: exports, types, files. */
export async function checkPackageShape(): Promise<StepResult> {
  const packed = await packAll("shape");
  const problems = packed.length === 0 ? ["no published package was found"] : [];
  const outputs: string[] = [];
  for (const one of packed) {
    for (const outcome of await judge(one)) {
      if (outcome.code === 0) continue;
      problems.push(`${one.member.manifest.name}: ${outcome.tool} found problems`);
      outputs.push(outcome.output);
    }
  }
  return checkResult(problems, outputs.join("\n"));
}

async function judge({ tarball }: PackedPackage) {
  const publint = await runProgram("publint", ["run", tarball, "--strict"], { cwd: root });
  // A .proto file is exported as it is; there are no types for attw to find.
  const options = ["--profile", "esm-only", "--no-color", "--exclude-entrypoints", "./log_entry.proto"];
  const attw = await runProgram("attw", [tarball, ...options], { cwd: root });
  return [
    { tool: "publint", ...publint },
    { tool: "attw", ...attw },
  ];
}
