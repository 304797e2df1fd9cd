import { describe, expect, test } from "vitest";
import { resolveConfig } from "./resolve-config.ts";
import type { ConfigInput } from "./resolve-config.ts";

describe("what contradicts itself", () => {
  test("writes no entry twice because a route names the file of file.path, and follows one with a path too many", () => {
    const file = { path: "/tmp/x.log" };
    const route = { handler: "file", path: "/tmp/x.log", loggers: ["a"] };
    const says =
      'routes[0].path: "/tmp/x.log" (from code) is that of file.path; leave it out, or name another file';
    const routesOf = (routes: object[], own: object = file) => {
      const { config, problems } = resolveConfig({
        code: { serviceName: "s", file: own, routes } as ConfigInput,
      });
      return { routes: config.routes, problems: problems.map(({ text }) => text) };
    };

    expect(routesOf([route])).toEqual({ routes: [], problems: [says] });
    expect(routesOf([route, { handler: "file", level: "ERROR" }])).toEqual({
      routes: [
        { handler: "file", loggers: ["a"] },
        { handler: "file", level: "ERROR" },
      ],
      problems: [says],
    });
    expect(routesOf([route], { ...file, enabled: false })).toEqual({ routes: [route], problems: [] });
    expect(routesOf([{ handler: "console", path: "/tmp/y", level: "ERROR" }]).routes).toEqual([
      { handler: "console", level: "ERROR" },
    ]);
  });

  test("keeps the audit out of a file that has other entries, which would break its chain", () => {
    const audit = { enabled: true, filePath: "/tmp/x.log" };
    const of = (code: object) => {
      const { config, problems } = resolveConfig({
        code: { serviceName: "s", audit, ...code },
      });
      return [config.audit.filePath, ...problems.map(({ text }) => text)];
    };
    const moved = [
      "/var/log/agora/audit/s-audit.log",
      'audit.filePath: "/tmp/x.log" (from code) is a file of other entries; give it a file of its own; /var/log/agora/audit/s-audit.log is used',
    ];

    expect(of({ file: { path: "/tmp/x.log" } })).toEqual(moved);
    expect(of({ routes: [{ handler: "file", path: "/tmp/x.log" }] })).toEqual(moved);
    expect(of({ file: { path: "/tmp/x.log", enabled: false } })).toEqual(["/tmp/x.log"]);
    expect(of({ file: { path: "/tmp/y.log" } })).toEqual(["/tmp/x.log"]);
  });
});
