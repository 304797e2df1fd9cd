import { execFileSync } from "node:child_process";
import { join, relative } from "node:path";

/** The root of the repository. */
export const root: string = join(import.meta.dirname, "..", "..", "..");

/** Where examples are written before they run: inside the package, so that they find its dependencies. */
export const workFolder: string = join(import.meta.dirname, "..", "dist", "examples");

/** Markdown files of the repository, relative to the root: those that git tracks or would track. */
export function markdownFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "*.md"], {
    cwd: root,
    encoding: "utf8",
  });
  return listed
    .split("\n")
    .filter((file) => file !== "")
    .map((file) => relative(root, join(root, file)));
}
