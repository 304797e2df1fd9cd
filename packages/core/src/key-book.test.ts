import { describe, expect, test } from "vitest";
import { createKeyBook } from "./key-book.ts";

describe("keys that hide their values", () => {
  const book = createKeyBook();

  test.each([
    "password",
    "PASSWORD",
    "password2",
    "userPassword",
    "user.password",
    "user-passwd-01",
    "apiKey",
    "APIKey",
    "x-api-key",
    "X_API_KEY",
    "apikey",
    "myApikey",
    "apikeys",
    "api 12 key",
    "github_token",
    "accessToken",
    "Set-Cookie",
    "sessionId",
    "sessionid",
    "session_id_3",
    "client_secret",
    "HTTPAuthorization",
    "ünïToken",
    "$token$",
  ])("%s is one", (key) => {
    expect(book.verdict(key)).toBe("hide");
  });

  test.each([
    "",
    "12",
    "max_tokens",
    "token_count",
    "tokenizer",
    "password_changed_at",
    "secretary",
    "classname",
    "pin",
    "code",
    "pincodes",
    "api2key",
    "toKen",
    "tokené",
    "to\u212aen",
    "token\u00a0",
  ])("%s is none", (key) => {
    expect(book.verdict(key)).toBeUndefined();
  });

  test("a user's names are added to the built-in ones", () => {
    const withMore = createKeyBook({ fields: ["dateOfBirth", "IBAN", "ill-formed \ud800"] });

    expect(withMore.verdict("date_of_birth")).toBe("hide");
    expect(withMore.verdict("dateofbirth")).toBe("hide");
    expect(withMore.verdict("customerIban1")).toBe("hide");
    expect(withMore.verdict("token")).toBe("hide");
    expect(withMore.verdict("birth")).toBeUndefined();
  });

  test("a user's names replace the built-in ones where asked for", () => {
    const replaced = createKeyBook({ fields: ["iban"], replaceDefaults: true });

    expect(replaced.verdict("iban")).toBe("hide");
    expect(replaced.verdict("token")).toBeUndefined();
  });

  test("nothing is hidden where redaction is off, or where nothing but separators is listed", () => {
    expect(createKeyBook({ enabled: false, fields: ["iban"] }).verdict("password")).toBeUndefined();
    expect(createKeyBook({ fields: ["--", ""], replaceDefaults: true }).verdict("")).toBeUndefined();
  });

  test("a key of a megabyte is decided at once", () => {
    const start = performance.now();

    expect(book.verdict("1".repeat(1_000_000) + "x")).toBeUndefined();
    expect(book.verdict("aA".repeat(500_000))).toBeUndefined();
    expect(book.verdict(`token${"1".repeat(1_000_000)}`)).toBe("hide");
    expect(book.verdict("-".repeat(1_000_000))).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test("find knows the keys that can be written as they are", () => {
    expect(book.find("apiKey")).toMatchObject({ label: '"apiKey":', verdict: "hide", isSpecial: false });
    expect(book.find('a"b')).toMatchObject({ label: '"a\\"b":' });
    expect(book.find("_agora")?.isSpecial).toBe(true);
    expect(book.find("\ud800")).toBeUndefined();
    expect(book.find("k".repeat(256))).toBeDefined();
    expect(book.find("k".repeat(257))).toBeUndefined();
  });
});
