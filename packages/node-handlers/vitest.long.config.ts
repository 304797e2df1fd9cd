import { defineConfig } from "vitest/config";
import settings from "./vitest.config.ts";

/** The long form: many lines, many runs, many deaths. */
export default defineConfig({ ...settings, test: { ...settings.test, include: ["**/*.long.ts"] } });
