// The environment that every tool runs in: settings of the caller that would change what gets installed are gone.

import { delimiter, dirname, join } from "node:path";
import { pinnedNode, root, varFolder, venvBin } from "./places.mjs";

// npm hands every script its own settings as variables; these would leave out development tools, install
// elsewhere, or do nothing at all.
const npmSettings = [
  "also",
  "dev",
  "dry_run",
  "global",
  "global_prefix",
  "ignore_scripts",
  "include",
  "location",
  "local_prefix",
  "omit",
  "only",
  "optional",
  "package_lock_only",
  "prefix",
  "production",
  "save",
  "workspace",
  "workspaces",
];

const dropped = new Set([
  "node_env",
  "node_options",
  "pythonhome",
  "pythonpath",
  "virtual_env",
  "__pyvenv_launcher__",
  "pip_user",
  "pip_target",
  "pip_prefix",
  "pip_require_virtualenv",
  ...npmSettings.flatMap((name) => [`npm_config_${name}`, `pnpm_config_${name}`]),
]);

/**
 * Says whether a variable of the caller must not reach the tools.
 * @param {string} name in any case
 * @returns {boolean}
 */
function isDropped(name) {
  const lower = name.toLowerCase();
  return dropped.has(lower) || lower.startsWith("npm_package_") || lower.startsWith("npm_lifecycle_");
}

/**
 * Makes the environment for all tools from the caller's: caches in the checkout, our programs first on the path.
 * @param {NodeJS.ProcessEnv} caller
 * @returns {NodeJS.ProcessEnv} a new object
 */
export function toolEnvironment(caller) {
  const kept = Object.fromEntries(Object.entries(caller).filter(([name]) => !isDropped(name)));
  const caches = join(varFolder, "cache");
  const ours = [
    join(root, "node_modules", ".bin"),
    dirname(pinnedNode),
    join(varFolder, "tools", "node_modules", ".bin"),
    venvBin,
  ];
  return {
    ...kept,
    PATH: [...ours, caller["PATH"] ?? ""].join(delimiter),
    npm_config_cache: join(caches, "npm"),
    // Beats an `omit` in the user's npmrc: native programs come as optional dependencies.
    npm_config_include: "prod\n\ndev\n\noptional",
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_update_notifier: "false",
    PIP_CACHE_DIR: join(caches, "pip"),
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
  };
}
