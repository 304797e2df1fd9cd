import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";

// Processes start slowly on a machine that builds at the same time.
vi.setConfig({ testTimeout: 60_000 });

const packageRoot = join(import.meta.dirname, "..");
const program = join(packageRoot, "dist", "cli.js");

interface SiteList {
  readonly sites: readonly { readonly file: string; readonly kind: string; readonly hasShape: boolean }[];
  readonly totals: Readonly<Record<string, number>>;
  readonly unread: readonly unknown[];
}

function agora(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: "utf8",
    cwd: packageRoot,
  });
  return { status, stdout, stderr };
}

describe("agora-callsite list", () => {
  test("names each call with its place and how it gets it", () => {
    const { status, stdout, stderr } = agora(
      "list",
      "test/fixtures/shapes",
      "--helpers",
      "note,audit.record",
    );

    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const lines = stdout.trim().split("\n");
    expect(lines).toContain('test/fixtures/shapes/guarded.ts:24:handle  guarded, shape "51 member by name"');
    expect(lines).toContain("test/fixtures/shapes/wrappers.ts:17:wrapped  wrapper");
    expect(
      lines.some((line) => /shapes\.ts:\d+:helper {2}fallback \(the caller of another function/.test(line)),
    ).toBe(true);
    expect(
      lines.some((line) => /shapes\.ts:\d+:each {2}fallback \(a method that is handed on\)/.test(line)),
    ).toBe(true);
    expect(lines.at(-1)).toMatch(
      /^\d+ calls in 7 files: \d+ proven, 11 guarded, 2 wrapper, \d+ fallback; \d+ with a shape$/,
    );
  });

  test("gives the same as JSON, whose totals are those of its sites", () => {
    const { status, stdout } = agora("list", "--json", "test/fixtures/shapes");
    const { sites, totals, unread } = JSON.parse(stdout) as SiteList;

    expect({ status, unread }).toEqual({ status: 0, unread: [] });
    const { files, shapes, ...kinds } = totals;
    expect(files).toBe(7);
    expect(sites.filter(({ hasShape }) => hasShape)).toHaveLength(shapes ?? -1);
    expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(sites.length);
    expect(sites[0]).toMatchObject({
      file: "test/fixtures/shapes/cycle-a.ts",
      function: "early",
      kind: "guarded",
    });
  });

  test("takes a file as it takes a folder, and paths below another root", () => {
    const { stdout } = agora("list", "--root", "test/fixtures/shapes", "test/fixtures/shapes/cycle-a.ts");

    expect(stdout).toBe(
      'cycle-a.ts:7:early  guarded "46 import cycle"\n1 calls in 1 files: 0 proven, 1 guarded, 0 wrapper, 0 fallback; 0 with a shape\n',
    );
  });

  test("says which path it cannot read, lists the others, and ends with 1", () => {
    const { status, stdout, stderr } = agora("list", "missing", "test/fixtures/shapes/cycle-a.ts");

    expect(status).toBe(1);
    expect(stderr).toMatch(/missing: no such file or folder\n$/);
    expect(stdout).toContain("1 calls in 1 files");
  });

  test.each([
    [[], "no command is given"],
    [["show"], "show is no command; there is list"],
    [["list", "--wrong"], "Unknown option '--wrong'"],
    [["list", "--names", "("], "--names: Invalid regular expression"],
    [["list", "--helpers", "a b"], '[AGORA_CONFIG] helpers: "a b" is no name'],
  ])("refuses %j with 2 and shows how it is used", (args, sentence) => {
    const { status, stdout, stderr } = agora(...args);

    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain("Usage: agora-callsite list");
  });

  test("prints its help and its version", () => {
    expect(agora("--help")).toMatchObject({ status: 0, stderr: "" });
    expect(agora("--version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
