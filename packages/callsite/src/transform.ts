import type { CallsiteOptions } from "./callsite-options.ts";
import { pathOf, transformWith } from "./instrument.ts";
import { isWanted, resolveOptions } from "./options.ts";
import type { TransformResult } from "./transform-result.ts";

/**
 * Writes the place of every log call into the code of a file: file, line and function, and the encoder of a context that
 * is a literal. Only insertions are made, never a new line; what the code does stays as it was.
 *
 * @param code JavaScript or TypeScript, with JSX or not, as ES module or CommonJS.
 * @param id path of the file; a query behind it is ignored.
 * @returns undefined where nothing is to be done: no call of ours, another kind of file, code that cannot be parsed, code
 * that has its sites already, or code that has the logger itself in it.
 * @throws {CallsiteConfigError} `AGORA_CONFIG` for a bad option.
 */
export function transform(
  code: string,
  id: string,
  options: CallsiteOptions = {},
): TransformResult | undefined {
  const settings = resolveOptions(options);
  if (!isWanted(pathOf(id), settings)) return undefined;
  return transformWith(code, id, settings);
}
