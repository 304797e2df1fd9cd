import { root } from "../bootstrap/places.mjs";
import { Trouble } from "../bootstrap/say.mjs";
import { syncVersions } from "../checks/manifests.ts";
import { runProgram } from "../steps/command.ts";

/**
 * The verb `release:version`: turns the files of .changeset into changelogs and one new version for all published
 * packages, and writes that version into the Python and the C++ package, which changesets leaves alone.
 *
 * @returns the exit code
 */
export async function releaseVersionVerb(): Promise<number> {
  const { code, output } = await runProgram("changeset", ["version"], { cwd: root });
  if (code !== 0) throw new Trouble(`changesets could not set the version:\n${output}`);
  process.stdout.write(`all packages are at ${syncVersions(root)}\n`);
  return 0;
}
