import { readFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import type { PlannedOrder } from "../orders/make-orders.ts";
import { EXPECTED, LIFE_MESSAGES, SERVICES } from "../orders/outcomes.ts";
import { type Answer, unexpectedAnswers } from "../orders/send-orders.ts";
import type { CallSite, LogFacts } from "./read-facts.ts";

/** One thing that the run holds to be true, and whether it is. */
export interface Check {
  readonly holds: boolean;
  /** What holds, with its figures; or, where it does not, what was expected. */
  readonly text: string;
  /** What contradicts it, each in one line; empty when it holds. */
  readonly findings: readonly string[];
}

/** Every order got the answer that it implies. */
export function checkAnswers(answers: readonly Answer[]): Check {
  const findings = unexpectedAnswers(answers).map(
    ({ order, status, outcome }) =>
      `${order.correlationId} should be ${EXPECTED[order.outcome].status} ${order.outcome}, got ${status} ${outcome}`,
  );
  return check(
    `${answers.length - findings.length} of ${answers.length} orders got the answer that they imply`,
    findings,
  );
}

/** Every order left exactly the entries that its outcome implies, and every service those of its life. */
export function checkEntries(orders: readonly PlannedOrder[], facts: LogFacts): Check {
  let entries = 0;
  const findings = orders.flatMap(({ correlationId, outcome }) => {
    const found = facts.requests.get(correlationId)?.entries ?? [];
    entries += found.length;
    const differences = differencesOf(EXPECTED[outcome].entries, found);
    return differences.map((difference) => `${correlationId} (${outcome}): ${difference}`);
  });
  const lives = SERVICES.flatMap((service) => LIFE_MESSAGES.map((message) => `${service} ${message}`));
  findings.push(...differencesOf(lives, facts.lifeEntries), ...facts.unreadable);
  entries += facts.lifeEntries.length;
  return check(`${entries} entries are exactly those that ${orders.length} orders imply`, findings);
}

/** Every order carried the trace id that it was sent with through all services. */
export function checkTraces(orders: readonly PlannedOrder[], facts: LogFacts): Check {
  const findings = orders.flatMap(({ correlationId, traceId }) => {
    const found = [...(facts.requests.get(correlationId)?.traceIds ?? [])];
    return found.length === 1 && found[0] === traceId
      ? []
      : [`${correlationId}: sent with ${traceId}, logged as ${found.join(", ") || "nothing"}`];
  });
  return check(`${orders.length} orders have one trace id each, in every service that they met`, findings);
}

/** Keys were hidden, and none can be read. */
export function checkSecrets(orders: readonly PlannedOrder[], facts: LogFacts): Check {
  const findings = facts.leaks > 0 ? [`an API key can be read in ${facts.leaks} lines`] : [];
  if (facts.hidden < orders.length) {
    findings.push(`${facts.hidden} members are hidden, which is fewer than ${orders.length} orders`);
  }
  return check(`${facts.hidden} API keys were logged, all hidden by redaction`, findings);
}

/**
 * Every entry names the line of a log call of its level.
 *
 * @param root - the folder that the entries' `file` is relative to
 */
export async function checkCallSites(facts: LogFacts, root: string): Promise<Check> {
  const findings: string[] = [];
  for (const site of facts.callSites) {
    const line = await sourceLine(root, site);
    if (!line?.includes(`.${site.level.toLowerCase()}(`)) {
      findings.push(
        `${site.file}:${site.line} (${site.function}) holds no ${site.level} call: ${line?.trim()}`,
      );
    }
  }
  return check(`${facts.callSites.length} call sites, each the line of a log call of that level`, findings);
}

async function sourceLine(root: string, { file, line }: CallSite): Promise<string | undefined> {
  if (isAbsolute(file)) return undefined;
  try {
    return (await readFile(join(root, file), "utf8")).split("\n")[line - 1];
  } catch {
    return undefined;
  }
}

function check(text: string, findings: readonly string[]): Check {
  return { holds: findings.length === 0, text, findings };
}

function differencesOf(expected: readonly string[], found: readonly string[]): string[] {
  const surplus = new Map<string, number>();
  for (const key of found) surplus.set(key, (surplus.get(key) ?? 0) + 1);
  for (const key of expected) surplus.set(key, (surplus.get(key) ?? 0) - 1);
  return [...surplus].flatMap(([key, count]) => {
    if (count === 0) return [];
    return [count > 0 ? `"${key}" ${count} times too often` : `"${key}" is missing`];
  });
}
