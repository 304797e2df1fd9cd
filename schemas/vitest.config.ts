import { mergeConfig } from "vitest/config";
// @boundaries-ignore all packages share the root's test settings
import shared from "../vitest.shared.ts";

export default mergeConfig(shared, { test: { include: ["codegen/**/*.test.ts"], testTimeout: 60_000 } });
