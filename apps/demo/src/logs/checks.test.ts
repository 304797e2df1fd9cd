import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeOrders } from "../orders/make-orders.ts";
import { EXPECTED, LIFE_MESSAGES, SERVICES } from "../orders/outcomes.ts";
import { checkAnswers, checkCallSites, checkEntries, checkSecrets, checkTraces } from "./checks.ts";
import type { LogFacts, RequestFacts } from "./read-facts.ts";

const orders = makeOrders(12, 1);

function facts(changes: Partial<LogFacts> = {}, spoil?: (request: RequestFacts) => void): LogFacts {
  const requests = new Map(
    orders.map(({ correlationId, traceId, outcome }) => {
      const request: RequestFacts = {
        entries: [...EXPECTED[outcome].entries],
        traceIds: new Set([traceId]),
        services: new Set(["gateway"]),
        exceptions: 0,
      };
      return [correlationId, request];
    }),
  );
  const first = requests.get(orders[0]?.correlationId ?? "");
  if (first !== undefined) spoil?.(first);
  return {
    files: [],
    counts: new Map(),
    requests,
    lifeEntries: SERVICES.flatMap((service) => LIFE_MESSAGES.map((message) => `${service} ${message}`)),
    callSites: [],
    hidden: orders.length,
    leaks: 0,
    unreadable: [],
    ...changes,
  };
}

test("logs that hold what the orders imply pass", () => {
  expect(checkEntries(orders, facts())).toMatchObject({ holds: true, findings: [] });
  expect(checkTraces(orders, facts()).holds).toBe(true);
  expect(checkSecrets(orders, facts()).holds).toBe(true);
});

test("an entry that is missing, doubled or unknown is found, with its order", () => {
  const id = orders[0]?.correlationId;
  const missing = checkEntries(
    orders,
    facts({}, ({ entries }) => entries.shift()),
  );
  const doubled = checkEntries(
    orders,
    facts({}, ({ entries }) => entries.push("gateway DEBUG Order received")),
  );
  const unknown = checkEntries(orders, facts({ lifeEntries: [...facts().lifeEntries, "risk INFO Hello"] }));

  expect(missing.findings).toEqual([
    expect.stringMatching(`${id} .*"gateway DEBUG Order received" is missing`),
  ]);
  expect(doubled.findings).toEqual([expect.stringMatching(`${id} .*received" 1 times too often`)]);
  expect(unknown.findings).toEqual(['"risk INFO Hello" 1 times too often']);
  expect([missing, doubled, unknown].some(({ holds }) => holds)).toBe(false);
});

test("an order without any entry is found", () => {
  const check = checkEntries(orders, facts({ requests: new Map() }));

  expect(new Set(check.findings.map((finding) => finding.slice(0, 36))).size).toBe(orders.length);
});

test("a line that is no JSON object is found", () => {
  expect(checkEntries(orders, facts({ unreadable: ["risk.log:7"] })).findings).toEqual(["risk.log:7"]);
});

test("a second trace id in one order is found", () => {
  const check = checkTraces(
    orders,
    facts({}, ({ traceIds }) => traceIds.add("f".repeat(32))),
  );

  expect(check.findings).toHaveLength(1);
});

test("a readable key and a key that was not logged at all are found", () => {
  expect(checkSecrets(orders, facts({ leaks: 2 })).findings).toEqual(["an API key can be read in 2 lines"]);
  expect(checkSecrets(orders, facts({ hidden: 3 })).holds).toBe(false);
});

test("an answer that an order does not imply is found", () => {
  const answers = orders.map((order) => ({
    order,
    status: EXPECTED[order.outcome].status,
    outcome: order.outcome as string,
  }));
  expect(checkAnswers(answers).holds).toBe(true);

  const spoiled = answers.map((answer, i) => (i === 0 ? { ...answer, status: 503 } : answer));
  expect(checkAnswers(spoiled).findings).toEqual([expect.stringContaining("got 503")]);
});

test("a call site must be the line of a log call of that level, in a file of the repository", async () => {
  const root = mkdtempSync(join(tmpdir(), "agora-demo-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, "a.ts"), 'const x = 1;\nlog.warning("hello");\n');
  const site = { file: "a.ts", line: 2, function: "f", level: "WARNING" };
  const wrong = [
    { ...site, line: 1 },
    { ...site, line: 9 },
    { ...site, level: "INFO" },
    { ...site, file: "none.ts" },
    { ...site, file: "/etc/hosts" },
  ];

  expect((await checkCallSites(facts({ callSites: [site] }), root)).findings).toEqual([]);
  expect((await checkCallSites(facts({ callSites: wrong }), root)).findings).toHaveLength(wrong.length);
});
