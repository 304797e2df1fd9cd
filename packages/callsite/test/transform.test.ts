import { transform } from "@agora/callsite";
import type { CallsiteOptions } from "@agora/callsite";
import { describe, expect, test } from "vitest";

/** What the plugin makes of the body of a file; its head, with the sites, apart. */
function bodyOf(code: string, options: CallsiteOptions = {}, id = "/app/src/a.ts"): string | undefined {
  const result = transform(code, id, { root: "/app", ...options });
  return result?.code.replace(/function __agora_site\(.*?var __agora_1=.*?;(?=\S)/, "");
}

/** The arguments that the sites of a file are made with. */
function sitesOf(code: string, options: CallsiteOptions = {}, id = "/app/src/a.ts"): string[] {
  const result = transform(code, id, { root: "/app", ...options });
  return [
    ...(result?.code ?? "").matchAll(/__agora_\d+=\/\*@__PURE__\*\/__agora_site\((.*?)\)(?=,__agora_|;)/g),
  ].map(([, values = ""]) => values);
}

const LOGGER = 'import { getLogger } from "@agora/logger"; const log = getLogger("x"); ';
const proven = (code: string): string => bodyOf(LOGGER + code)?.replace(LOGGER, "") ?? "";

describe("the hidden argument", () => {
  test("stands in the fourth place, whatever is given", () => {
    expect(proven("log.info()")).toBe("log.info(void 0,void 0,void 0,__agora_1)");
    expect(proven('log.info("m")')).toBe('log.info("m",void 0,void 0,__agora_1)');
    expect(proven('log.info("m", { a: 1 })')).toBe('log.info("m", { a: 1 },void 0,__agora_1)');
    expect(proven('log.error("m", error, { a: 1 })')).toBe('log.error("m", error, { a: 1 },__agora_1)');
    expect(proven('log.timer("m", () => run())')).toBe('log.timer("m", () => run(),void 0,__agora_1)');
  });

  test("respects commas and comments at the end", () => {
    expect(proven('log.info("m",)')).toBe('log.info("m",void 0,void 0,__agora_1,)');
    expect(proven('log.info("m" // why\n)')).toBe('log.info("m",void 0,void 0,__agora_1 // why\n)');
    expect(proven("log.info(/* nothing */)")).toBe("log.info(/* nothing */void 0,void 0,void 0,__agora_1)");
  });

  test("gives way to a guard where the fourth place is not free", () => {
    expect(proven("log.info(...all)")).toBe("__agora_at(log,__agora_1).info(...all)");
    expect(proven("log.info(1, 2, 3, 4)")).toBe("__agora_at(log,__agora_1).info(1, 2, 3, 4)");
  });

  test("is put into optional calls, which evaluate nothing when there is no logger", () => {
    expect(proven('log?.info("m")')).toBe('log?.info("m",void 0,void 0,__agora_1)');
    expect(proven('log.info?.("m")')).toBe('log.info?.("m",void 0,void 0,__agora_1)');
  });
});

describe("a proven logger", () => {
  const isProven = (code: string): boolean => bodyOf(code)?.includes(",void 0,void 0,__agora_1)") ?? false;

  test.each([
    ["a named import", 'import { getLogger as get } from "@agora/core"; get("x").info("m")'],
    ["all of a module", 'import * as agora from "@agora/logger"; agora.getLogger("x").info("m")'],
    ["a default import", 'import agora from "@agora/logger"; agora.getLogger("x").info("m")'],
    ["an awaited import", 'const { getLogger } = await import("@agora/logger"); getLogger().info("m")'],
    ["require", 'const { getLogger } = require("@agora/logger"); getLogger().info("m")'],
    ["what tsc makes of an import", 'const l_1 = require("@agora/logger"); (0, l_1.getLogger)().info("m")'],
    [
      "what swc makes of one",
      'const l = _interop_require_wildcard(require("@agora/logger")); l.getLogger().info("m")',
    ],
    ["import = require", 'import agora = require("@agora/logger"); agora.getLogger().info("m")'],
    ["a later assignment", 'import { getLogger } from "@agora/core"; let x; x = getLogger(); x.info("m")'],
    ["a child", `${LOGGER}log.child({}).withContext({}).info("m")`],
    ["a child with a name", `${LOGGER}const some = log.child({}); function f() { some.info("m") }`],
    ["a condition", `${LOGGER}(a ? log : log.child({})).info("m")`],
    ["parentheses and casts", `${LOGGER}((log as unknown as X)!).info("m")`],
    ["a computed method", `${LOGGER}log["info"]("m")`],
    ["a destructured method", `${LOGGER}const { info } = log; info("m")`],
    ["a method with a name", `${LOGGER}const say = log.info; say("m")`],
    ["a bound method", `${LOGGER}const say = log.info.bind(log); say("m")`],
    ["a runtime", 'import { createRuntime } from "@agora/core"; createRuntime({}).getLogger("x").info("m")'],
    ["a private field", `${LOGGER}class A { #l = log; f() { this.#l.info("m") } }`],
    ["a field", `${LOGGER}class A { l = log; f() { return () => this.l.info("m") } }`],
    ["a static field", `${LOGGER}class A { static l = log; f() { A.l.info("m") } static g() {} }`],
    [
      "a field set in the constructor",
      `${LOGGER}class A { constructor() { this.l = log } f() { this.l.info("m") } }`,
    ],
    [
      "a field of the class above",
      `${LOGGER}class A { l = log } class B extends A { f() { this.l.info("m") } }`,
    ],
    [
      "a typed parameter",
      'import type { Logger } from "@agora/logger"; function f(l: Logger) { l.info("m") }',
    ],
    [
      "a type of two",
      'import type { Logger } from "@agora/core"; function f(l?: Logger<X> | null) { l?.info("m") }',
    ],
    [
      "a typed field",
      'import type { Logger } from "@agora/core"; class A { declare x: 1; l!: Logger; f() { this.l.info("m") } }',
    ],
    [
      "a parameter that is a field",
      'import { type Logger } from "@agora/core"; class A { constructor(private readonly l: Logger) { this.l.info("m") } }',
    ],
    [
      "a function that returns one",
      'import { type Logger } from "@agora/core"; function l(): Logger {} l().info("m")',
    ],
    ["an exported one in CommonJS", 'exports.l = require("@agora/core").getLogger(); exports.l.info("m")'],
  ])("is found through %s", (_, code) => {
    expect(isProven(code)).toBe(true);
  });

  test("comes from modules of the user's by name and by path", () => {
    const code =
      'import { l0g, log, getLogger } from "MODULE"; log.info("m"); getLogger().info("m"); l0g.info("m")';
    const loggers = (from: string, modules: (string | RegExp)[]): number =>
      (bodyOf(code.replace("MODULE", from), { modules }) ?? "").split(",void 0,void 0,").length - 1;

    expect(loggers("@acme/logging", ["@acme/logging"])).toBe(2);
    expect(loggers("../lib/log.js", ["lib/log.ts"])).toBe(2);
    expect(loggers("@acme/logging/sub", [/^@acme\//])).toBe(2);
    expect(loggers("@acme/other", ["@acme/logging"])).toBe(0);
  });

  test("is not what only looks like one", () => {
    const other = [
      'const log = console; log.info("m")',
      'console.info("m"); globalThis.console.error("m")',
      'import pino from "pino"; const log = pino(); log.info("m")',
      'import type { Logger } from "pino"; const f = (log: Logger) => log.info("m")',
      'import * as log from "./log.js"; log.info("m")',
      'const log = { info() {} }; log.info("m")',
      'class A { info() { super.info("m") } }',
      'blog.info("m"); catalog.error("m"); dialog.warn("m")',
      'const { info } = other; info("m")',
      `${LOGGER}log.isEnabled("INFO"); log.child({})`,
    ];
    for (const code of other) expect({ code, body: bodyOf(code) }).toEqual({ code, body: undefined });
  });

  test("is not a name that may be something else by then", () => {
    expect(bodyOf(`${LOGGER}let l = log; l = other; l.info("m")`)).toBeUndefined();
    expect(bodyOf(`${LOGGER}let l = log; for (l of others) l.info("m")`)).toBeUndefined();
    expect(bodyOf(`${LOGGER}var l = log; for (var l in others) l.info("m")`)).toBeUndefined();
    expect(bodyOf(`${LOGGER}let l = log; [l] = others; ({ l } = others); l.info("m")`)).toBeUndefined();
    expect(bodyOf(`${LOGGER}{ const log = other; log.info("m") }`)).toContain("__agora_at(log,__agora_1)");
    expect(
      bodyOf('import { getLogger } from "@agora/core"; const f = (l = getLogger()) => l.info("m")'),
    ).toBe(undefined);
    expect(bodyOf(`${LOGGER}const f = log.info.bind(log, "first"); f("m")`)).toBeUndefined();
  });

  test("that reports its caller is left alone", () => {
    for (const code of [
      'function f() { log.callerOf(f).info("m"); log.callerOf(f).child({}).warn("m") }',
      'function f() { const logger = log.callerOf(f); logger.info("m") }',
    ]) {
      expect(bodyOf(LOGGER + code)).toBeUndefined();
    }
  });
});

describe("the guard", () => {
  test.each([
    ['log.info("m")', '__agora_at(log,__agora_1).info("m")'],
    ['this.logger.warn("m")', '__agora_at(this.logger,__agora_1).warn("m")'],
    ['req.log?.error("m")', '__agora_at(req.log,__agora_1)?.error("m")'],
    ['ctx.logger.child({ a }).debug("m")', '__agora_at(ctx.logger.child({ a }),__agora_1).debug("m")'],
    ['getLogger().info("m")', '__agora_at(getLogger(),__agora_1).info("m")'],
    ['auditLog.critical("m")', '__agora_at(auditLog,__agora_1).critical("m")'],
    ['(log as X).info("m")', '__agora_at((log as X),__agora_1).info("m")'],
  ])("goes around the receiver of %s", (code, expected) => {
    expect(bodyOf(code)).toBe(expected);
  });

  test("leaves alone what it would change", () => {
    // When `a` is nothing, nothing of the chain runs.
    expect(bodyOf('a?.log.info("m")')).toBeUndefined();
    // Few forms are allowed in a decorator.
    expect(bodyOf('class A { @log.info("m") f() {} }')).toBeUndefined();
    // These run in a page, as text.
    expect(bodyOf('page.evaluate(() => { log.info("m") })')).toBeUndefined();
  });

  test("stands behind an await, also in a module that imports nothing", () => {
    expect(bodyOf('await (a).log.info("m")', {}, "/app/a.js")).toBe(
      'await __agora_at((a).log,__agora_1).info("m")',
    );
    expect(bodyOf('await (a).log.info("m")', {}, "/app/a.cjs")).toBe(
      '__agora_at(await (a).log,__agora_1).info("m")',
    );
  });

  test("asks for the names that are configured, and no other", () => {
    expect(bodyOf('journal.info("m")', { names: /^journal$/ })).toBe(
      '__agora_at(journal,__agora_1).info("m")',
    );
    expect(bodyOf('log.info("m")', { names: /^journal$/ })).toBeUndefined();
  });
});

describe("a site", () => {
  test("has line, function, message and the keys of a literal context", () => {
    const code = `${LOGGER}\nfunction f() {\n  log.info("m", { b: 1, "a-b": 2, c });\n  log.warn(\`t\`);\n  log.error(x, e, { z: 1 });\n}`;

    expect(sitesOf(code)).toEqual(['3,"f","m",["b","a-b","c"]', '4,"f","t"', '5,"f",void 0,["z"]']);
  });

  test("has no keys where not all members are plain", () => {
    const contexts = [
      "{}",
      "{ ...a }",
      "{ [a]: 1 }",
      "{ get a() { return 1 } }",
      "{ a() {} }",
      "{ __proto__: b }",
      "{ 1: 2 }",
      "{ a: 1, a: 2 }",
      "x",
    ];

    for (const context of contexts)
      expect(sitesOf(`${LOGGER}log.info("m", ${context})`)).toEqual(['1,"<module>","m"']);
    expect(sitesOf(`${LOGGER}log.info("m", { a: 1 })`, { shapes: false })).toEqual(['1,"<module>","m"']);
    const many = Array.from({ length: 33 }, (_, index) => `k${String(index)}: 1`).join();
    expect(sitesOf(`${LOGGER}log.info("m", { ${many} })`)).toEqual(['1,"<module>","m"']);
  });

  test("is at the name in front of the parenthesis, as engines have it", () => {
    expect(sitesOf(`${LOGGER}\nlog\n  .child({})\n  .info(\n"m")`)).toEqual(['4,"<module>","m"']);
    expect(sitesOf(`${LOGGER}\nlog["info"]\n("m")`)).toEqual(['3,"<module>","m"']);
  });

  test("names the file below the root, and never a way out of it", () => {
    const fileOf = (id: string): string | undefined =>
      /,file:("[^"]*")/.exec(transform('log.info("m")', id, { root: "/app" })?.code ?? "")?.[1];

    expect(fileOf("/app/src/a.ts?v=1")).toBe('"src/a.ts"');
    expect(fileOf("/elsewhere/b.ts")).toBe('"elsewhere/b.ts"');
  });

  test("is counted in lines and characters as engines count them", () => {
    const head = "\u{1F600} é \u2028";
    expect(sitesOf(`/* ${head} */\r\n${LOGGER}\rlog.info("m")`)).toEqual(['4,"<module>","m"']);
    expect(transform('\uFEFFlog.info("m")', "/app/a.js")?.code).toMatch(
      /^\uFEFFfunction .*;__agora_at\(log,__agora_1\)\.info\("m"\)$/,
    );
    expect(transform(`"${head}";f("\u{1F600}", log.info("m"))`, "/app/a.js")?.code).toMatch(
      /f\("\u{1F600}", __agora_at\(log,__agora_1\)\.info\("m"\)\)$/u,
    );
  });

  test("survives every character in names and messages", () => {
    const code = `${LOGGER}log.info("\\u2028 \\" \\\\ \\ud800 é", { "\\u2029": 1 })`;
    const made = transform(code, "/app/a.ts", { root: "/app" })?.code ?? "";

    expect(made.split(/[\n\u2028\u2029]/)).toHaveLength(1);
    expect(made).toContain(String.raw`"\u2028 \" \\ \ud800 é",["\u2029"]`);
  });
});

describe("the names of functions", () => {
  test.each([
    ["function f() { CALL }", "f"],
    ["const f = () => { CALL }", "f"],
    ["const f = function g() { CALL }", "g"],
    ["const f = a ? () => CALL : b", "f"],
    ["const f = a ?? (() => CALL)", "f"],
    ["const f = wrap(() => CALL)", "<anonymous>"],
    ["o.p.f = () => CALL", "f"],
    ["o['f g'] = () => CALL", "f g"],
    ["o[k] = () => CALL", "<anonymous>"],
    ["let f; f ||= () => CALL", "f"],
    ["function f(g = () => CALL) {}", "g"],
    ["function f(g = CALL) {}", "f"],
    ["const { f = () => CALL } = o", "f"],
    ["export default function () { CALL }", "default"],
    ["export default () => CALL", "default"],
    ["const o = { f: () => CALL }", "f"],
    ["const o = { async *f() { CALL } }", "f"],
    ["const o = { get f() { CALL } }", "f"],
    ["const o = { 'f-g'() { CALL } }", "f-g"],
    ["const o = { 1() { CALL } }", "1"],
    ["const k = 'f'; const o = { [k + 1]() { CALL } }", "f1"],
    ["const o = { [`a${1}`]() { CALL } }", "a1"],
    ["const o = { [Symbol.iterator]() { CALL } }", "[Symbol.iterator]"],
    ["const o = { [k]() { CALL } }", "[k]"],
    ["const o = { [f()]() { CALL } }", "<anonymous>"],
    ["class A { f() { CALL } }", "f"],
    ["class A { #f() { CALL } }", "#f"],
    ["class A { static f() { CALL } }", "f"],
    ["class A { set f(v) { CALL } }", "f"],
    ["class A { constructor() { CALL } }", "A"],
    ["const A = class { constructor() { CALL } }", "A"],
    ["new (class { constructor() { CALL } })()", "<anonymous>"],
    ["class A { static { CALL } }", "<anonymous>"],
    ["class A { f = CALL }", "<anonymous>"],
    ["class A { f = () => CALL }", "f"],
    ["class A { static #f = async () => { CALL } }", "#f"],
    ["class A extends (CALL, B) {}", "<module>"],
    ["class A { [CALL]() {} }", "<module>"],
    ["(() => { CALL })()", "<anonymous>"],
    ["namespace N { CALL }", "<anonymous>"],
    ["if (a) { for (;;) { CALL } }", "<module>"],
  ])("%s is %s", (code, name) => {
    expect(sitesOf(LOGGER + code.replace("CALL", 'log.info("m")'))).toEqual([
      `1,${JSON.stringify(name)},"m"`,
    ]);
  });
});

describe("the head of a file", () => {
  test("stays in front: the line for the shell, comments and directives", () => {
    const head = "#!/usr/bin/env node\n/* licence */\n\"use strict\"\n'use client';\n// more\n";
    const made =
      transform(`${head}import a from "a";\nlog.info("m")`, "/app/a.ts", { root: "/app" })?.code ?? "";

    expect(made.startsWith(`${head}function __agora_site(`)).toBe(true);
  });

  test("is put before the decorators of a first class", () => {
    expect(transform('@dec({ a: 1 }) export class A { f() { log.info("m") } }', "/app/a.ts")?.code).toMatch(
      /^function .*;@dec\(/,
    );
  });
});

describe("what is left as it is", () => {
  test("is code without a call, with an error, of another kind, and with its sites already", () => {
    expect(transform("const a = 1", "/app/a.ts")).toBeUndefined();
    expect(transform('log.info("m"', "/app/a.ts")).toBeUndefined();
    expect(transform('log.info("m")', "/app/a.css")).toBeUndefined();
    expect(transform('log.info("m")', "/app/a.d.ts")).toBeUndefined();
    expect(transform('log.info("m")', "/app/node_modules/p/a.js")).toBeUndefined();
    const once = transform('log.info("m")', "/app/a.js")?.code ?? "";
    expect(once).not.toBe("");
    expect(transform(once, "/app/a.js")).toBeUndefined();
  });

  test("is what include and exclude say", () => {
    const isDone = (id: string, options: CallsiteOptions): boolean =>
      transform('log.info("m")', id, options) !== undefined;

    expect(isDone("/app/src/a.js", { include: "/src/" })).toBe(true);
    expect(isDone("/app/lib/a.js", { include: ["/src/", /\.ts$/] })).toBe(false);
    expect(isDone("/app/src/a.test.js", { exclude: /\.test\./ })).toBe(false);
    expect(isDone("/app/node_modules/p/a.js", { exclude: [] })).toBe(true);
  });

  test("is read as JSX and as a script where it is one", () => {
    expect(transform('const a = <b onClick={() => log.info("m")} />', "/app/a.tsx")?.code).toContain(
      "__agora_at(log",
    );
    expect(transform('const a = <b onClick={() => log.info("m")} />', "/app/a.js")?.code).toContain(
      "__agora_at(log",
    );
    expect(transform('const a = <T,>(b: T) => <X>log.info("m")', "/app/a.ts")?.code).toContain(
      "__agora_at(log",
    );
    expect(transform('with (a) { log.info("m") }', "/app/a.cjs")?.code).toContain("__agora_at(log");
    expect(transform('return log.info("m")', "/app/a.cjs")?.code).toContain("__agora_at(log");
  });
});
