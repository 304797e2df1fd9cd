import { defineConfig } from "vitest/config";
import settings from "./vitest.config.ts";

/** The long form: installs everything anew, several times. */
export default defineConfig({ ...settings, test: { ...settings.test, include: ["**/*.long.ts"] } });
