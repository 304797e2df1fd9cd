import type { Plugin } from "rollup";
import type { CallsiteOptions } from "./callsite-options.ts";
import { unplugin } from "./unplugin.ts";

/**
 * The plugin for Rollup. Put it first: a plugin that moves lines before it would falsify what it writes.
 *
 * @throws {CallsiteConfigError} `AGORA_CONFIG` for a bad option.
 */
const plugin: (options?: CallsiteOptions) => Plugin = unplugin.rollup;

// oxlint-disable-next-line import/no-default-export -- a configuration of Rollup imports its plugins by default
export default plugin;
