import { join } from "node:path";
import {
  type Check,
  checkAnswers,
  checkCallSites,
  checkEntries,
  checkSecrets,
  checkTraces,
} from "./logs/checks.ts";
import { moveOldLogsAside } from "./logs/log-files.ts";
import { type LogFacts, readFacts, readStory } from "./logs/read-facts.ts";
import { validateFiles } from "./logs/validate-files.ts";
import type { Options } from "./options.ts";
import { type PlannedOrder, makeOrders } from "./orders/make-orders.ts";
import { EXPECTED } from "./orders/outcomes.ts";
import { type Answer, sendOrders } from "./orders/send-orders.ts";
import { DEFAULT_LOG_DIR, ROOT, absolute, fromUser } from "./places.ts";
import { FloorProblem, Interrupted } from "./problem.ts";
import { curlLine } from "./report/curl-line.ts";
import { reportLines } from "./report/report.ts";
import type { Terminal } from "./report/terminal.ts";
import { type Floor, requirePorts, startFloor } from "./services/floor.ts";
import { LANGUAGE } from "./services/launches.ts";

/**
 * Runs the trading floor once: start, orders, stop, report.
 *
 * @param options - the user's choice
 * @param terminal - where it is told
 * @param halt - aborted with an `Interrupted` to end the run early; aborted by us when a service dies
 * @returns whether every check holds
 * @throws {FloorProblem} when the run could not be brought to its end; {Interrupted} when it was interrupted. No
 *   service is left behind in either case
 */
export async function runFloor(
  options: Options,
  terminal: Terminal,
  halt: AbortController,
): Promise<boolean> {
  const logDir = options.logDir === undefined ? DEFAULT_LOG_DIR : absolute(options.logDir);
  terminal.say(
    "",
    terminal.paint.bold("Agora trading floor: three services, three languages, one log format"),
  );
  await requirePorts(options.port);
  await freshLogs(logDir, terminal);
  const orders = makeOrders(options.orders, options.seed);
  const floor = await startFloor({
    port: options.port,
    logDir,
    signal: halt.signal,
    onDeath: (problem) => halt.abort(problem),
    onReady: ({ name, port, readyAfterMs }) => {
      const [service, language] = [name.padEnd(8), LANGUAGE[name].padEnd(10)];
      terminal.say(`  ${service} ${language} ready on port ${port} after ${Math.round(readyAfterMs)} ms`);
    },
  });
  const answers = await workAndStop(floor, orders, options.keep, terminal, halt);
  return report(orders, answers, logDir, terminal);
}

async function freshLogs(logDir: string, terminal: Terminal): Promise<void> {
  const moved = await moveOldLogsAside(logDir).catch((error: Error) => {
    throw new FloorProblem(`The logs cannot go to ${logDir}: ${error.message}.`, [], { cause: error });
  });
  const old =
    moved.length > 0 ? `; those of the run before are in ${fromUser(join(logDir, "previous"))}` : "";
  terminal.say(`  logs go to ${fromUser(logDir)}${old}`);
}

async function workAndStop(
  floor: Floor,
  orders: readonly PlannedOrder[],
  keep: boolean,
  terminal: Terminal,
  halt: AbortController,
): Promise<Answer[]> {
  try {
    const answers = await sendOrders(orders, floor.ordersUrl, halt.signal, (answered) =>
      terminal.progress("orders", answered, orders.length),
    );
    if (keep) await keepUp(floor, terminal, halt.signal);
    else halt.signal.throwIfAborted();
    await floor.stop();
    return answers;
  } catch (error) {
    await floor.stop().catch(() => {});
    // A service that died explains whatever went wrong after it.
    throw halt.signal.reason instanceof FloorProblem ? halt.signal.reason : error;
  }
}

/** Waits for Ctrl-C, which here is how the run is meant to end. */
async function keepUp(floor: Floor, terminal: Terminal, signal: AbortSignal): Promise<void> {
  terminal.say("", "The services stay up. Place an order of your own, in another terminal:", "");
  terminal.say(`  ${curlLine(floor.ordersUrl)}`, "", "Ctrl-C stops them and prints the report.");
  // A pending promise alone does not keep a process alive; the services' pipes do, until they end.
  await new Promise((resolve) => {
    signal.addEventListener("abort", resolve, { once: true });
    if (signal.aborted) resolve(undefined);
  });
  if (!(signal.reason instanceof Interrupted)) throw signal.reason;
}

async function report(
  orders: readonly PlannedOrder[],
  answers: readonly Answer[],
  logDir: string,
  terminal: Terminal,
): Promise<boolean> {
  const facts = await readFacts(logDir);
  const checks: Check[] = [
    await validateFiles(facts.files),
    checkAnswers(answers),
    checkEntries(orders, facts),
    checkTraces(orders, facts),
    await checkCallSites(facts, ROOT),
    checkSecrets(orders, facts),
  ];
  const order = orderWithStory(orders, facts);
  const failed = order && { order, story: await readStory(logDir, order.correlationId) };
  terminal.say(...reportLines({ answers, facts, checks, failed }, terminal.paint), "");
  return checks.every(({ holds }) => holds);
}

/** The failed order that met the most services and raised the longest chains; of equal ones the first. */
function orderWithStory(orders: readonly PlannedOrder[], facts: LogFacts): PlannedOrder | undefined {
  const weight = ({ correlationId }: PlannedOrder): number => {
    const request = facts.requests.get(correlationId);
    return (request?.services.size ?? 0) * 1000 + (request?.exceptions ?? 0);
  };
  return orders
    .filter(({ outcome }) => EXPECTED[outcome].failed)
    .reduce<PlannedOrder | undefined>(
      (best, order) => (best === undefined || weight(order) > weight(best) ? order : best),
      undefined,
    );
}
