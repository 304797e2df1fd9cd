import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDefaultPolicy } from "./default-policy.ts";
import type { RedactOptions } from "./options.ts";
import { createPolicy } from "./policy.ts";

const ALL = { "aws-key": true, "credit-card": true, email: true, iban: true, ipv4: true };
const everything = createPolicy({ patterns: ALL, fields: ["user"] });
const byDefault = createPolicy();

/** Pieces of which texts are made that come near to every pattern. */
const PIECES = (
  "password token apiKey cookie Authorization passphrase user x 1 = : => :: , ; & ? # [ ] { } ( ) < > / :// @ %5B " +
  "[REDACTED] Bearer Basic dXNlcjpwYXNz abcdefghijklmnopq eyJhbGciOi .eyJ . -----BEGIN PRIVATE KEY ----- -----END " +
  "…[+12B] é 🎉 4111111111111111 DE89 10.0.0.1 bob b.o .com _ - b' \" ' ` \\ null"
).split(" ");
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, " ", "\t", "\n"), fc.string({ unit: "binary", maxLength: 4 })), {
    maxLength: 14,
  })
  .map((pieces) => pieces.join(""));

describe("a policy", () => {
  test("hides by default what is secret in a text and leaves its structure", () => {
    const { scrub } = byDefault;

    expect(scrub("GET /p?token=abc&x=1")).toBe("GET /p?token=[REDACTED]&x=1");
    expect(scrub("login with password=hunter2: denied")).toBe("login with password=[REDACTED]: denied");
    expect(scrub("got Bearer abc123, Basic dXNlcjpwYXNz")).toBe("got Bearer [REDACTED], Basic [REDACTED]");
    expect(scrub("postgres://app:s3cret@db/x")).toBe("postgres://[REDACTED]@db/x");
    expect(scrub("Cookie: a=b; c=d\nHost: h")).toBe("Cookie: [REDACTED]\nHost: h");
    expect(scrub("4111111111111111 bob@example.com")).toBe("4111111111111111 bob@example.com");
  });

  test("is the default policy where only names are given", () => {
    const own = { fields: ["shoe size"], replaceDefaults: true };
    fc.assert(
      fc.property(text, (given) => {
        expect(createDefaultPolicy().scrub(given)).toBe(byDefault.scrub(given));
        expect(createDefaultPolicy(own).scrub(given)).toBe(createPolicy(own).scrub(given));
      }),
      { numRuns: 50 },
    );
  });

  test("changes nothing when it runs again", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(byDefault, everything), (given, { scrub }) => {
        const once = scrub(given);
        expect(scrub(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  test("is suspicious of every text that it changes", () => {
    fc.assert(
      fc.property(text, fc.constantFrom(byDefault, everything), (given, { scrub, suspicion }) => {
        expect(scrub(given) === given || suspicion?.test(given)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("lets no secret through, wherever it stands", () => {
    const around = fc.stringMatching(/^[a-z0-9 ,.é🎉-]{0,12}$/u);
    const secret = "c4nary7secret";
    const places = [
      (s: string) => `password=${s}`,
      (s: string) => `"apiKey": "${s}"`,
      (s: string) => `/p?access_token=${s}&x=1`,
      (s: string) => `https://bob:${s}@host/`,
      (s: string) => `Bearer ${s}`,
      (s: string) => `Cookie: a=b; session=${s}; c=d`,
      (s: string) => `\\"client_secret\\":\\"${s}\\"`,
      (s: string) => `eyJhbGciOiJIUzI1NiJ9.${s}.${s}`,
      (s: string) => `-----BEGIN PRIVATE KEY-----\n${s}\n-----END PRIVATE KEY-----`,
      (s: string) => `credentials: { user: 'x', [${s}] }`,
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(around, fc.constantFrom(...places)), { minLength: 1 }),
        around,
        (parts, end) => {
          const given = parts.map(([before, place]) => `${before} ${place(secret)}`).join(" ") + ` ${end}`;
          expect(byDefault.scrub(given)).not.toContain(secret);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("keeps every character outside of what it hides", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (given) => {
        const harmless = given.toWellFormed().replaceAll(/[=:@]|eyJ|bearer|basic|-----/gi, "");
        expect(byDefault.scrub(`${harmless}\npwd=x1`)).toBe(`${harmless}\npwd=[REDACTED]`);
      }),
    );
  });

  test("hides a text or a value that it fails to judge", () => {
    const broken = {
      toString: (): never => {
        throw new Error("on purpose");
      },
    } as unknown as string;

    expect(byDefault.scrub(broken)).toBe("[REDACTED]");
    expect(byDefault.verdict(broken)).toBe("hide");
  });

  test("hides nothing where it is off", () => {
    const off = createPolicy({ enabled: false, patterns: ALL, masks: { a: {} } });

    expect(off.scrub("password=hunter2")).toBe("password=hunter2");
    expect(off.suspicion).toBeUndefined();
    expect(off.verdict("password")).toBeUndefined();
  });

  test("has no suspicion where no pattern is on, and suspects everything with an own one", () => {
    const names = ["jwt", "bearer", "basic-auth", "url-credentials", "key-value", "private-key"];
    const none = Object.fromEntries(names.map((name) => [name, false]));

    expect(createPolicy({ patterns: none }).suspicion).toBeUndefined();
    expect(createPolicy({ patterns: { ...none, own: { pattern: "x" } } }).suspicion?.test("")).toBe(true);
  });

  test("judges by names of the user, then masks, then the built-in names", () => {
    const { verdict } = createPolicy({ fields: ["token"], masks: { token: {}, "api key": { showLast: 2 } } });
    const mask = verdict("apiKey");

    expect(verdict("token")).toBe("hide");
    expect(verdict("password")).toBe("hide");
    expect(verdict("name")).toBeUndefined();
    expect(typeof mask === "function" && mask("abcd")).toBe("**cd");
  });

  test("is refused with everything that is wrong with it", () => {
    const wrong = { patterns: { emails: true, own: { pattern: "(a+)+" } }, masks: { a: { showLast: -1 } } };

    expect(() => createPolicy(wrong as RedactOptions)).toThrow(
      "[AGORA_CONFIG] redact.patterns.emails: true is no built-in pattern; use one of private-key, url-credentials, " +
        "key-value, basic-auth, bearer, jwt, aws-key, credit-card, email, iban, ipv4, or give {pattern}; " +
        'redact.patterns.own.pattern: "(a+)+" has an unbounded quantifier inside another one (character 5); use a ' +
        "count such as {1,40} for the inner one; redact.masks.a.showLast: -1 is not an integer from 0 to 256; use an " +
        "integer from 0 to 256",
    );
  });

  test("is not made of names only where patterns or masks are given", () => {
    expect(() => createDefaultPolicy({ masks: {} } as object)).toThrow(
      "[AGORA_CONFIG] redact.masks: cannot be given",
    );
  });

  test.each([
    "token:a ",
    "token='a ",
    '\\"token\\":\\"',
    "http://a",
    "a@b.",
    "a.",
    "eyJaaaaaaaa.",
    "-----BEGIN CERT",
    "-----BEGIN PRIVATE KEY-----",
    "Bearer a ",
    "basic ab ",
    "4111 ",
    "4",
    "DE89 ",
    "1.",
    "token=[",
    "token={}",
    "a=b:",
    "ab",
    ":",
    "=",
    "token ",
    "token=\\",
    'cookie: a"',
    "%5D",
    'token="\\',
    "aA",
  ])("takes less than a second for a megabyte of %j", (unit) => {
    const hostile = unit.repeat(Math.ceil(1_048_576 / unit.length));
    const start = performance.now();

    everything.scrub(hostile);
    // Far from what it takes, since this machine may be busy; what grows with the square takes minutes.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
