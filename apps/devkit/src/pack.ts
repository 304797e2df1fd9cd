import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, varFolder } from "./bootstrap/places.mjs";
import { readMembers, type Member } from "./bootstrap/workspace.mjs";
import { runProgram } from "./steps/command.ts";

/** A package as it would be published. */
export interface PackedPackage {
  readonly member: Member;
  /** Absolute path of the .tgz. */
  readonly tarball: string;
}

/** The packages that are published to the npm registry. */
export function publishedMembers(): readonly Member[] {
  return readMembers(root).filter(({ manifest }) => manifest.private !== true);
}

/**
 * Packs every published package.
 *
 * @param name of the folder under var/packed that takes the tarballs; emptied before
 * @throws Error when a package cannot be packed, with what pnpm said
 */
export async function packAll(name: string): Promise<readonly PackedPackage[]> {
  const target = join(varFolder, "packed", name);
  rmSync(target, { recursive: true, force: true });
  const packed: PackedPackage[] = [];
  for (const member of publishedMembers()) {
    const folder = join(target, member.manifest.name.replaceAll(/[@/]/g, "_"));
    mkdirSync(folder, { recursive: true });
    const done = await runProgram("pnpm", ["pack", "--pack-destination", folder], { cwd: member.folder });
    const [tarball] = readdirSync(folder);
    if (done.code !== 0 || tarball === undefined) throw new Error(`${member.manifest.name}: ${done.output}`);
    packed.push({ member, tarball: join(folder, tarball) });
  }
  return packed;
}
