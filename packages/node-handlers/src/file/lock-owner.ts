import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

const HEAD = "agora-lock 1";
/** Field 22 of `/proc/<pid>/stat`, counted behind the name of the program, which may hold anything. */
const START_FIELD = 19;
const STATE_FIELD = 0;

/** A process, said so that another one can find out whether it still runs. What the system does not say is empty. */
export interface LockOwner {
  readonly host: string;
  /** Changes with every start of the machine. */
  readonly boot: string;
  /** The space in which the process id means something: containers have one each. */
  readonly pidns: string;
  readonly pid: number;
  /** When it started, in ticks since the machine did: a process id is used again, this pair is not. */
  readonly start: string;
}

let own: LockOwner | undefined;

/** This process. Never throws. */
export function thisProcess(): LockOwner {
  own ??= {
    host: text(() => hostname()),
    boot: text(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8")),
    pidns: text(() => readlinkSync("/proc/self/ns/pid")),
    pid: process.pid,
    start: text(() => statFields(process.pid)[START_FIELD] ?? ""),
  };
  return own;
}

/**
 * Whether a process runs, as far as this one can tell: `undefined` where it cannot, for another machine, another start
 * of it, or another container.
 */
export function isAlive(owner: LockOwner): boolean | undefined {
  const me = thisProcess();
  if (owner.host !== me.host || owner.boot !== me.boot) return undefined;
  if (owner.pidns !== "" && me.pidns !== "" && owner.pidns !== me.pidns) return undefined;
  if (!hasProcess(owner.pid)) return false;
  try {
    const fields = statFields(owner.pid);
    const isZombie = fields[STATE_FIELD] === "Z" || fields[STATE_FIELD] === "X";
    return !isZombie && (owner.start === "" || fields[START_FIELD] === owner.start);
  } catch {
    // No such folder on this system, or it is hidden: there is a process with this id, and nothing says more.
    return true;
  }
}

/** What a lock file says: lines of `name=value` behind a line with the format, the token last. */
export function lockText(owner: LockOwner, token: string): string {
  const { host, boot, pidns, pid, start } = owner;
  const lines = [HEAD, `host=${host}`, `boot=${boot}`, `pidns=${pidns}`, `pid=${pid}`, `start=${start}`];
  return `${lines.join("\n")}\ntoken=${token}\n`;
}

/** Reads what {@link lockText} wrote; `undefined` when it is not whole. Unknown names are passed over. */
export function readLockText(content: string): LockOwner | undefined {
  const lines = content.split("\n");
  if (lines[0] !== HEAD || lines.pop() !== "") return undefined;
  const values = new Map<string, string>();
  for (const line of lines.slice(1)) {
    const at = line.indexOf("=");
    if (at > 0) values.set(line.slice(0, at), line.slice(at + 1));
  }
  const valueOf = (name: string): string => values.get(name) ?? "";
  const pid = Number(valueOf("pid"));
  if (valueOf("token") === "" || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return {
    host: valueOf("host"),
    boot: valueOf("boot"),
    pidns: valueOf("pidns"),
    pid,
    start: valueOf("start"),
  };
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function text(ask: () => string): string {
  try {
    return ask().replaceAll(/\s+/g, " ").trim();
  } catch {
    return "";
  }
}
