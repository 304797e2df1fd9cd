import { basename, join } from "node:path";
import { defineConfig } from "vitest/config";

const packageFolder = basename(process.cwd());

/**
 * What every package's tests have in common. Results go to the terminal and, as JUnit XML, to
 * `var/test-results/<package folder>.xml` at the root, from which the root's `npm test` adds up its last line.
 */
export default defineConfig({
  test: {
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/var/**"],
    // A forgotten `.only` or an empty run is a failure everywhere, not only where CI is set.
    allowOnly: false,
    passWithNoTests: false,
    // Many tests start processes, and a busy machine is no fault of theirs: a test that hangs is found all the same.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["default", "junit"],
    outputFile: { junit: join(import.meta.dirname, "var", "test-results", `${packageFolder}.xml`) },
  },
});
