import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findConfigFile, readConfigFile } from "./config-file.ts";
import { loadConfig } from "./load-config.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "agora-config-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

let count = 0;

/** Writes a file of a name that was not there, and returns its path. */
function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, `${++count}-${name}`);
  writeFileSync(path, content);
  return path;
}

const problemOf = (path: string): string | undefined => readConfigFile(path, "code").problem?.text;

describe("a configuration file", () => {
  test("may be YAML or JSON", () => {
    const yaml = "level: debug\nfile:\n  max_size_mb: 5 # small\nlevels: {agora.feed: error}\n";
    const tree = { level: "debug", file: { max_size_mb: 5 }, levels: { "agora.feed": "error" } };

    expect(readConfigFile(file("a.yaml", yaml), "code").tree).toEqual(tree);
    expect(readConfigFile(file("a.json", JSON.stringify(tree)), "code").tree).toEqual(tree);
    expect(readConfigFile(file("a.conf", JSON.stringify(tree)), "code").tree).toEqual(tree);
    expect(readConfigFile(file("bom.json", `\ufeff${JSON.stringify(tree)}`), "code").tree).toEqual(tree);
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ["cut.json", '{"level": "DE', /cannot be used: .*JSON/],
    ["cut.yaml", 'level: "DE', /cannot be used: .*quote/],
    ["list.yaml", "- a\n  b: c: d", /cannot be used: /],
    ["zero.yaml", Uint8Array.of(0, 1, 2), /it is not text/],
    ["latin.yaml", Uint8Array.of(0x61, 0x3a, 0x20, 0xe4), /it is not UTF-8/],
    ["large.yaml", "#".repeat(300_000), /it has 300000 bytes, more than 262144/],
    ["twice.yaml", "level: INFO\nlevel: DEBUG\n", /cannot be used: .*unique/],
    [
      "twice.json",
      '{"console": {"format": "json", "form\\u0061t": "text"}}',
      /the member "form\\u0061t" stands twice/,
    ],
    ["two.yaml", "level: INFO\n---\nlevel: DEBUG\n", /cannot be used: .*multiple documents/],
    ["tag.yaml", "level: !!js/function x\n", /cannot be used: .*tag/],
    ["bomb.yaml", bomb(), /cannot be used: .*alias/],
    ["deep.json", `{"a":${"[".repeat(120_000)}${"]".repeat(120_000)}}`, /cannot be used|never/],
    ["deep.yaml", "[".repeat(120_000), /cannot be used: /],
    ["keys.yaml", "[1]: 2\n", /cannot be used: /],
  ])("that is %s is refused with the reason", (name, content, reason) => {
    const path = file(name, content);
    const { problem } = readConfigFile(path, "code");

    // A deep tree can be read; nothing of it is a field.
    if (name === "deep.json" && problem === undefined) return;
    expect(problem?.text).toMatch(reason);
    expect(problem).toMatchObject({ field: "configFile", source: "code" });
    expect(problem?.text).toMatch(/; correct the file or its rights, or name another$/);
  });

  test("may stand in one object as often as it likes in different objects", () => {
    expect(readConfigFile(file("same.json", '{"a":{"x":1},"b":[{"x":"x"},{"x":":"}]}'), "code").problem).toBe(
      undefined,
    );
  });

  test("must be there, be a file, and be readable", () => {
    expect(problemOf(join(folder, "missing.yaml"))).toContain("ENOENT");
    expect(problemOf(folder)).toContain("it is not a file");
    const loop = join(folder, "loop.yaml");
    symlinkSync(loop, loop);
    expect(problemOf(loop)).toContain("ELOOP");
    const pipe = join(folder, "pipe.yaml");
    execFileSync("mkfifo", [pipe]);
    expect(problemOf(pipe)).toContain("it is not a file");
  });

  test.skipIf(process.getuid?.() === 0)("must be readable for this user", () => {
    const path = file("secret.yaml", "level: INFO\n");
    chmodSync(path, 0);
    expect(problemOf(path)).toContain("EACCES");
  });
});

describe("the configuration file", () => {
  test("is the first one that can be used of those that are named, then the one in the working directory", () => {
    const directory = join(folder, "cwd");
    mkdirSync(directory);
    writeFileSync(join(directory, "logging.json"), '{"level":"ERROR"}');
    const good = file("good.yaml", "level: DEBUG\n");
    const bad = file("bad.yaml", "level: [\n");
    const find = (...paths: string[]) =>
      findConfigFile(
        paths.map((path) => ({ path, source: "code" })),
        directory,
      );

    expect(find(good)).toMatchObject({ file: { path: good }, problems: [] });
    expect(find(bad, good)).toMatchObject({ file: { path: good }, problems: [{ field: "configFile" }] });
    expect(find(bad)).toMatchObject({ file: { path: join(directory, "logging.json") } });
    expect(find()).toMatchObject({ file: { path: join(directory, "logging.json") }, problems: [] });
    writeFileSync(join(directory, "logging.yaml"), "level: INFO\n");
    expect(find().file?.path).toBe(join(directory, "logging.yaml"));
  });

  test("is named by overrides, the environment or code, in this order", () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => file(`${name}.yaml`, `service_name: ${name}\n`));
    const load = (over?: string, env?: string, code?: string): string =>
      loadConfig({
        overrides: over === undefined ? {} : { configFile: over },
        environment: env === undefined ? {} : { LOG_CONFIG_FILE: env },
        code: code === undefined ? {} : { configFile: code },
        directory: folder,
      }).config.serviceName;

    expect([load(a, b, c), load(undefined, b, c), load(undefined, undefined, c), load()]).toEqual([
      "a",
      "b",
      "c",
      "unknown_service",
    ]);
  });

  test("counts below the environment and above code", () => {
    const path = file("order.yaml", "level: ERROR\nhost: from-file\nversion: 9\n");
    const { config, sources, problems } = loadConfig({
      code: { serviceName: "s", level: "DEBUG", version: "1.0.0", configFile: path },
      environment: { LOG_HOST: "from-env" },
    });

    expect(config).toMatchObject({ level: "ERROR", host: "from-env", version: "1.0.0", configFile: path });
    expect(sources["level"]).toEqual({ source: "file", name: path });
    expect(problems.map(({ text }) => text)).toEqual([
      `version: 9 (from ${path}) is not a semantic version; use a form such as 1.4.2`,
    ]);
  });

  test("may name a policy of redaction, which counts below code", () => {
    const policy = file(
      "policy.json",
      JSON.stringify({ fields: ["iban"], masks: { email: { email: true } }, enabled: false }),
    );
    const { config, sources, problems } = loadConfig({
      code: { serviceName: "s", redact: { policyFile: policy, enabled: true } },
      directory: folder,
    });

    expect(problems).toEqual([]);
    expect(config.redact).toMatchObject({
      enabled: true,
      fields: ["iban"],
      masks: { email: { email: true } },
    });
    expect(sources["redact.fields"]).toEqual({ source: "policy", name: policy });
    const bad = loadConfig({
      code: { serviceName: "s", redact: { policyFile: "/no/such" } },
      directory: folder,
    });
    expect(bad.problems.map(({ field }) => field)).toEqual(["redact.policyFile"]);
  });
});

/** A small text that would become 10^9 values. */
function bomb(): string {
  const rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
  for (let at = 1; at < 9; at++)
    rows.push(`a${at}: &a${at} [${Array.from({ length: 10 }, () => `*a${at - 1}`).join(", ")}]`);
  return rows.join("\n");
}
