import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "@agora/callsite";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { compile, helpers, register, workFolder } from "./builds.ts";
import { expectedSites, reportedSites } from "./expected-sites.ts";

// Processes start slowly on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;

beforeAll(() => {
  folder = workFolder("shapes");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function node(args: readonly string[], env: Record<string, string> = {}, program = process.execPath): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 24,
    env: { ...process.env, AGORA_CALLSITE_ROOT: folder, AGORA_SHAPES_BLIND: "1", ...env },
  });
  return { status, stdout, stderr };
}

/** Writes a file and returns its path. */
function file(path: string, text: string): string {
  const whole = join(folder, path);
  mkdirSync(join(whole, ".."), { recursive: true });
  writeFileSync(whole, text);
  return whole;
}

// Looks at what arrives in the fourth place, as the logger does.
const PROBE = `const at = Symbol.for("agora.at.1");
export const log = { info(...all) { console.log(String(all[3]?.file) + ":" + String(all[3]?.line)); } };
log[at] = Object.assign(function (site) { return { info: (m) => this.info(m, 0, 0, site) }; }, { [at]: true });
`;

function placeSaid(entry: string, env: Record<string, string> = {}, before: readonly string[] = []): string {
  const { stdout, stderr, status } = node([...before, "--import", register, entry], env);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.trim();
}

describe("the load hook", () => {
  beforeAll(() => {
    file("probe.mjs", PROBE);
  });

  test("looks at JavaScript without a map, as it stands", () => {
    expect(placeSaid(file("lib/plain.mjs", '\nimport { log } from "../probe.mjs";\nlog.info("m");\n'))).toBe(
      "lib/plain.mjs:3",
    );
  });

  test("leaves packages alone unless they are named", () => {
    file(
      "node_modules/dep/index.mjs",
      'import { log } from "../../probe.mjs"; export const say = () => log.info("m");',
    );
    const entry = file("use.mjs", 'import { say } from "./node_modules/dep/index.mjs"; say();');

    expect(placeSaid(entry)).toBe("undefined:undefined");
    expect(placeSaid(entry, { AGORA_CALLSITE_PACKAGES: "other,dep" })).toBe("node_modules/dep/index.mjs:1");
  });

  test("leaves minified files alone, whose names say nothing", () => {
    const entry = file(
      "min.mjs",
      `import { log } from "./probe.mjs"; log.info("m"); const x = "${"x".repeat(6000)}";`,
    );

    expect(placeSaid(entry)).toBe("undefined:undefined");
  });

  test("leaves a bundle alone that has the logger itself in it", () => {
    const entry = file("bundle.mjs", `${PROBE}log.info("m");`);

    expect(placeSaid(entry)).toBe("undefined:undefined");
  });

  test("starts programs that it cannot read as they would start without it", () => {
    const broken = file("broken.mjs", 'log.info("m"\n');

    expect(node(["--import", register, broken]).stderr).toContain("SyntaxError");
    expect(node(["--import", register, broken]).status).toBe(1);
    const badMap = file(
      "map.mjs",
      'import { log } from "./probe.mjs";\nlog.info("m");\n//# sourceMappingURL=missing.map\n',
    );
    expect(placeSaid(badMap)).toBe("map.mjs:2");
    const noJson = file(
      "map2.mjs",
      'import { log } from "./probe.mjs";\nlog.info("m");\n//# sourceMappingURL=data:application/json;base64,AAAA\n',
    );
    expect(placeSaid(noJson)).toBe("map2.mjs:2");
  });

  test("works in worker threads, and for what is required", () => {
    file("required.cjs", '\n\nmodule.exports = (log) => { log.info("m"); };\n');
    const worker = file(
      "worker.mjs",
      'import say from "./required.cjs";\nimport { log } from "./probe.mjs"; say(log);\n',
    );
    const entry = file(
      "main.mjs",
      `import { Worker } from "node:worker_threads"; new Worker(${JSON.stringify(worker)});`,
    );

    expect(placeSaid(worker)).toBe("required.cjs:3");
    expect(placeSaid(entry)).toBe("required.cjs:3");
  });

  test("can be required", () => {
    const entry = file("lib/plain2.cjs", 'import("../probe.mjs").then(({ log }) => {\nlog.info("m"); });');
    const { stdout, stderr } = node(["--require", register, entry]);

    expect({
      stdout,
      stderr: stderr.replaceAll(/^.*(?:ExperimentalWarning|--trace-warnings).*\n/gm, ""),
    }).toEqual({ stdout: "lib/plain2.cjs:2\n", stderr: "" });
  });

  test("runs before tsx and after it", () => {
    const entry = file(
      "src/tsx.ts",
      'import { log } from "../probe.mjs";\ntype A = 1;\nenum B { C }\nlog.info("m" as string, B.C);\n',
    );
    const tsx = ["--import", import.meta.resolve("tsx")];

    for (const order of [tsx, []]) {
      const { stdout, stderr } = node([
        ...order,
        "--import",
        register,
        ...(order.length === 0 ? tsx : []),
        entry,
      ]);
      expect({ stdout, stderr }).toEqual({ stdout: "src/tsx.ts:4\n", stderr: "" });
    }
  });

  test("names a bad variable and uses the default", () => {
    const entry = file("bad.mjs", 'import { log } from "./probe.mjs"; log.info("m");');
    const { status, stdout, stderr } = node(["--import", register, entry], {
      AGORA_CALLSITE_NAMES: "(",
      AGORA_CALLSITE_HELPER: "note",
      AGORA_CALLSITE_SHAPES: "maybe",
    });

    expect({ status, stdout }).toEqual({ status: 0, stdout: "bad.mjs:1\n" });
    expect(stderr.trim().split("\n").sort()).toEqual([
      expect.stringMatching(
        /^\[AGORA_CONFIG\] AGORA_CALLSITE_HELPER: "note" is for no setting; there are PACKAGES, ROOT, .*; the default is used$/,
      ),
      expect.stringMatching(
        /^\[AGORA_CONFIG\] names: "\(" is no regular expression: .*\(from AGORA_CALLSITE_NAMES\); the default is used$/,
      ),
      '[AGORA_CONFIG] shapes: "maybe" is neither 0 nor 1 (from AGORA_CALLSITE_SHAPES); the default is used',
    ]);
  });

  test("leads stack traces to the source, with Node's source maps", () => {
    const thrower = file(
      "stack/throw.ts",
      'import { log } from "../probe.mjs";\n\nexport function f(): never { log.info("m"); throw new Error("here"); }\nf();\n',
    );
    const options = [
      "--ignoreConfig",
      "--sourceMap",
      "--module",
      "esnext",
      "--target",
      "es2022",
      "--noCheck",
      "--outDir",
      join(folder, "stack-out"),
    ];
    const tsc = join(import.meta.dirname, "..", "node_modules", "typescript", "bin", "tsc");
    expect(spawnSync(process.execPath, [tsc, ...options, thrower], { encoding: "utf8" }).stdout).toBe("");
    cpSync(join(folder, "stack-out", "throw.js"), join(folder, "stack-out", "throw.mjs"));
    const flags = ["--enable-source-maps", "--import", register, join(folder, "stack-out", "throw.mjs")];

    expect(node(flags).stderr).toMatch(/at f \(.*stack\/throw\.ts:3:51\)/);
    expect(node(flags.slice(0, 1).concat(flags.slice(3))).stderr).toMatch(/at f \(.*stack\/throw\.ts:3:51\)/);
  });
});

describe("the load hook on the oldest Node that is supported", () => {
  const old = ["/usr/bin/node", "/usr/local/bin/node"].find(
    (path) =>
      existsSync(path) &&
      spawnSync(path, ["-p", "process.versions.node"], { encoding: "utf8" }).stdout.startsWith("20."),
  );

  test.skipIf(old === undefined)("gives every call its place, in ES modules and in CommonJS", async () => {
    const expected = expectedSites(join(folder, "src"));
    for (const [name, module, target] of [
      ["old-esm", "esnext", "es2022"],
      ["old-cjs", "commonjs", "es2017"],
    ] as const) {
      const main = await compile(folder, name, module, target);
      const { stdout, stderr } = node(
        ["--import", register, main],
        { AGORA_CALLSITE_HELPERS: helpers.join() },
        old,
      );
      expect(stderr).not.toContain("Error");
      const reported = reportedSites((JSON.parse(stdout) as { lines: string[] }).lines);
      for (const [id, { isRunTime, ...place }] of expected) {
        if (!isRunTime) expect({ name, id, ...reported.get(id) }).toEqual({ name, id, ...place });
      }
    }
  });
});

describe("AGORA_VERIFY", () => {
  const CODE = `import { createRuntime } from "@agora/core";
import { captureSite } from "@agora/core/callsite";
const handler = { name: "none", write() {}, flush() {}, close() {} };
const log = createRuntime({ service: "s", handlers: [handler] }, { clock: () => 0, stack: captureSite }).getLogger("x");
for (let index = 0; index < 3; index++) log.info("m", { index });
`;

  test("says nothing where all is right", () => {
    const entry = file("right.mjs", CODE);

    expect(node(["--import", register, entry], { AGORA_VERIFY: "1" })).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
  });

  test("reports each wrong site once, and lets the program fail", () => {
    const placed = transform(CODE, join(folder, "wrong.mjs"), { root: folder })?.code ?? "";
    const entry = file("wrong.mjs", placed.replace('__agora_site(5,"<module>"', '__agora_site(7,"<module>"'));
    const { status, stderr } = node(["--import", register, entry], { AGORA_VERIFY: "1" });

    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^\[AGORA_VERIFY\] wrong\.mjs:7 \(<module>\) stands in the code, but the call is at .*wrong\.mjs:5: .*\n$/,
    );
    expect(node(["--import", register, entry])).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("finds no fault with all the shapes, compiled or not", async () => {
    for (const entry of [
      join(folder, "src", "shapes.ts"),
      await compile(folder, "verified", "commonjs", "es2017"),
    ]) {
      const { status, stderr } = node(["--import", register, entry], {
        AGORA_VERIFY: "1",
        AGORA_CALLSITE_HELPERS: helpers.join(),
      });
      expect({
        status,
        stderr: stderr.replaceAll(/^.*ExperimentalWarning.*\n.*--trace-warnings.*\n/gm, ""),
      }).toEqual({ status: 0, stderr: "" });
    }
  });
});
