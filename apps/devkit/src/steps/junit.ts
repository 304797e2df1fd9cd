/** One test that did not run, and why where the file says so. */
export interface SkippedTest {
  readonly name: string;
  readonly reason: string;
}

/** What a JUnit file says. Test cases are counted, since not every tool writes the totals. */
export interface JUnitCounts {
  readonly passed: number;
  /** The names of the tests that failed. */
  readonly failed: readonly string[];
  readonly skipped: readonly SkippedTest[];
}

const attributes = `(?:[^>"']|"[^"]*"|'[^']*')*`;
const tag = new RegExp(`<(/?)(testcase|failure|error|skipped)\\b(${attributes}?)(/?)>`, "g");

/**
 * Counts the test cases of a JUnit XML file, as vitest, pytest, CTest and the conformance runner write it.
 *
 * @param xml the whole file; captured output inside it is ignored
 */
export function countJUnit(xml: string): JUnitCounts {
  const counts = { passed: 0, failed: [] as string[], skipped: [] as SkippedTest[] };
  let current: OpenCase | undefined;
  const visible = xml.replaceAll(/<!\[CDATA\[.*?\]\]>|<!--.*?-->/gs, "");
  for (const [, closing, name, text = "", empty] of visible.matchAll(tag)) {
    if (name !== "testcase") {
      if (current !== undefined && closing === "") note(current, name ?? "", text);
      continue;
    }
    if (closing === "") current = { name: fullName(text), failed: false };
    if (current !== undefined && (closing !== "" || empty !== "")) {
      settle(counts, current);
      current = undefined;
    }
  }
  return counts;
}

interface OpenCase {
  readonly name: string;
  failed: boolean;
  skipReason?: string;
}

function note(open: OpenCase, element: string, text: string): void {
  if (element === "skipped") open.skipReason = attribute(text, "message");
  else open.failed = true;
}

function settle(counts: { passed: number; failed: string[]; skipped: SkippedTest[] }, done: OpenCase): void {
  if (done.failed) counts.failed.push(done.name);
  else if (done.skipReason !== undefined) counts.skipped.push({ name: done.name, reason: done.skipReason });
  else counts.passed += 1;
}

function fullName(text: string): string {
  return [attribute(text, "classname"), attribute(text, "name")].filter((part) => part !== "").join(" > ");
}

function attribute(text: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)')`).exec(text);
  return unescape(found?.[1] ?? found?.[2] ?? "");
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescape(text: string): string {
  return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => entities[name] ?? whole);
}
