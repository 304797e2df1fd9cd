import { createUnplugin } from "unplugin";
import type { UnpluginInstance } from "unplugin";
import { isWanted, resolveOptions } from "./options.ts";
import type { CallsiteOptions } from "./callsite-options.ts";
import { leastCode, pathOf, transformWith } from "./instrument.ts";

/**
 * The plugin for all bundlers. It runs before other plugins, since those that move lines would falsify what is written.
 * A file that it cannot read is left as it is, with a warning of the build.
 */
export const unplugin: UnpluginInstance<CallsiteOptions | undefined, false> = createUnplugin(
  (options: CallsiteOptions | undefined) => {
    const settings = resolveOptions(options);
    const isPlain = settings.helpers.length === 0 && settings.modules.length === 0;
    return {
      name: "agora-callsite",
      enforce: "pre",
      transform: {
        // Bundlers written in Rust do not have to call JavaScript for the other files.
        filter: { id: /\.[cm]?[jt]sx?(?:$|[?#])/, ...(isPlain && { code: [...leastCode] }) },
        handler(code, id) {
          if (!isWanted(pathOf(id), settings)) return undefined;
          try {
            return transformWith(code, id, settings);
          } catch (error) {
            // Code that a generator has nested thousands deep: its calls are left to the stack.
            this.warn(`${id} is left without places of its log calls: ${(error as Error).message}`);
            return undefined;
          }
        },
      },
    };
  },
);
