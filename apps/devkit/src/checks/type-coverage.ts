import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { readMembers } from "../bootstrap/workspace.mjs";
import { runProgram } from "../steps/command.ts";
import { sourceFiles } from "./source-files.ts";

const typed = /\.[cm]?tsx?$/;

/**
 * Finds what `tsc -b` at the root would pass without having looked at it: projects that the root's tsconfig.json does not
 * name, and TypeScript files, tests above all, that no project includes.
 *
 * @param root of the checkout
 * @returns the problems, and how many files the projects include
 */
export async function checkTypeCoverage(
  root: string,
): Promise<{ readonly problems: readonly string[]; readonly files: number }> {
  const projects = readMembers(root).flatMap(({ folder }) => projectsOf(folder));
  const named = new Set(rootReferences(root));
  const problems = projects
    .filter((project) => !named.has(project))
    .map((project) => `tsconfig.json does not name ${relative(root, project)}`);
  const covered = new Set((await Promise.all(projects.map((project) => filesOf(root, project)))).flat());
  const files = readMembers(root).flatMap(({ folder }) =>
    sourceFiles(folder)
      .filter((file) => typed.test(file))
      .map((file) => join(folder, file)),
  );
  const missed = files.filter((file) => !covered.has(file));
  problems.push(...missed.map((file) => `${relative(root, file)} is in no tsconfig's include`));
  return { problems: files.length === 0 ? ["no TypeScript file was found"] : problems, files: files.length };
}

async function filesOf(root: string, project: string): Promise<readonly string[]> {
  const listed = await runProgram("tsc", ["-p", project, "--listFilesOnly"], { cwd: root });
  return listed.output.split("\n").filter((line) => !line.includes("node_modules"));
}

function projectsOf(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => /^tsconfig(?:\.[\w-]+)?\.json$/.test(name));
  return names.map((name) => join(folder, name));
}

function rootReferences(root: string): readonly string[] {
  const text = readFileSync(join(root, "tsconfig.json"), "utf8");
  return [...text.matchAll(/"path":\s*"([^"]+)"/g)]
    .map(([, path = ""]) => resolve(root, path))
    .map((path) => (existsSync(join(path, "tsconfig.json")) ? join(path, "tsconfig.json") : path));
}
