// pnpm and everything it installs, the pinned Node among it.

import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { pinnedNode, root, varFolder } from "./places.mjs";
import { ask, runLogged } from "./run-tool.mjs";
import { say, Trouble } from "./say.mjs";
import { fingerprint, isStamped, removeStamp, writeStamp } from "./stamp.mjs";
import { readManifest, readMembers } from "./workspace.mjs";

const toolsFolder = join(varFolder, "tools");
const pnpmProgram = join(toolsFolder, "node_modules", ".bin", "pnpm");
const log = join(varFolder, "logs", "install-javascript.log");

// Starting from nothing helps neither a lockfile that is behind a package.json nor a missing network.
const lockfileIsBehind = /frozen-lockfile|Failed to resolve/;
const networkIsMissing =
  /_FETCH_|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|error sending request/;

// Where the package `node` has no binary of the pinned version, the machine's own Node may serve.
/** @type {((major: number, minor: number) => boolean)[]} */
const acceptedSystemNode = [
  (major, minor) => major === 22 && minor >= 19,
  (major, minor) => major === 24 && minor >= 12,
  (major) => major >= 26,
];

/**
 * Installs pnpm and the workspace's packages, unless a stamp says that this was done for the same lockfile.
 * An install that was interrupted or damaged is repaired, at worst from nothing.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ node: string, fresh: boolean }>} the Node to run tools on; fresh when nothing had to be done
 * @throws {Trouble}
 */
export async function ensureJavaScriptTools(env) {
  const manifests = everyMember().map(({ folder }) => join(folder, "package.json"));
  const key = fingerprint({
    texts: [process.platform, process.arch, root],
    files: [join(root, "pnpm-lock.yaml"), join(root, "pnpm-workspace.yaml"), ...manifests],
  });
  if (isStamped("javascript", key) && isComplete()) {
    const node = nodeForTools(env);
    if (node !== undefined) return { node, fresh: true };
  }
  removeStamp("javascript");
  await installPnpm(env);
  const node = (await installWorkspace(env)) ?? (await installFromNothing(env));
  writeStamp("javascript", key);
  return { node, fresh: false };
}

/**
 * The root and the packages.
 * @returns {import("./workspace.mjs").Member[]}
 */
function everyMember() {
  return [{ folder: root, manifest: readManifest(root) }, ...readMembers(root)];
}

/**
 * Says whether every declared dependency of every package is in its place.
 * @returns {boolean}
 */
function isComplete() {
  const links = everyMember().flatMap(({ folder, manifest }) => {
    const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    return names.map((name) => join(folder, "node_modules", name, "package.json"));
  });
  return links.every((link) => existsSync(link)) && existsSync(pnpmProgram);
}

/**
 * @param {NodeJS.ProcessEnv} env
 */
async function installPnpm(env) {
  const wanted = readManifest(root).packageManager ?? "pnpm";
  if (ask(pnpmProgram, ["--version"], { env }).output.trim() === wanted.split("@")[1]) return;
  rmSync(toolsFolder, { recursive: true, force: true });
  const args = ["install", "--prefix", toolsFolder, "--no-save", "--prefer-offline", wanted];
  const npm = npmCommand(args);
  const done = await runLogged(npm.program, npm.args, { cwd: root, env, log });
  if (done.code !== 0) throw new Trouble(explainFailure());
}

/**
 * npm as the caller runs it, else the one on the path.
 * @param {string[]} args
 * @returns {{ program: string, args: string[] }}
 */
function npmCommand(args) {
  const own = process.env["npm_execpath"];
  if (own === undefined || basename(own) !== "npm-cli.js") return { program: "npm", args };
  return { program: process.execPath, args: [own, ...args] };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | undefined>} the pinned Node; undefined when anything is missing
 */
async function installWorkspace(env) {
  const args = ["install", "--frozen-lockfile", "--reporter=append-only"];
  // CI lets pnpm replace a damaged node_modules without asking.
  const done = await runLogged(pnpmProgram, args, {
    cwd: root,
    env: { ...env, CI: "true" },
    log,
    append: true,
  });
  if (done.code !== 0 && lockfileIsBehind.test(done.output)) {
    throw new Trouble(
      `pnpm-lock.yaml is behind a package.json: run ${relative(root, pnpmProgram)} install --no-frozen-lockfile`,
    );
  }
  if (done.code !== 0 && networkIsMissing.test(done.output)) throw new Trouble(explainFailure());
  return done.code === 0 && isComplete() && runsPinnedNode(env) ? pinnedNode : undefined;
}

/**
 * The second try: what the first left behind, in node_modules or in the store, may be what stopped it.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>}
 * @throws {Trouble}
 */
async function installFromNothing(env) {
  say("  the install did not complete; repairing it from nothing");
  for (const { folder } of everyMember()) {
    rmSync(join(folder, "node_modules"), { recursive: true, force: true });
  }
  rmSync(join(varFolder, "cache", "pnpm"), { recursive: true, force: true });
  await installWorkspace(env);
  const node = isComplete() ? nodeForTools(env) : undefined;
  if (node === undefined) throw new Trouble(explainFailure());
  return node;
}

/**
 * The pinned Node; where the package `node` has none for this system, the caller's own if tools run on it.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
function nodeForTools(env) {
  if (runsPinnedNode(env)) return pinnedNode;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (!acceptedSystemNode.some((accepted) => accepted(major, minor))) return undefined;
  say(`  no Node ${pinnedVersion()} for ${process.platform} ${process.arch}: using ${process.version}`);
  return process.execPath;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean}
 */
function runsPinnedNode(env) {
  return ask(pinnedNode, ["--version"], { env }).output.trim() === `v${pinnedVersion()}`;
}

/**
 * @returns {string} the version of `node` in the workspace's catalog
 */
function pinnedVersion() {
  const text = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  const found = /^ {2}node: (\S+)$/m.exec(text);
  if (found?.[1] === undefined) throw new Error("pnpm-workspace.yaml pins no version of node");
  return found[1];
}

/**
 * @returns {string} one line: the last thing that looked like an error, and where the rest is
 */
function explainFailure() {
  const lines = existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [];
  const telling = lines.findLast((line) => /ERR|error/i.test(line)) ?? lines.at(-1) ?? "no output";
  return `the JavaScript tools could not be installed: ${telling.trim()} (all of it in ${log})`;
}
