// @boundaries-ignore all packages share the root's test settings
export { default } from "../../vitest.shared.ts";
