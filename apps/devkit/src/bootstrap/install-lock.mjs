// One install at a time: `npm start` and `npm test` in two terminals share node_modules.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { varFolder } from "./places.mjs";
import { say } from "./say.mjs";

const lockFile = join(varFolder, "install.lock");

/**
 * Runs the work while no other process of this checkout does.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withInstallLock(work) {
  mkdirSync(varFolder, { recursive: true });
  let announced = false;
  while (!tryLock()) {
    if (!holderIsAlive()) {
      rmSync(lockFile, { force: true });
      continue;
    }
    if (!announced) say("  waiting for another install in this folder");
    announced = true;
    await sleep(250);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/**
 * @returns {boolean} whether the lock is ours now
 */
function tryLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    return false;
  }
}

/**
 * A killed install leaves its file behind; its process id tells.
 * @returns {boolean}
 */
function holderIsAlive() {
  try {
    return process.kill(Number(readFileSync(lockFile, "utf8")), 0);
  } catch (error) {
    // Another user's process exists too; a lock that is gone by now is nobody's.
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
