import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runProgram } from "./run-program.ts";

const HEAD = 'const { getLogger } = require("@agora/logger"); const log = getLogger("x"); ';
const NOTE =
  "function note(m, extra = tell('default'), ...more) { tell(arguments.length); tell(more.length); log.info(m, extra); return m } ";
const AUDIT =
  "const audit = { record(m) { tell(this === audit); log.info(m) }, get read() { tell('read'); return function read(m) { tell(this === audit); log.info(m) } } }; ";
const LATER = "const later = async (m, n = 1) => { await null; log.info(m, { n }); return n }; ";
const HELPERS = ["note", "audit.record", "audit.read", "later"];

const receiver = fc.constantFrom(
  "log",
  "log.child(tell({ c: 1 }))",
  "hidden.child({})",
  "({ log: hidden }).log",
  "tell(foreign)",
  "({ logger: foreign }).logger",
  'trap("t").log',
  'trap("t")?.log',
  "(tell(0) ? log : hidden)",
  "undefined",
  "null?.log",
);
const argument: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '"text"',
    "tell(1)",
    "{ a: tell(2), b: 3 }",
    "{ ...tell({ a: 1 }) }",
    "{ get a() { return tell(4) } }",
    "new Error('e')",
    "undefined",
  ),
  fc.constantFrom(
    "await tell(5)",
    "(tell(6), tell(7))",
    "() => log.debug('in')",
    "...tell([8, 9])",
    "...[]",
    "fail(10)",
    "`t${tell(11)}`",
  ),
);
const call = fc
  .tuple(
    receiver,
    fc.constantFrom("?.", "."),
    fc.constantFrom("info", '["error"]', "warn"),
    fc.constantFrom("", "?."),
    fc.array(argument, { maxLength: 5 }),
    fc.boolean(),
  )
  .map(([on, dot, method, optional, all, hasComma]) => {
    const isComputed = method.startsWith("[");
    const access = isComputed ? (dot === "?." ? `?.${method}` : method) : `${dot}${method}`;
    return `${on}${access}${optional}(${all.join(", ")}${hasComma && all.length > 0 ? "," : ""})`;
  });
const wrapperCall = fc
  .tuple(
    fc.constantFrom(
      "note",
      "audit.record",
      "audit?.record",
      "audit.read",
      "later",
      "note?.",
      "(0, note)",
      "missing",
    ),
    fc.array(argument, { maxLength: 4 }),
  )
  .map(([callee, all]) => `${callee === "missing" ? "({}).note" : callee}(${all.join(", ")})`);
const expression = fc.oneof(call, call, wrapperCall);
const statement = fc.oneof(
  expression.map((text) => `${text};`),
  expression.map((text) => `tell(await ${text});`),
  expression.map((text) => `try { ${text} } catch (e) { tell(e.name) } finally { log.debug("end") }`),
  expression.map((text) => `const f = (x = ${text.replaceAll("await ", "")}) => tell(x); f(); f(1);`),
  expression.map((text) => `(async () => ${text})().catch((e) => tell(e.name));`),
  expression.map((text) => `{ const log = foreign; ${text} }`),
  expression.map(
    (text) =>
      `class A { log = log; static s = tell("s"); #p() { return this.log.info("p"); } run() { this.#p(); return ${text.replaceAll("await ", "")}; } } new A().run();`,
  ),
  expression.map(
    (text) => `var late = typeof early; early(); function early() { ${text.replaceAll("await ", "")} }`,
  ),
);
const program = fc
  .array(statement, { minLength: 1, maxLength: 5 })
  .map((all) => HEAD + NOTE + AUDIT + LATER + all.map((one) => `{ ${one} }`).join("\n"));

describe("code with sites", () => {
  test("does what it did without: order, getters, optional calls, errors, foreign loggers", async () => {
    let calls = 0;
    await fc.assert(
      fc.asyncProperty(program, async (code) => {
        const [plain, placed] = [await runProgram(code, false), await runProgram(code, true, HELPERS)];
        calls += placed.sites.filter((site) => site !== undefined).length;
        expect(placed.effects).toEqual(plain.effects);
      }),
      { numRuns: 400 },
    );
    // A run in which no site arrived would prove nothing.
    expect(calls).toBeGreaterThan(200);
  }, 60_000);

  test("gives every entry of a direct call the line that it stands on", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("log", "hidden", "log.child({})"), { minLength: 1, maxLength: 8 }),
        async (on) => {
          const code = [
            HEAD,
            ...on.map(
              (one, index) =>
                `(function f${String(index)}() { ${one === "hidden" ? "({ log: hidden }).log" : one}.info("m") })();`,
            ),
          ].join("\n");
          const { sites } = await runProgram(code, true);
          expect(sites.map((site) => [site?.line, site?.name])).toEqual(
            on.map((_, index) => [index + 2, `f${String(index)}`]),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("a wrapper", () => {
  const linesOf = async (code: string): Promise<(number | undefined)[]> =>
    (await runProgram(`${HEAD}${NOTE}${AUDIT}${LATER}\n${code}`, true, HELPERS)).sites.map(
      (site) => site?.line,
    );

  test("says where it was called", async () => {
    expect(
      await linesOf(
        "note('a');\naudit.record('b');\nawait later('c');\naudit?.record('d');\naudit.read('e')",
      ),
    ).toEqual([2, 3, 4, 5, 6]);
  });

  test("says where its own call stands when nobody says who called", async () => {
    expect(await linesOf("['a'].forEach((m) => Reflect.apply(note, undefined, [m]));")).toEqual([1]);
  });

  test("in the arguments of another does not take the other's place", async () => {
    expect(await linesOf("note(note('inner')); note(1,\n note('second'));\nlog.info('own')")).toEqual([
      2, 2, 3, 2, 4,
    ]);
  });

  test("that fails leaves nothing behind", async () => {
    const code =
      "function boom() { throw new Error('x') }\ntry { note(...boom()) } catch {}\ntry { audit.record.call(null, 'a') } catch {}\nReflect.apply(note, null, ['b'])";
    expect(await linesOf(code)).toEqual([1, 1]);
  });

  test("of that name which is none leaves nothing behind", async () => {
    expect(await linesOf("({ note: String }).note('a');\nReflect.apply(note, null, ['b'])")).toEqual([1]);
  });

  test("gives the place to one entry into it, not to those behind", async () => {
    const code =
      "function deep(m, n) { log.info(m); if (n > 0) Reflect.apply(deep, null, [m, n - 1]) }\ndeep('a', 1)";
    const { sites } = await runProgram(`${HEAD}\n${code}`, true, ["deep"]);
    expect(sites.map((site) => site?.line)).toEqual([3, 2]);
  });

  test("has defaults of its own, which do not know the caller", async () => {
    const code = "function outer(m, x = log.info('default')) { log.info(m) }\nouter('a')";
    const { sites, effects } = await runProgram(`${HEAD}\n${code}`, true, ["outer"]);
    expect(sites.map((site) => site?.line)).toEqual([2, 3]);
    expect(effects).toHaveLength(2);
  });

  test("keeps the site of its caller over what it awaits, also when it runs twice at a time", async () => {
    expect(await linesOf("await Promise.all([\nlater('a'),\nlater('b')])")).toEqual([3, 4]);
  });

  test("hands the place on to a wrapper that it calls", async () => {
    const code = "function outer(m) { note(m) }\nouter('a')";
    const { sites } = await runProgram(`${HEAD}${NOTE}\n${code}`, true, ["note", "outer"]);
    expect(sites.map((site) => site?.line)).toEqual([3]);
  });
});
