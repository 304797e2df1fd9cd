export type { CallsiteOptions, Filter } from "./callsite-options.ts";
export { CallsiteConfigError } from "./config-error.ts";
export { transform } from "./transform.ts";
export type { SourceMapV3, TransformResult } from "./transform-result.ts";
