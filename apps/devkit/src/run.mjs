// What the root's package.json calls: `node apps/devkit/src/run.mjs <verb> [arguments]`.
// Plain JavaScript without dependencies, for any Node from 20 on: it brings everything that the rest needs.

import { join } from "node:path";
import { toolEnvironment } from "./bootstrap/environment.mjs";
import { withInstallLock } from "./bootstrap/install-lock.mjs";
import { ensureJavaScriptTools } from "./bootstrap/javascript-tools.mjs";
import { root } from "./bootstrap/places.mjs";
import { requirePrerequisites } from "./bootstrap/prerequisites.mjs";
import { ensurePythonEnvironment } from "./bootstrap/python-environment.mjs";
import { runForeground } from "./bootstrap/run-tool.mjs";
import { giveUp, say, secondsSince, Trouble } from "./bootstrap/say.mjs";
import { systemParts } from "./bootstrap/system-parts.mjs";

const oldestNode = 20;

/**
 * Installs what is missing and says what it does, unless everything is there already.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} the Node that runs the tools
 */
async function install(env) {
  const startedAt = performance.now();
  const { python } = requirePrerequisites(process.env);
  const heartbeat = setInterval(() => say(`  still installing, ${secondsSince(startedAt)}`), 10_000);
  const announcement = setTimeout(() => say("installing the tools into this folder"), 1_000);
  try {
    const javascript = ensureJavaScriptTools(env);
    const environment = ensurePythonEnvironment(env, python);
    // Neither is left running when the other fails.
    await Promise.allSettled([javascript, environment]);
    const allFresh = (await javascript).fresh && (await environment).fresh;
    if (!allFresh) say(`tools installed, ${secondsSince(startedAt)}`);
    return (await javascript).node;
  } finally {
    clearInterval(heartbeat);
    clearTimeout(announcement);
  }
}

/**
 * @param {string[]} args the verb and what follows it
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  if (Number(process.versions.node.split(".")[0]) < oldestNode) {
    throw new Trouble(`Node ${oldestNode} or newer is needed, this is ${process.version}`);
  }
  if (args[0] === "system-parts") return systemParts();
  const env = toolEnvironment(process.env);
  const node = await withInstallLock(() => install(env));
  return runForeground(node, [join(root, "apps", "devkit", "src", "main.ts"), ...args], { cwd: root, env });
}

main(process.argv.slice(2)).then((code) => process.exit(code), giveUp);
