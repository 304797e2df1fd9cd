import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { makeOrders } from "../src/orders/make-orders.ts";
import { EXPECTED, OUTCOMES } from "../src/orders/outcomes.ts";
import { ROOT } from "../src/places.ts";
import {
  type Line,
  type Link,
  SUCCESS,
  isRunning,
  linesOf,
  outcomeOf,
  servicePids,
  startFloorProcess,
} from "./floor-process.ts";

// Three processes are started and stopped in each, perhaps on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const SERVICES = ["gateway", "risk", "pricing"];

test("a run of 40 orders leaves exactly what the orders imply, and tells one story across three languages", async () => {
  const floor = startFloorProcess(["--orders", "40", "--seed", "5"]);
  expect(await outcomeOf(floor)).toEqual(SUCCESS);
  const lines = SERVICES.flatMap((service) => linesOf(floor.logDir, service));

  expectCounts(lines);
  expectReport(floor.stdout(), lines);
  expectStory(floor.stdout());
  expectCallSites(lines);
  expect(servicePids(floor.logDir).filter(isRunning)).toEqual([]);
});

function expectCounts(lines: readonly Line[]): void {
  const orders = makeOrders(40, 5);
  expect(new Set(orders.map(({ outcome }) => outcome))).toEqual(new Set(OUTCOMES));
  for (const { correlationId, outcome } of orders) {
    const found = lines.filter(({ correlation_id }) => correlation_id === correlationId);
    const keys = found.map(({ service, level, message }) => `${service} ${level} ${message}`);
    expect({ outcome, keys: keys.toSorted() }).toEqual({
      outcome,
      keys: EXPECTED[outcome].entries.toSorted(),
    });
  }
  const implied = orders.reduce((sum, { outcome }) => sum + EXPECTED[outcome].entries.length, 0);
  expect(lines).toHaveLength(implied + 2 * SERVICES.length);
}

function expectReport(stdout: string, lines: readonly Line[]): void {
  expect(stdout).not.toContain("\u001b");
  expect(stdout).not.toContain("✗");
  const count = (service: string, level: string): number =>
    lines.filter((line) => line.service === service && line.level === level).length;
  const row = (service: string, language: string): string => {
    const counts = ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"].map((level) => count(service, level));
    const all = lines.filter((line) => line.service === service).length;
    return [service, language, ...counts, all].join(" ");
  };
  const squeezed = stdout.replaceAll(/ +/g, " ");
  expect(squeezed).toContain(row("gateway", "TypeScript"));
  expect(squeezed).toContain(row("risk", "Python"));
  expect(squeezed).toContain(row("pricing", "C++"));
}

function expectStory(stdout: string): void {
  const story = stdout.slice(stdout.indexOf("Story of one failed order"), stdout.indexOf("Files"));
  const inOrder = [
    "Order received",
    "Check received",
    "Risk approved",
    "Quote requested",
    "Quote failed",
    "Order failed",
  ];
  const places = inOrder.map((message) => story.indexOf(message));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(story).toMatch(
    /gateway \(TypeScript\) +Order received\n +apps\/demo\/src\/gateway\/\S+\.ts:\d+ handleOrder\n/,
  );
  expect(story).toMatch(/risk \(Python\) +Risk approved\n +apps\/demo\/risk\/checks\.py:\d+ answer_check\n/);
  expect(story).toMatch(
    /pricing \(C\+\+\) +Quote failed\n +apps\/demo\/pricing\/src\/quotes\.cpp:\d+ answer_quote\n/,
  );
  expect(story).toMatch(/OrderFailedError: .+\n +caused by UpstreamError: .+\n +caused by QuoteError: /);
}

function expectCallSites(lines: readonly Line[]): void {
  const chains = new Map(
    lines.flatMap(({ message, service, exception }) =>
      exception === undefined ? [] : [[`${service} ${message}`, typesOf(exception)] as const],
    ),
  );
  expect(Object.fromEntries(chains)).toEqual({
    "gateway Order failed": expect.arrayContaining(["OrderFailedError", "UpstreamError"]),
    "gateway Order lost": ["OrderFailedError", "BookingError", "VenueSessionError", "SyntaxError"],
    "risk Check failed": ["RiskCheckError", "LimitRecordError", "ValueError"],
    "pricing Quote failed": [
      expect.stringContaining("QuoteError"),
      expect.stringContaining("FeedError"),
      expect.stringContaining("invalid_argument"),
    ],
  });
  const files = [...new Set(lines.map((line) => line.file))];
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
}

function typesOf(link: Link): string[] {
  return [link.type, ...(link.cause === undefined ? [] : typesOf(link.cause))];
}

test("text of any language and a tab reach all three logs unharmed, and no API key does", async () => {
  const floor = startFloorProcess(["--orders", "40", "--seed", "5"]);
  expect(await outcomeOf(floor)).toEqual(SUCCESS);
  const texts = SERVICES.map((service) => readFileSync(join(floor.logDir, `${service}.log`), "utf8"));

  for (const text of texts) {
    expect(text).toContain("Zoë Ångström");
    expect(text).toContain("李雷");
    expect(text).toContain(String.raw`O'Neil \"Fast\" 🚀`);
    expect(text).toContain(String.raw`Mara\tQuill`);
    expect(text).toContain('"api_key":"[REDACTED]"');
    expect(text).not.toContain("sk_floor_");
  }
});

test("the logs of the run before are moved aside, and a second run is the same as the first", async () => {
  const first = startFloorProcess(["--orders", "6"]);
  expect(await outcomeOf(first)).toEqual(SUCCESS);
  const firstLines = linesOf(first.logDir, "gateway");
  const second = startFloorProcess(["--orders", "6", "--log-dir", first.logDir]);
  expect(await outcomeOf(second)).toEqual(SUCCESS);

  expect(linesOf(join(first.logDir, "previous"), "gateway")).toEqual(firstLines);
  expect(linesOf(first.logDir, "gateway")).toHaveLength(firstLines.length);
  expect(second.stdout()).toContain("those of the run before are in");
});
