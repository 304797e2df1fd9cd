import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import {
  SUCCESS,
  isRunning,
  linesOf,
  outcomeOf,
  servicePids,
  startFloorProcess,
  until,
} from "./floor-process.ts";

// Three processes are started and stopped in each, perhaps on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const MANY = ["--orders", "100000"];

test("a busy port is named with its service before anything is started or moved", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const floor = startFloorProcess(["--port", String(port - 1)]);

  expect(await floor.ended).toBe(1);
  expect(floor.stderr()).toContain(`Port ${port}, for risk, is busy`);
  expect(floor.stderr().trim().split("\n").length).toBeLessThanOrEqual(2);
  expect(existsSync(join(floor.logDir, "pricing.log"))).toBe(false);
  other.close();
});

test.runIf(existsSync("/proc"))(
  "a log folder that the system refuses is one line, and ends at once",
  async () => {
    const floor = startFloorProcess(["--log-dir", "/proc/no-such-folder"]);

    expect(await floor.ended).toBe(1);
    expect(floor.stderr().trim().split("\n")).toHaveLength(1);
    expect(floor.stderr()).toContain("The logs cannot go to /proc/no-such-folder");
  },
);

test.each(["pricing", "risk", "gateway"])(
  "%s killed in the middle of a run ends it with its name, and leaves no process behind",
  async (victim) => {
    const floor = startFloorProcess(MANY);
    await until(() => linesOf(floor.logDir, "gateway").length > 30, "orders are under way");
    const pids = servicePids(floor.logDir);
    expect(pids).toHaveLength(3);
    process.kill(pids[["pricing", "risk", "gateway"].indexOf(victim)] ?? 0, "SIGKILL");

    expect(await floor.ended).toBe(1);
    expect(floor.stderr()).toContain(`${victim} died in the middle of the run (signal SIGKILL)`);
    expect(floor.stderr()).not.toContain("    at ");
    expect(pids.filter(isRunning)).toEqual([]);
  },
);

test("Ctrl-C in the middle of a run stops the services in order, their logs complete", async () => {
  const floor = startFloorProcess(MANY);
  await until(() => linesOf(floor.logDir, "gateway").length > 30, "orders are under way");
  const pids = servicePids(floor.logDir);
  floor.child.kill("SIGINT");

  expect(await floor.ended).toBe(130);
  expect(floor.stderr()).toContain("Stopped by SIGINT");
  expect(pids.filter(isRunning)).toEqual([]);
  for (const service of ["gateway", "risk", "pricing"]) {
    expect(linesOf(floor.logDir, service).at(-1)?.message).toBe("Service stopped");
  }
});

test("the services end by themselves when the run is killed", async () => {
  const floor = startFloorProcess(MANY);
  await until(() => linesOf(floor.logDir, "gateway").length > 30, "orders are under way");
  const pids = servicePids(floor.logDir);
  expect(pids).toHaveLength(3);
  floor.child.kill("SIGKILL");

  expect(await floor.ended).toBe("SIGKILL");
  await until(() => !pids.some(isRunning), "all services have ended", 5000);
  expect(linesOf(floor.logDir, "risk").at(-1)?.context["reason"]).toBe("stdin");
});

const hasCurl = spawnSync("curl", ["--version"]).status === 0;

test.skipIf(!hasCurl)("--keep prints a command that works, and reports after Ctrl-C", async () => {
  const floor = startFloorProcess(["--orders", "6", "--keep"]);
  await until(() => floor.stdout().includes("Ctrl-C stops them"), "the services stay up");
  const command = /^ +(curl .+)$/m.exec(floor.stdout())?.[1] ?? "";
  const answer = execFileSync("sh", ["-c", command], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });

  expect(answer).toContain("201 Created");
  expect(answer).toContain('"outcome":"accepted"');
  const pids = servicePids(floor.logDir);
  floor.child.kill("SIGINT");
  expect(await outcomeOf(floor)).toEqual(SUCCESS);
  expect(floor.stdout()).toContain("Story of one failed order");
  expect(linesOf(floor.logDir, "pricing").some(({ context }) => context["order_id"] === "MINE-1")).toBe(true);
  expect(pids.filter(isRunning)).toEqual([]);
});

test("a line that is not a valid entry fails the run and is named", async () => {
  const floor = startFloorProcess(["--orders", "6", "--keep"]);
  await until(() => floor.stdout().includes("Ctrl-C stops them"), "the services stay up");
  appendFileSync(join(floor.logDir, "risk.log"), '{"level":"LOUD"}\n');
  const line = linesOf(floor.logDir, "risk").length;
  floor.child.kill("SIGINT");

  expect(await floor.ended).toBe(1);
  expect(floor.stdout()).toMatch(new RegExp(`risk\\.log:${line}: .*entry\\.required`));
});

test("an unknown option is one message with the usage", async () => {
  const floor = startFloorProcess(["--order", "6"]);

  expect(await floor.ended).toBe(1);
  expect(floor.stderr()).toContain("Unknown option '--order'");
  expect(floor.stderr()).toContain("--orders N");
});
