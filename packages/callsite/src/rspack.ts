import type { RspackPluginInstance } from "@rspack/core";
import type { CallsiteOptions } from "./callsite-options.ts";
import { unplugin } from "./unplugin.ts";

/**
 * The plugin for Rspack. Put it first: a plugin that moves lines before it would falsify what it writes.
 *
 * @throws {CallsiteConfigError} `AGORA_CONFIG` for a bad option.
 */
const plugin: (options?: CallsiteOptions) => RspackPluginInstance = unplugin.rspack;

// oxlint-disable-next-line import/no-default-export -- a configuration of Rspack imports its plugins by default
export default plugin;
