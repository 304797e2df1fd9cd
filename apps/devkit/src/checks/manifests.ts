import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { readMembers, type Member } from "../bootstrap/workspace.mjs";

/** The oldest Node that the published packages support, as their `engines` says it. */
const publishedEngines = ">=20.19";

// Python reads its version from its own source; C++ from its package.json.
const pythonVersion = {
  file: "packages/python/src/agora_log/_version.py",
  pattern: /^(__version__ = ")([^"]+)(")/m,
};

/**
 * Holds what is the same in every package.json: versions come from the catalog, the published packages have one version,
 * which is that of the other languages too, one licence and one range of Node.
 *
 * @param root of the checkout
 * @returns the problems
 */
export function checkManifests(root: string): readonly string[] {
  const members = readMembers(root);
  const published = members.filter(({ manifest }) => manifest.private !== true);
  if (published.length === 0) return ["no published package was found"];
  const version = familyVersion(published);
  const problems = members.flatMap((member) => manifestProblems(root, member, version));
  return [...problems, ...pythonProblems(root, version)];
}

/**
 * Writes the version of the published packages into the private ones beside them, which are the Python and the C++ package,
 * and into the Python source; the last step of a release.
 *
 * @param root of the checkout
 * @returns the version
 */
export function syncVersions(root: string): string {
  const members = readMembers(root);
  const version = familyVersion(members.filter(({ manifest }) => manifest.private !== true));
  const own = members
    .filter(({ folder }) => isPackage(root, folder))
    .map(({ folder }) => join(folder, "package.json"));
  for (const file of own) rewrite(file, /^( {2}"version": ")([^"]+)(")/m, version);
  rewrite(join(root, pythonVersion.file), pythonVersion.pattern, version);
  return version;
}

function rewrite(file: string, pattern: RegExp, version: string): void {
  const text = readFileSync(file, "utf8");
  writeFileSync(file, text.replace(pattern, `$1${version}$3`));
}

function isPackage(root: string, folder: string): boolean {
  return relative(root, folder).startsWith("packages/");
}

function familyVersion(published: readonly Member[]): string {
  return published[0]?.manifest.version ?? "";
}

function manifestProblems(root: string, { folder, manifest }: Member, version: string): readonly string[] {
  const name = `${relative(root, folder)}/package.json`;
  const problems = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, wanted]) => wanted !== "catalog:" && wanted !== "workspace:*")
    .map(([dependency, wanted]) => `${name}: ${dependency} is "${wanted}", not "catalog:" or "workspace:*"`);
  if (manifest.license !== "Apache-2.0") problems.push(`${name}: the license is Apache-2.0`);
  if (manifest.type !== "module") problems.push(`${name}: the type is "module"`);
  const ofTheFamily = manifest.private !== true || isPackage(root, folder);
  if (ofTheFamily && manifest.version !== version)
    problems.push(`${name}: the version is ${manifest.version}, elsewhere ${version}`);
  if (manifest.private === true) return problems;
  if (manifest.description === undefined) problems.push(`${name}: a published package has a description`);
  if (manifest.engines?.["node"] !== publishedEngines)
    problems.push(`${name}: engines.node is "${publishedEngines}"`);
  return problems;
}

function pythonProblems(root: string, version: string): readonly string[] {
  const { file, pattern } = pythonVersion;
  const text = existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "";
  const found = pattern.exec(text)?.[2];
  return found === version
    ? []
    : [`${file}: the version is ${found ?? "missing"}, in the npm packages ${version}`];
}
