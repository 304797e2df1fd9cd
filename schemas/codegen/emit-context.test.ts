import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "./cli/run.ts";
import { emitContext } from "./emit-context.ts";

const SCHEMA = {
  $schema: "http://json-schema.org/draft-07/schema#",
  description: "What every entry about an order carries.",
  type: "object",
  additionalProperties: false,
  required: ["order_id"],
  properties: {
    order_id: { type: "string", minLength: 3, description: "Id of the order." },
    side: { enum: ["buy", "sell"] },
    price: { $ref: "#/definitions/money" },
    email: { type: "string", format: "email" },
    tags: { type: "array", items: { type: "string" }, uniqueItems: true },
  },
  definitions: {
    money: {
      title: "Money",
      type: "object",
      required: ["amount"],
      properties: { amount: { type: "number" } },
    },
  },
};

/** Inside the package, so that the generated module finds it by its name. */
let folder = "";
let output = "";
const to = {
  out: (text: string): void => void (output += text),
  error: (text: string): void => void (output += text),
};

async function agoraSchema(...args: string[]): Promise<number> {
  output = "";
  return run(["generate", ...args], to);
}

beforeAll(async () => {
  folder = await mkdtemp(join(import.meta.dirname, "..", "dist", "context-"));
  await writeFile(join(folder, "order-context.schema.json"), JSON.stringify(SCHEMA));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe("agora-schema generate --context", () => {
  test("writes a type and a validator that says everything that is wrong", async () => {
    expect(await agoraSchema("--context", join(folder, "order-context.schema.json"))).toBe(0);
    const { validateOrderContext } = (await import(join(folder, "order.context.js"))) as {
      validateOrderContext: (context: unknown) => { rule: string; pointer: string }[];
    };
    expect(validateOrderContext({ order_id: "a-1", price: { amount: 1, more: 2 }, email: "any" })).toEqual(
      [],
    );
    const wrong = { order_id: "é", side: "hold", price: {}, tags: ["a", "a"], extra: 1 };
    expect(validateOrderContext(wrong).map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual([
      "entry.unknown_member /extra",
      "entry.min_length /order_id",
      "entry.enum /side",
      "entry.required /price/amount",
      "entry.elements /tags",
    ]);
  });

  test("writes types that the compiler holds a caller to", async () => {
    await agoraSchema("--context", join(folder, "order-context.schema.json"));
    const use = (member: string): string =>
      `import type { OrderContext } from "./order.context.js";\nexport const it: OrderContext = { order_id: "1", ${member} };\n`;
    const tsc = async (member: string): Promise<string> => {
      await writeFile(join(folder, "use.ts"), use(member));
      const options = [
        "--noEmit",
        "--strict",
        "--module",
        "nodenext",
        "--skipLibCheck",
        "--ignoreConfig",
        "use.ts",
      ];
      const bin = join(import.meta.dirname, "..", "..", "node_modules", ".bin", "tsc");
      return promisify(execFile)(bin, options, { cwd: folder }).then(
        () => "accepted",
        (reason: { stdout: string }) => reason.stdout,
      );
    };
    expect(await tsc('side: "buy", price: { amount: 1 }')).toBe("accepted");
    expect(await tsc('side: "hold"')).toContain("use.ts(2,");
    expect(await tsc("unknown: 1")).toContain("use.ts(2,");
  });

  test("with --check writes nothing and tells whether the files are fresh", async () => {
    const schema = join(folder, "order-context.schema.json");
    await agoraSchema("--context", schema);
    expect(await agoraSchema("--context", schema, "--check")).toBe(0);
    await writeFile(join(folder, "order.context.js"), "// changed\n");
    expect(await agoraSchema("--context", schema, "--check")).toBe(1);
    expect(output).toContain("order.context.js is not what");
    expect(await readFile(join(folder, "order.context.js"), "utf8")).toBe("// changed\n");
  });

  test.each([
    [["--context"], "argument missing"],
    [["--wrong"], "Unknown option '--wrong'"],
    [[], "--context"],
  ])("with %j is a wrong use", async (args, said) => {
    expect(await agoraSchema(...args)).toBe(2);
    expect(output).toContain(said);
  });

  test("says of a file that it is missing or no JSON", async () => {
    expect(await agoraSchema("--context", join(folder, "none.json"))).toBe(1);
    expect(output).toMatch(/^\[AGORA_SCHEMA\] .*none\.json cannot be read/);
    await writeFile(join(folder, "broken.json"), "{");
    expect(await agoraSchema("--context", join(folder, "broken.json"))).toBe(1);
    expect(output).toMatch(/^\[AGORA_SCHEMA\] .*broken\.json is no JSON/);
  });
});

describe("a schema", () => {
  test.each<[string, unknown, RegExp]>([
    ["that is no object", [], /not an object/],
    ["of a list", { type: "array" }, /a context is an "object"/],
    [
      "of another draft",
      { $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" },
      /draft-07/,
    ],
    [
      "with an unknown type",
      { type: "object", properties: { a: { type: "strng" } } },
      /schema\/properties\/a\/type/,
    ],
    ["with an unknown keyword", { type: "object", requird: ["a"] }, /requird/],
    [
      "that refers to another file",
      { type: "object", properties: { a: { $ref: "b.json" } } },
      /leaves the file/,
    ],
    [
      "with a pattern that is none",
      { type: "object", properties: { a: { type: "string", pattern: "(" } } },
      /\(/,
    ],
    ["with the logger's own member", { type: "object", properties: { _agora: {} } }, /_agora/],
  ])("%s is refused with the code AGORA_SCHEMA and the place", async (_, schema, said) => {
    const refused = emitContext(schema, "x.json");
    await expect(refused).rejects.toThrow(said);
    await expect(refused).rejects.toMatchObject({ code: "AGORA_SCHEMA" });
  });

  test.each([
    ["my-context.schema.json", undefined, "MyContext"],
    ["1.json", undefined, "Context1"],
    ["x.json", "What an order says", "WhatAnOrderSays"],
  ])("of the file %s with the title %s gives the type %s", async (file, title, name) => {
    const schema = { type: "object", ...(title === undefined ? {} : { title }) };
    expect((await emitContext(schema, file)).name).toBe(name);
  });
});
