import type { Plugin } from "esbuild";
import type { CallsiteOptions } from "./callsite-options.ts";
import { unplugin } from "./unplugin.ts";

/**
 * The plugin for esbuild. Put it first: a plugin that moves lines before it would falsify what it writes.
 *
 * @throws {CallsiteConfigError} `AGORA_CONFIG` for a bad option.
 */
const plugin: (options?: CallsiteOptions) => Plugin = unplugin.esbuild;

// oxlint-disable-next-line import/no-default-export -- a configuration of esbuild imports its plugins by default
export default plugin;
