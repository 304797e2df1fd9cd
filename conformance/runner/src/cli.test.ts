import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fake } from "../test/helpers.ts";
import { packageRoot } from "./package-root.ts";
import { validateMegabytes } from "./project/large-file.ts";
import { protocolAjv } from "./protocol/check-message.ts";
import { loadVectors } from "./vectors/load.ts";

const folder = mkdtempSync(join(tmpdir(), "agora-cli-"));
const VALID =
  '{"timestamp":"2023-11-14T22:13:20.123456Z","level":"INFO","message":"m","service":"svc","file":"a.py","line":1,"function":"f"}\n';

beforeAll(() => {
  writeFileSync(join(folder, "good.log"), VALID.repeat(3));
  writeFileSync(
    join(folder, "bad.log"),
    `${VALID}${VALID.replace("INFO", "info")}not json\n${VALID.trimEnd()}`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

function cli(args: readonly string[], input?: string | Buffer): Ended {
  const ended = spawnSync(process.execPath, [join(packageRoot(), "dist", "cli.js"), ...args], {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
    ...(input === undefined ? {} : { input }),
  });
  return { code: ended.status, out: ended.stdout, error: ended.stderr };
}

function testee(behaviour: string): string {
  return fake(behaviour)
    .words.map((word) => `"${word}"`)
    .join(" ");
}

test("--help behind a command prints the usage", () => {
  expect(cli(["validate", "--help"])).toMatchObject({
    code: 0,
    out: expect.stringContaining("validate FILE"),
  });
});

test("a report into a folder that cannot be made ends with a sentence", () => {
  const args = ["run", "--profile", "V", "--only", "v.json", "--report", "junit=/proc/agora/x.xml"];

  expect(cli(args)).toMatchObject({ code: 4, error: expect.stringContaining("--report") });
});

describe("wrong use exits with 4 and one line that says what is wrong", () => {
  test.each([
    [[], "run --testee"],
    [["walk"], "there is no command walk"],
    [["run", "--nonsense"], "nonsense"],
    [["run"], "--testee is missing"],
    [["run", "--testee", "'"], "nothing closes"],
    [["run", "--testee", "x", "--profile", "Z"], "Z is none of V, C, P"],
    [["run", "--testee", "x", "--only", "c.none"], "nothing is selected"],
    [["run", "--profile", "V", "--only", "c.num"], "nothing is selected"],
    [["run", "--testee", "x", "--report", "pdf=x"], "pdf=x is not junit=FILE"],
    [["run", "--testee", "x", "--expected-failures", "none.yml"], "none.yml"],
    [["run", "--testee", "x", "--timeout-ms", "soon"], "not a whole number"],
    [["run", "--profile", "V", "--only", "v.line", "--report", "md=good.log/x"], "--report"],
    [["validate"], "needs a file"],
    [["validate", "none.log"], "none.log"],
    [["validate", "good.log", "--wire", "9.9"], "9.9 is not known"],
    [["validate", "good.log", "--profile", "P"], "neither V nor C"],
    [["validate", "good.log", "--profile", "C", "--reader"], "exclude each other"],
    [["fuzz", "--testee", "x"], "at least twice"],
    [["explain", "c.none.0001"], "no vector has the id"],
    [["explain"], "one id"],
    [["repro", "v.top.0001"], "for the validator"],
    [["list", "--only", "x"], "nothing is selected"],
  ])("%j", (args, message) => {
    const { code, error } = cli(args);

    expect(code).toBe(4);
    expect(error).toContain(message);
    expect(error).not.toContain("    at ");
  });
});

describe("run", () => {
  test("of the vectors of profile V needs no testee and exits with 0", () => {
    const { code, out } = cli(["run", "--profile", "V", "--only", "v.ts"]);

    expect(out).toMatch(/^validator: 30 cases, 30 ok/m);
    expect(code).toBe(0);
  });

  test("with wrong answers exits with 1 and shows the bytes", () => {
    const { code, out } = cli(["run", "--testee", testee("right"), "--only", "c.num.0001"]);

    expect(code).toBe(1);
    expect(out).toContain("FAILED c.num.0001 negative zero is 0");
    expect(out).toContain("first difference at byte");
  });

  test("with a list of expected failures exits with 0, and with 2 when the list is stale", () => {
    const list = join(folder, "expected.yml");
    writeFileSync(list, "- id: c.num.*\n  reason: it is a fake\n  message: /first difference/\n");
    const args = ["run", "--testee", testee("right"), "--expected-failures", list, "--only"];

    expect(cli([...args, "c.num.0001"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("1 expected"),
    });
    writeFileSync(list, "- id: c.num.0001\n  reason: it is a fake\n- id: c.no.0001\n  reason: none\n");
    expect(cli([...args, "c.num.0001"])).toMatchObject({
      code: 2,
      out: expect.stringContaining("c.no.0001: matches no case"),
    });
  });

  test("with a testee that breaks the protocol exits with 3", () => {
    expect(cli(["run", "--testee", testee("dies-at-hello"), "--only", "c.num.0001"]).code).toBe(3);
    expect(cli(["run", "--testee", "/no/such/testee", "--only", "c.num.0001"]).code).toBe(3);
  });

  test("writes reports that their schema or form allows", () => {
    const [json, junit, md] = ["r.json", "sub/r.xml", "r.md"].map((name) => join(folder, name));
    const args = ["run", "--testee", testee("right"), "--only", "c.num.0001,c.key.0027,v.ts"];
    cli([...args, "--report", `json=${json},junit=${junit}`, "--report", `md=${md}`]);

    const ajv = protocolAjv();
    const validate = ajv.compile(
      JSON.parse(readFileSync(join(packageRoot(), "protocol", "results.schema.json"), "utf8")) as object,
    );
    const results = JSON.parse(readFileSync(json ?? "", "utf8")) as {
      counts: Record<string, number>;
      exit_code: number;
    };
    expect(validate(results), JSON.stringify(validate.errors)).toBe(true);
    expect(results).toMatchObject({ exit_code: 1, counts: { failed: 1, not_applicable: 1, ok: 30 } });
    const xml = readFileSync(junit ?? "", "utf8");
    expect(xml.match(/<testcase /g)).toHaveLength(31);
    expect(xml).toMatch(/<failure type="wrong" message="negative zero is 0: first difference/);
    expect(readFileSync(md ?? "", "utf8")).toContain("### c.num.0001 failed");
  });
});

describe("validate", () => {
  test("says nothing but the counts of a good file and exits with 0", () => {
    expect(cli(["validate", "good.log"])).toEqual({
      code: 0,
      out: "good.log: 3 lines, 3 valid, 0 errors, 0 warnings\n",
      error: "",
    });
  });

  test("names line, column, rule, member and byte of each finding and exits with 1", () => {
    const { code, out } = cli(["validate", "bad.log"]);

    expect(code).toBe(1);
    expect(out.split("\n")).toEqual([
      expect.stringMatching(
        /^bad\.log:2:\d+: error entry\.enum at \/level: .*"info".*\(byte \d+ of the file\)$/,
      ),
      expect.stringMatching(/^bad\.log:3:\d+: error json\.syntax: /),
      expect.stringMatching(/^bad\.log:4:\d+: error line\.torn: /),
      "bad.log: 4 lines, 1 valid, 3 errors, 0 warnings",
      "",
    ]);
  });

  test("takes standard input, torn tails, several files and a limit of what is shown", () => {
    expect(cli(["validate", "-"], VALID).out).toBe("-: 1 line, 1 valid, 0 errors, 0 warnings\n");
    expect(cli(["validate", "-", "--allow-torn-tail"], `${VALID}{"time`)).toMatchObject({
      code: 0,
      out: expect.stringContaining("torn last line"),
    });
    const { out } = cli(["validate", "good.log", "bad.log", "--max-errors", "1"]);
    expect(out).toContain("2 more findings are not shown");
    expect(out).toContain("good.log: 3 lines");
  });

  test("a file without a line proves nothing", () => {
    expect(cli(["validate", "-"], "")).toMatchObject({
      code: 4,
      error: expect.stringContaining("no line to check"),
    });
  });

  test("prints one JSON object a line when asked to", () => {
    const lines = cli(["validate", "bad.log", "--json"])
      .out.trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as object);

    expect(lines[0]).toMatchObject({
      file: "bad.log",
      line: 2,
      rule: "entry.enum",
      pointer: "/level",
      severity: "MUST",
    });
    expect(lines.at(-1)).toMatchObject({ file: "bad.log", summary: { lines: 4, valid: 1, failures: 3 } });
  });

  test("warns without failing, and fails when it is strict", () => {
    const crlf = VALID.replace("\n", "\r\n");

    expect(cli(["validate", "-"], crlf)).toMatchObject({
      code: 0,
      out: expect.stringContaining("warning line.crlf"),
    });
    expect(cli(["validate", "-", "--strict"], crlf).code).toBe(1);
    expect(cli(["validate", "-", "--profile", "C"], crlf).code).toBe(1);
  });

  test("shows the digits of an integer that a parser would change", () => {
    const { out } = cli(["validate", "-"], VALID.replace("}", ',"context":{"id":9007199254740993}}'));

    expect(out).toContain("warning json.number_range at /context/id");
    expect(out).toContain("9007199254740993");
  });

  test("takes what a reader must take", () => {
    const newer = VALID.replace("{", '{"added":1,');

    expect(cli(["validate", "-"], newer).code).toBe(1);
    expect(cli(["validate", "-", "--reader"], newer).code).toBe(0);
  });

  test("does not crash on 100 MB without a line feed, 10,000 open brackets or random bytes", () => {
    const noise = Buffer.from(
      Uint32Array.from({ length: 50_000 }, (_, index) => Math.imul(index, 2_654_435_761)).buffer,
    );

    expect(cli(["validate", "-"], Buffer.alloc(100_000_000, 0x61))).toMatchObject({
      code: 1,
      out: expect.stringContaining("line.too_long"),
    });
    expect(cli(["validate", "-"], `${"[".repeat(10_000)}\n`)).toMatchObject({
      code: 1,
      out: expect.stringContaining("json.depth"),
    });
    expect(cli(["validate", "-"], noise).code).toBe(1);
  });

  test("needs no more memory for a large file than for a small one", async () => {
    const { exitCode, lines, output } = await validateMegabytes(96, 24);

    expect(output).toContain("0 errors");
    expect(exitCode).toBe(0);
    expect(lines).toBeGreaterThan(90_000);
  });
});

describe("what can be asked of the suite", () => {
  test("list prints ids, and with --json each vector with its bytes", () => {
    expect(cli(["list", "--only", "c.num.0001"]).out).toBe("c.num.0001 MUST negative zero is 0\n");
    const released = JSON.parse(cli(["list", "--only", "c.num.0001", "--json"]).out) as {
      expect: { utf8: string };
      case: { kind: string };
    };
    expect(released.expect.utf8).toContain('"context":{"x":0}}\n');
    expect(released.case.kind).toBe("encode");
  });

  test("explain says what a vector proves", () => {
    const { code, out } = cli(["explain", "c.num.0001"]);

    expect(code).toBe(0);
    expect(out).toContain("MUST, wire-1.0#2.4.1");
    expect(out).toContain("kills: negative-zero");
  });

  test("what repro prints can be fed to a testee", () => {
    const { out } = cli(["repro", "c.num.0001"]);
    const [program = "", ...args] = fake("right").words;
    const answer = spawnSync(program, args, { input: out, encoding: "utf8" }).stdout;

    expect(answer.split("\n").map((line) => line.slice(0, 16))).toEqual([
      '@agora1 {"seq":0',
      '@agora1 {"seq":1',
      "",
    ]);
  });

  test("every vector can be explained", () => {
    expect(loadVectors().length).toBeGreaterThan(1_200);
    expect(cli(["explain", "v.ts.0006"]).out).toContain("entry.calendar");
    expect(cli(["explain", "p.bad.0001"]).out).toContain("rejected with AGORA_PROTO");
    expect(cli(["explain", "c.jcs.0001"]).out).toContain("SHA-256 be18b62b");
  });

  test("fuzz with testees that agree exits with 0, with others with 1, without one with 3", () => {
    const right = testee("right");

    expect(cli(["fuzz", "--testee", right, "--testee", right, "--count", "300"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("no difference"),
    });
    expect(
      cli([
        "fuzz",
        "--testee",
        right,
        "--testee",
        testee("emoji-blind"),
        "--count",
        "2000",
        "--max-disagreements",
        "1",
      ]).code,
    ).toBe(1);
    expect(cli(["fuzz", "--testee", right, "--testee", testee("dies-at-hello"), "--count", "300"]).code).toBe(
      3,
    );
  });
});
