import { expect, test } from "vitest";
import { randomEntries, type RandomEntry } from "./entries.ts";
import { shrinkEntry } from "./shrink.ts";

const FEATURES = new Set(["encode", "batch", "int.big", "str.u16", "str.u8", "f32"]);
const BARE = {
  level: "INFO",
  message: "",
  file: "",
  line: 1,
  function: "",
  config: { service: "svc", clock: { ns: "0" } },
};

function entryWith(part: string): RandomEntry {
  const found = randomEntries(1, 0, 4_000, FEATURES).find((entry) => JSON.stringify(entry).includes(part));
  if (found === undefined) throw new Error(`no entry has ${part}`);
  return found;
}

async function shrink(part: string): Promise<RandomEntry> {
  return shrinkEntry(entryWith(part), async (candidate) => JSON.stringify(candidate).includes(part));
}

test("only what matters is left of an entry", async () => {
  expect(await shrink('"bits":"7ff8000000000000"')).toMatchObject({
    level: expect.stringMatching(/^(INFO|ERR|warn)$/),
  });
  const small = await shrink('"t":"bytes"');
  // Keys stay as they are.
  const context = { t: "map", e: [[expect.anything(), { t: "bytes", hex: "" }]] };
  expect(small).toEqual({ ...BARE, level: small.level, context });
});

test("a configuration that matters stays", async () => {
  const small = await shrink('"strip_ansi":false');

  expect(small).toEqual({ ...BARE, level: small.level, config: { ...BARE.config, strip_ansi: false } });
});

test("a count comes down to the smallest that still fails", async () => {
  const entry = {
    ...BARE,
    context: {
      t: "map",
      e: [
        ["a", null],
        ["b", { t: "list", n: 300, v: "x" }],
      ],
    },
  } as unknown as RandomEntry;
  const small = await shrinkEntry(entry, async ({ context }) => {
    const lists = context?.t === "map" ? context.e.map(([, value]) => value) : [];
    return lists.some(
      (value) => typeof value === "object" && value !== null && "n" in value && value.n > 256,
    );
  });

  expect(small.context).toEqual({ t: "map", e: [["b", { t: "list", n: 257, v: null }]] });
});

test("an entry of which nothing can be taken away stays as it is", async () => {
  const entry = BARE as unknown as RandomEntry;

  expect(await shrinkEntry(entry, async () => false)).toBe(entry);
});
