import { CallsiteConfigError, transform } from "@agora/callsite";
import vite from "@agora/callsite/vite";
import { describe, expect, test } from "vitest";

function errorOf(options: object): unknown {
  try {
    transform("", "/app/a.ts", options);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("a bad option", () => {
  test.each([
    [
      { name: /log/ },
      "[AGORA_CONFIG] name: /log/ is for no option; there are root, names, modules, helpers, include, exclude, shapes, verify",
    ],
    [{ root: "" }, '[AGORA_CONFIG] root: "" is no folder; give a path such as import.meta.dirname'],
    [
      { names: "log" },
      String.raw`[AGORA_CONFIG] names: "log" is no regular expression; give one such as /(^|\.)log$/`,
    ],
    [
      { names: /log/g },
      "[AGORA_CONFIG] names: /log/g has the flag g or y, which remembers a position; leave the flag out",
    ],
    [{ modules: [""] }, '[AGORA_CONFIG] modules: "" is neither a text nor a regular expression'],
    [
      { exclude: [/a/y] },
      "[AGORA_CONFIG] exclude: /a/y has the flag g or y, which remembers a position; leave the flag out",
    ],
    [{ include: 1 }, "[AGORA_CONFIG] include: 1 is neither a text nor a regular expression"],
    [
      { helpers: "note" },
      '[AGORA_CONFIG] helpers: "note" is no list; give names such as ["myLog", "audit.note"]',
    ],
    [
      { helpers: ["a b"] },
      '[AGORA_CONFIG] helpers: "a b" is no name; write it as it is called: "myLog", "audit.note"',
    ],
    [{ shapes: "yes" }, '[AGORA_CONFIG] shapes: "yes" is neither true nor false'],
    [{ verify: 1 }, "[AGORA_CONFIG] verify: 1 is neither true nor false"],
    [[], "[AGORA_CONFIG] options: [] is no object; give the settings as { root, names, … }"],
  ])("%j is named, with its value and the remedy", (options, message) => {
    const error = errorOf(options) as CallsiteConfigError;

    expect(error).toBeInstanceOf(CallsiteConfigError);
    expect(error).toMatchObject({ code: "AGORA_CONFIG", name: "CallsiteConfigError", message });
    expect(message).toContain(` ${error.field}: `);
  });

  test("is refused when the plugin is made, not when the first file is built", () => {
    expect(() => vite({ shapes: 1 as never })).toThrow(CallsiteConfigError);
  });

  test("is none when it is not given", () => {
    expect(errorOf({ names: undefined, root: undefined })).toBeUndefined();
  });
});
