import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { memberFolders } from "../bootstrap/workspace.mjs";
import { runProgram } from "../steps/command.ts";
import { isGenerated, sourceFiles } from "./source-files.ts";

const looksAt = /\.(?:[jt]sx?|[cm]js)$/;
const overlooks = /\.(?:[cm]ts|vue|svelte)$/;

// The one import that may leave a package: every package's test configuration is the root's.
const sharedTestSettings = /^(?:import \w+|export \{ default \}) from "(?:\.\.\/)+vitest\.shared\.ts";$/m;

/**
 * Holds the import rules of turbo.json. `turbo boundaries` does the reading; around it stand guards for all that it
 * passes in silence: packages without a known tag, folders that are no package, files it does not open, ignore comments.
 *
 * @param root of the checkout, or of a copy of it
 * @returns the problems, and what turbo said
 */
export async function checkImportRules(
  root: string,
): Promise<{ readonly problems: readonly string[]; readonly output: string }> {
  const folders = memberFolders(root).filter(
    (folder) => existsSync(join(folder, "package.json")) || filesToLookAt(folder).length > 0,
  );
  const problems = folders.flatMap((folder) => [...tagProblems(root, folder), ...fileProblems(root, folder)]);
  const told = await runProgram("turbo", ["boundaries", "--no-color"], { cwd: root });
  if (told.code !== 0) problems.push("turbo boundaries found forbidden imports");
  const [, files, packages] = /Checked (\d+) files in (\d+) packages/.exec(told.output) ?? [];
  // A package may stand inside another one's folder.
  const expected = new Set(folders.flatMap(filesToLookAt));
  if (Number(packages) !== folders.length) {
    problems.push(`turbo boundaries looked at ${packages ?? 0} packages of ${folders.length}`);
  }
  // `!(a >= b)`, since no number at all must not pass.
  if (!(Number(files) >= expected.size)) {
    problems.push(
      `turbo boundaries looked at ${files ?? 0} files of ${expected.size}: is one ignored by git?`,
    );
  }
  return { problems, output: told.output };
}

function filesToLookAt(folder: string): readonly string[] {
  const files = sourceFiles(folder).filter((file) => looksAt.test(file));
  return files.map((file) => join(folder, file));
}

function tagProblems(root: string, folder: string): readonly string[] {
  const name = relative(root, folder);
  if (!existsSync(join(folder, "package.json"))) return [`${name} holds sources but no package.json`];
  const file = join(folder, "turbo.json");
  const tags = existsSync(file) ? ((readJson(file) as { tags?: string[] }).tags ?? []) : [];
  if (tags.length === 0) return [`${name}/turbo.json gives no tag, so no import rule holds for the package`];
  const rules = readJson(join(root, "turbo.json")) as { boundaries: { tags: Record<string, unknown> } };
  return tags
    .filter((tag) => !Object.hasOwn(rules.boundaries.tags, tag))
    .map((tag) => `${name}/turbo.json: the root's turbo.json has no rule for the tag "${tag}"`);
}

function fileProblems(root: string, folder: string): readonly string[] {
  return sourceFiles(folder).flatMap((file) => {
    const name = `${relative(root, folder)}/${file}`;
    if (overlooks.test(file)) return [`${name}: import rules do not see this kind of file; use .ts`];
    if (!looksAt.test(file) || isGenerated(file)) return [];
    const text = readFileSync(join(folder, file), "utf8");
    const ignores = text
      .split("\n")
      .filter((line) => /^\s*(?:\/\/|\/?\*)\s*@boundaries-ignore/.test(line)).length;
    const allowed = file.endsWith("vitest.config.ts") && sharedTestSettings.test(text) ? 1 : 0;
    return ignores > allowed ? [`${name}: an ignore comment switches an import rule off`] : [];
  });
}

function readJson(file: string): unknown {
  const withoutComments = readFileSync(file, "utf8").replaceAll(/^\s*\/\/.*$/gm, "");
  return JSON.parse(withoutComments);
}
