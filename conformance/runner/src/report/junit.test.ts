import { expect, test } from "vitest";
import { checksReport } from "../project/part.ts";
import { escapeXml, junitReport } from "./junit.ts";

test("markup is escaped and what XML cannot hold is replaced", () => {
  expect(escapeXml('a<b>&"\0\u001b\ud800\uffff\u{1f602}\n')).toBe(
    "a&lt;b&gt;&amp;&quot;\ufffd\ufffd\ufffd\ufffd\u{1f602}\n",
  );
});

test("checks are test cases: a problem is a failure, a note stands in the output", () => {
  const report = checksReport(
    "mutants",
    [
      { id: "mutant.a", title: "writes -0", problems: [], note: "killed by c.num.0001", durationMs: 1 },
      {
        id: "mutant.b",
        title: "sorts",
        problems: ["c.key.0001 claims to kill it and does not"],
        durationMs: 2,
      },
    ],
    new Date(0),
  );
  const xml = junitReport([report]);

  expect(xml).toContain(
    '<testsuite name="mutants mutant" tests="2" failures="1" errors="0" skipped="0" time="0.003">',
  );
  expect(xml).toContain("<system-out>killed by c.num.0001</system-out>");
  expect(xml).toContain('<failure type="wrong" message="sorts: c.key.0001 claims to kill it and does not">');
});
