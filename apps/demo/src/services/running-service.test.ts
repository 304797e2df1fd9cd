import { expect, test } from "vitest";
import { FloorProblem } from "../problem.ts";
import { type Launch, startService } from "./running-service.ts";

function running(program: string, readyWithinMs = 10_000): Launch {
  return {
    name: "risk",
    command: process.execPath,
    args: ["-e", program],
    environment: process.env,
    readyWithinMs,
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const never = new AbortController().signal;

test("a service is running once it says so, whatever else it prints", async () => {
  const service = await startService(
    running("console.log('hello'); console.log('ready port=7'); setInterval(() => {}, 1000)"),
    never,
  );

  expect(service.port).toBe(7);
  expect(await service.stop()).toEqual({ how: "signal SIGTERM", clean: false });
  expect(isAlive(service.pid)).toBe(false);
});

test("a service that does not get ready is ended, and the end of its stderr is told", async () => {
  const program = "console.error('waiting for the moon, pid ' + process.pid); setInterval(() => {}, 1000)";
  const problem = await startService(running(program, 1000), never).catch((error: unknown) => error);

  expect(problem).toBeInstanceOf(FloorProblem);
  expect(problem).toMatchObject({
    message: "risk did not get ready within 1 s.",
    details: [expect.stringMatching(/^waiting for the moon, pid \d+$/)],
  });
  const pid = Number(/\d+$/.exec((problem as FloorProblem).details[0] ?? "")?.[0]);
  expect(isAlive(pid)).toBe(false);
});

test("a service that ends before it is ready is told with its exit code and the end of its stderr", async () => {
  const program = "for (let i = 1; i <= 40; i++) console.error('line ' + i); process.exitCode = 3";

  await expect(startService(running(program), never)).rejects.toMatchObject({
    message: "risk ended before it was ready (exit code 3).",
    details: Array.from({ length: 15 }, (_, i) => `line ${i + 26}`),
  });
});

test("a command that does not exist is told as such", async () => {
  const launch = { ...running(""), command: "/nowhere/risk" };

  await expect(startService(launch, never)).rejects.toMatchObject({
    message: "risk ended before it was ready (spawn /nowhere/risk ENOENT).",
  });
});

test("a service that does not heed SIGTERM is ended by force", { timeout: 15_000 }, async () => {
  const program = "process.on('SIGTERM', () => {}); console.log('ready port=7'); setInterval(() => {}, 1000)";
  const service = await startService(running(program), never);

  expect(await service.stop()).toEqual({ how: "signal SIGKILL", clean: false });
});

test("an abort during the start ends the service", async () => {
  const halt = new AbortController();
  setTimeout(() => halt.abort(new Error("enough")), 300);

  await expect(startService(running("setInterval(() => {}, 1000)"), halt.signal)).rejects.toThrow("enough");
});
