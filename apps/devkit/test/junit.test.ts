import { describe, expect, test } from "vitest";
import { countJUnit } from "../src/steps/junit.ts";

describe("counting the test cases of a JUnit file", () => {
  test("an empty element passed, one with a failure or an error failed, one with skipped was skipped", () => {
    const xml = `<?xml version="1.0"?>
<testsuites tests="99"><testsuite name="s">
  <testcase classname="a" name="one" time="0.1"/>
  <testcase classname="a" name="two"></testcase>
  <testcase classname="a" name="three"><failure message="no">text</failure></testcase>
  <testcase classname="a" name="four"><error/></testcase>
  <testcase classname="a" name="five"><skipped message="missing part: luajit"/></testcase>
  <testcase name="six"><skipped/></testcase>
</testsuite></testsuites>`;
    expect(countJUnit(xml)).toEqual({
      passed: 2,
      failed: ["a > three", "a > four"],
      skipped: [
        { name: "a > five", reason: "missing part: luajit" },
        { name: "six", reason: "" },
      ],
    });
  });

  test("a test that failed twice, and was skipped too, is one failure", () => {
    const xml = `<testcase name="x"><skipped/><failure>1</failure><failure>2</failure></testcase>`;
    expect(countJUnit(xml)).toEqual({ passed: 0, failed: ["x"], skipped: [] });
  });

  test("tags inside captured output and inside attribute values are text", () => {
    const xml = `<testcase name="a &lt;b> c/" note='<failure/>'><system-out><![CDATA[<testcase><failure/>]]></system-out></testcase>
      <!-- <testcase name="no"/> -->`;
    expect(countJUnit(xml)).toEqual({ passed: 1, failed: [], skipped: [] });
  });

  test("a failure of the suite itself, outside any test case, is not taken for a test", () => {
    expect(countJUnit(`<testsuite><error/></testsuite>`)).toEqual({ passed: 0, failed: [], skipped: [] });
  });
});
