import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkImportRules } from "../src/checks/import-rules.ts";
import { copyCheckout, type CheckoutCopy } from "./checkout-copy.ts";

let copy: CheckoutCopy;
beforeEach(() => {
  copy = copyCheckout();
});
afterEach(() => copy.remove());

async function problemText(): Promise<string> {
  const found = await checkImportRules(copy.root);
  return found.problems.join("\n");
}

const forbidden = "turbo boundaries found forbidden imports";

describe("the import rules", () => {
  test.each([
    ["a package that nothing may import", `import "@agora/conformance";`],
    ["an application", `import "@agora/demo";`],
    ["a sideways neighbour", `import "@agora/logger";`],
    ["a type only", `import type { Validation } from "@agora/conformance"; export type V = Validation;`],
    ["a dynamic import", `export const later = () => import("@agora/conformance");`],
    ["a path into another package", `import "../../core/src/index.ts";`],
    ["a library that package.json does not name", `import "protobufjs";`],
  ])("node-handlers may not import %s", async (_what, source) => {
    copy.plant("packages/node-handlers/src/planted.ts", `${source}\n`);
    const { problems, output } = await checkImportRules(copy.root);
    expect(problems).toContain(forbidden);
    expect(output).toContain("planted.ts");
  });

  test("a package may not declare a dependency that its tag forbids, even when nothing imports it", async () => {
    const file = join("packages", "node-handlers", "package.json");
    const manifest = JSON.parse(copy.read(file)) as { devDependencies?: Record<string, string> };
    manifest.devDependencies = { ...manifest.devDependencies, "@agora/conformance": "workspace:*" };
    copy.plant(file, JSON.stringify(manifest));
    expect((await checkImportRules(copy.root)).output).toContain("`@agora/conformance`");
  });
});

describe("the guards around turbo boundaries", () => {
  test.each(["mts", "cts", "vue"])(
    "a .%s file is refused, since its imports are not read",
    async (extension) => {
      copy.plant(`packages/core/src/planted.${extension}`, `import "@agora/conformance";\n`);
      expect(await problemText()).toContain(
        `planted.${extension}: import rules do not see this kind of file`,
      );
    },
  );

  test("a tag that the root does not know is named", async () => {
    copy.plant("packages/core/turbo.json", `{ "extends": ["//"], "tags": ["coer"] }`);
    expect(await problemText()).toContain(
      `packages/core/turbo.json: the root's turbo.json has no rule for the tag "coer"`,
    );
  });

  test("a package without a tag is named", async () => {
    copy.plant("packages/core/turbo.json", `{ "extends": ["//"] }`);
    expect(await problemText()).toContain("packages/core/turbo.json gives no tag");
  });

  test("a folder with sources but without a package.json is named", async () => {
    copy.plant("packages/stray/src/index.ts", `import "@agora/conformance";\n`);
    expect(await problemText()).toContain("packages/stray holds sources but no package.json");
  });

  test("an ignore comment is refused", async () => {
    copy.plant(
      "packages/core/src/planted.ts",
      `// @boundaries-ignore because\nimport "@agora/conformance";\n`,
    );
    expect(await problemText()).toContain("planted.ts: an ignore comment switches an import rule off");
  });

  test("a file that git ignores is missed by turbo and noticed by its absence", async () => {
    copy.git("init", "--quiet");
    appendFileSync(join(copy.root, ".gitignore"), "planted.ts\n");
    copy.plant("packages/core/src/planted.ts", `import "@agora/conformance";\n`);
    expect(await problemText()).toContain("is one ignored by git?");
  });
});
