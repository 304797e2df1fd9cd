import { describe, expect, test } from "vitest";
import { failing } from "../../test/set-up-runtime.ts";
import type { Handler, Route } from "../handler.ts";
import { readRoutes } from "./read-routes.ts";

const shares = (list: readonly (Handler | Route)[], name: string): unknown =>
  readRoutes(list).map(({ handler, share }) => [handler.name, share(name)]);

describe("the routes of a runtime", () => {
  const all = failing("all");
  const some = failing("some");

  test("give a handler without a route everything", () => {
    expect(shares([all], "x.y")).toEqual([["all", { minimum: 0, priority: 0 }]]);
  });

  test("give a handler the loggers that a pattern matches, from its level on", () => {
    const routes = [{ handler: some, loggers: ["md.#", "db"], level: "WARNING" as const, priority: 3 }];

    expect([shares(routes, "md.feed"), shares(routes, "db"), shares(routes, "api")]).toEqual([
      [["some", { minimum: 30, priority: 3 }]],
      [["some", { minimum: 30, priority: 3 }]],
      [["some", undefined]],
    ]);
  });

  test("that lead to one handler are one, with the widest of their shares", () => {
    const routes: Route[] = [
      { handler: some, level: "ERROR", priority: 5 },
      { handler: some, loggers: ["md"], level: "DEBUG" },
    ];

    expect([shares(routes, "md"), shares(routes, "x")]).toEqual([
      [["some", { minimum: 10, priority: 5 }]],
      [["some", { minimum: 40, priority: 5 }]],
    ]);
  });

  test.each([
    [{ ...failing("x"), write: undefined }, /handlers: x is not a handler/],
    [null, /handlers: object is not a handler/],
    [{ handler: 7 }, /handlers: number is not a handler/],
    [{ handler: failing("x"), loggers: ["a..b"] }, /is not a pattern/],
    [{ handler: failing("x"), loggers: "a" }, /loggers: string is not a list/],
    [{ handler: failing("x"), priority: Number.NaN }, /priority: number is not a priority/],
    [{ handler: failing("x"), level: "LOUD" }, /AGORA_LEVEL/],
  ])("refuse what cannot be one: %o", (item, message) => {
    expect(() => readRoutes([item as unknown as Handler])).toThrow(message);
  });
});
