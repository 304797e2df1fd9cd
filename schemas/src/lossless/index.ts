/**
 * The lossless validator: checks the bytes of lines, and so sees what a parser hides.
 *
 * @module
 */
export type { Finding, LineOptions, Profile, StreamFinding } from "./finding.ts";
export {
  StreamValidator,
  type StreamOptions,
  type StreamSummary,
  validateStream,
} from "./stream-validator.ts";
export { validateLine } from "./validate-line.ts";
