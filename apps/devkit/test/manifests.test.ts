import { relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readMembers } from "../src/bootstrap/workspace.mjs";
import { checkManifests, syncVersions } from "../src/checks/manifests.ts";
import { copyCheckout, type CheckoutCopy } from "./checkout-copy.ts";

let copy: CheckoutCopy;
beforeEach(() => {
  copy = copyCheckout("checkout", false);
});
afterEach(() => copy.remove());

/** Changes members of a package.json in the copy. */
function change(file: string, members: Readonly<Record<string, unknown>>): void {
  const manifest: unknown = JSON.parse(copy.read(file));
  copy.plant(file, JSON.stringify(Object.assign(manifest as object, members)));
}

describe("the package.json files", () => {
  test("may not write a version that belongs into the catalog", () => {
    change("packages/core/package.json", { devDependencies: { vitest: "^5.0.0" } });
    expect(checkManifests(copy.root)).toContain(
      `packages/core/package.json: vitest is "^5.0.0", not "catalog:" or "workspace:*"`,
    );
  });

  test("of published packages have one version", () => {
    change("packages/logger/package.json", { version: "9.9.9" });
    expect(checkManifests(copy.root).join("\n")).toContain(
      "packages/logger/package.json: the version is 9.9.9",
    );
  });

  test("have the version of the Python and the C++ package, which a release writes there", () => {
    const behind = () => checkManifests(copy.root).filter((problem) => problem.includes("the version is 0."));
    for (const { folder, manifest } of readMembers(copy.root)) {
      const file = `${relative(copy.root, folder)}/package.json`;
      if (manifest.private !== true)
        copy.plant(file, copy.read(file).replace(/"version": "[^"]+"/, `"version": "7.8.9"`));
    }
    expect(behind().map((problem) => problem.split(":")[0])).toEqual(
      expect.arrayContaining(["packages/cpp/package.json", "packages/python/src/agora_log/_version.py"]),
    );
    expect(syncVersions(copy.root)).toBe("7.8.9");
    expect(behind()).toEqual([]);
  });
});
