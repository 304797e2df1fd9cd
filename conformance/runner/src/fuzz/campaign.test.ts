import { afterEach, expect, test } from "vitest";
import { fake } from "../../test/helpers.ts";
import { describeDisagreement, runCampaign, type CampaignResult } from "./campaign.ts";
import { groupsOf, seatPanel, type Panelist } from "./panel.ts";

let panel: readonly Panelist[] = [];

afterEach(async () => {
  await Promise.all(panel.map(({ supervisor }) => supervisor.stop()));
});

async function compare(one: string, other: string, count: number): Promise<CampaignResult> {
  panel = await seatPanel([
    { name: "one", command: fake(one) },
    { name: "other", command: fake(other) },
  ]);
  return runCampaign({ panel, seed: 1, count, maxDisagreements: 1 });
}

test("testees that agree are compared on every entry", async () => {
  const result = await compare("right", "right", 1_100);

  expect(result).toEqual({
    compared: [{ names: ["one", "other"], entries: 1_100 }],
    disagreements: [],
    carried: [],
  });
});

test("a disagreement is narrowed down to one entry, and that to what matters", async () => {
  const { disagreements } = await compare("right", "emoji-blind", 2_000);

  expect(disagreements).toHaveLength(1);
  expect(disagreements[0]?.entry).toMatchObject({
    message: "😂",
    config: { service: "svc", clock: { ns: "0" } },
  });
  expect(disagreements[0]?.entry.context).toBeUndefined();
  const text = describeDisagreement(disagreements[0] as NonNullable<(typeof disagreements)[0]>);
  expect(text).toContain('one      {"message":"😂"}<LF>');
  expect(text).toContain('other    {"message":"?"}<LF>');
  expect(text).toContain(String.raw`"message":"\ud83d\ude02"`);
});

test("a difference that no entry has alone is told as such", async () => {
  const { disagreements, carried } = await compare("right", "carrying", 500);

  expect(disagreements).toEqual([]);
  expect(carried).toEqual([0]);
});

test("testees with more in common than all have are compared on that as well", () => {
  const one = (name: string, ...features: string[]): Panelist =>
    ({ name, capabilities: new Set(["encode", ...features]) }) as unknown as Panelist;
  const groups = groupsOf([one("a", "cycle", "undef"), one("b", "cycle"), one("c", "undef")]);

  expect(
    groups.map(({ panel: members, features }) => [
      members.map(({ name }) => name).join(),
      [...features].join(),
    ]),
  ).toEqual([
    ["a,b,c", "encode"],
    ["a,b", "encode,cycle"],
    ["a,c", "encode,undef"],
  ]);
});
