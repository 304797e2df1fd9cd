import { describe, expect, test } from "vitest";
import { encodeLayers, encodeOne, memberText } from "../test/encode-one.ts";
import { AgoraError, createEncoder, createSite } from "./index.ts";

describe("createEncoder", () => {
  test("writes the members in the order of the wire, without white space, with one line feed", () => {
    const line = encodeOne(
      {
        message: "hello",
        entryId: "0190a000-0000-7000-8000-000000000000",
        samplingRate: 0.1,
        error: Object.assign(new Error("boom"), { stack: "" }),
        context: {
          b: 1,
          correlation_id: "6BA7B810-9DAD-11D1-80B4-00C04FD430C8",
          user_id: "u",
          trace_id: "4BF92F3577B34DA6A3CE929D0E0E4736",
          span_id: "00F067AA0BA902B7",
          duration_ms: 12.5,
        },
      },
      { environment: "production", version: "1.2.3", host: "h", loggerName: "a.b" },
    );

    expect(line).toBe(
      '{"timestamp":"2023-11-14T22:13:20.123456Z","level":"INFO","message":"hello","service":"svc","file":"a.ts",' +
        '"line":1,"function":"f","environment":"production","version":"1.2.3","host":"h","logger_name":"a.b",' +
        '"correlation_id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8","user_id":"u",' +
        '"trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","span_id":"00f067aa0ba902b7",' +
        '"entry_id":"0190a000-0000-7000-8000-000000000000","sampling":{"rate":0.1},"duration_ms":12.5,' +
        '"context":{"b":1},"exception":{"type":"Error","message":"boom"}}\n',
    );
  });

  test("leaves out what is empty or not given", () => {
    const line = encodeOne(
      { context: {}, error: null, entryId: "", samplingRate: 1 },
      { environment: "", version: "", host: "", loggerName: "" },
    );

    expect(line).toBe(
      '{"timestamp":"2023-11-14T22:13:20.123456Z","level":"INFO","message":"m","service":"svc","file":"a.ts","line":1,"function":"f"}\n',
    );
  });

  test.each(["", "x".repeat(129), "😂".repeat(129)])(
    "refuses a service that is empty or too long",
    (service) => {
      expect(() => createEncoder({ service })).toThrow(AgoraError);
      expect(() => createEncoder({ service })).toThrow(
        /^\[AGORA_CONFIG\] service: .* is not a string of 1 to 128 characters/,
      );
    },
  );

  test.each(["x", "x".repeat(128), "😂".repeat(128)])(
    "takes a service of 1 to 128 code points",
    (service) => {
      expect(encodeOne({}, { service })).toContain(`"service":"${service}"`);
    },
  );

  test.each([4095, 256_001, Number.NaN])("refuses a limit of %d bytes", (maxEntryBytes) => {
    expect(() => createEncoder({ service: "s", maxEntryBytes })).toThrow(/^\[AGORA_CONFIG\] maxEntryBytes: /);
  });

  test("cuts host and logger name, and says so of the logger name", () => {
    const long = "n".repeat(257);
    const line = encodeOne({}, { host: long, loggerName: long });

    expect(line).toContain(`"host":"${"n".repeat(232)}…[+25B]","logger_name":"${"n".repeat(232)}…[+25B]"`);
    expect(memberText(line, "context")).toBe('{"_agora":{"truncated":["logger_name"]}}');
  });

  test("names all that was cut, in the order of the wire", () => {
    const long = "x".repeat(9000);
    const line = encodeOne(
      {
        message: long,
        site: createSite(long, 1, long),
        context: { user_id: long, v: long },
        error: new Error(long),
      },
      { loggerName: long, maxEntryBytes: 256_000 },
    );

    expect(memberText(line, "context")).toContain(
      '"_agora":{"truncated":["context","exception","file","function","logger_name","message","user_id"]}',
    );
  });
});

describe("message", () => {
  const messageOf = (message: unknown, settings = {}): unknown => {
    const line = encodeOne({ message }, settings);
    return (JSON.parse(line) as { message: unknown }).message;
  };

  test.each([
    [undefined, ""],
    [null, ""],
    ["", ""],
    [-0, "0"],
    [1e21, "1e+21"],
    [Number.NaN, "NaN"],
    [true, "true"],
    [2n ** 70n, "1180591620717411303424"],
    [{ b: 1, a: [2] }, '{"a":[2],"b":1}'],
    [["x"], '["x"]'],
    [new Date(0), '"1970-01-01T00:00:00.000000Z"'],
    [{ password: "x" }, '{"password":"[REDACTED]"}'],
  ])("of %s is %s", (message, expected) => {
    expect(messageOf(message)).toBe(expected);
  });

  test("is the message of an Error, which is the entry's error unless another one was given", () => {
    const alone = encodeOne({ message: Object.assign(new Error("a"), { stack: "" }) });
    const other = encodeOne({
      message: new Error("a"),
      error: Object.assign(new TypeError("b"), { stack: "" }),
    });

    expect(alone).toContain('"message":"a"');
    expect(memberText(alone, "exception")).toBe('{"type":"Error","message":"a"}');
    expect(memberText(other, "exception")).toBe('{"type":"TypeError","message":"b"}');
  });

  test.each([
    ["\x1b[31mred\x1b[0m", "red"],
    ["\x1b]0;title\x07x", "x"],
    ["\x1b]8;;http://a\x1b\\x", "x"],
    ["\x1bMx\x1b7", "x"],
    ["\x1b[31", "\x1b[31"],
    ["\x1b]0;never ends", "\x1b]0;never ends"],
    ["\x1b", "\x1b"],
    ["\x1b\x1b[0mx", "\x1bx"],
    ["\x1b[\x1b[0m31m", "\x1b[31m"],
    ["\x9b31m", "\x9b31m"],
    ["\x1b[1 qx", "x"],
    ["\x1b(Bx", "\x1b(Bx"],
  ])("loses the ANSI sequences of %j", (message, expected) => {
    expect(messageOf(message)).toBe(expected);
    expect(messageOf(message, { stripAnsi: false })).toBe(message);
  });

  test("is cut after ANSI sequences were taken out, and counts what is left", () => {
    expect(messageOf(`\x1b[31m${"x".repeat(8192)}`)).toBe("x".repeat(8192));
    expect(messageOf(`\x1b[31m${"x".repeat(8193)}`)).toBe(`${"x".repeat(8168)}…[+25B]`);
  });

  test("of a megabyte of unfinished ANSI sequences is written at once", () => {
    const start = performance.now();

    messageOf("\x1b[".repeat(500_000));
    messageOf(`\x1b[${"1".repeat(1_000_000)}`);
    messageOf("\x1b]".repeat(500_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe("context in layers", () => {
  const contextOf = (...layers: unknown[]): string => memberText(encodeLayers(...layers), "context");

  test("the later layer wins, also with undefined", () => {
    expect(contextOf({ a: 1, b: 1, c: 1 }, { b: 2 }, { c: undefined })).toBe('{"a":1,"b":2}');
  });

  test("may be Maps and class instances", () => {
    class Order {
      id = 5;
    }

    expect(contextOf(new Map([[1, "x"]]), new Order())).toBe('{"1":"x","id":5}');
  });

  test("members of the entry are lifted, and the later layer wins", () => {
    const line = encodeLayers(
      { user_id: "a", trace_id: "0".repeat(31) + "1" },
      { userId: 7 },
      { traceId: null },
    );

    expect(line).toContain(`"user_id":"7","trace_id":"${"0".repeat(31)}1"`);
    expect(memberText(line, "context")).toBe("");
  });

  test("the snake_case name wins over the camelCase one of the same layer, wherever it stands", () => {
    expect(encodeLayers({ userId: "camel", user_id: "snake" })).toContain('"user_id":"snake"');
    expect(encodeLayers({ user_id: "snake", userId: "camel" })).toContain('"user_id":"snake"');
    expect(encodeLayers({ user_id: null, userId: "camel" })).toContain('"user_id":"camel"');
  });

  test.each([
    ["correlation_id", "req-42", '"req-42"'],
    ["correlationId", 5, "5"],
    ["trace_id", "0".repeat(32), `"${"0".repeat(32)}"`],
    ["trace_id", "a".repeat(31), `"${"a".repeat(31)}"`],
    ["span_id", "g".repeat(16), `"${"g".repeat(16)}"`],
    ["user_id", { id: 1 }, '{"id":1}'],
    ["user_id", 1.5, "1.5"],
    ["user_id", true, "true"],
    ["duration_ms", -1, "-1"],
    ["durationMs", Number.NaN, '"NaN"'],
    ["duration_ms", Infinity, '"Infinity"'],
    ["duration_ms", "12", '"12"'],
    ["duration_ms", 2n ** 53n, '"9007199254740992"'],
    ["duration_ms", false, "false"],
  ])("%s stays in the context as invalid when it is %s", (key, value, json) => {
    const name = key.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

    expect(contextOf({ [key]: value })).toBe(`{"invalid_${name}":${json}}`);
  });

  test.each([
    ["user_id", 2n ** 70n, '"user_id":"1180591620717411303424"'],
    ["user_id", -0, '"user_id":"0"'],
    ["duration_ms", -0, '"duration_ms":0'],
    ["duration_ms", 1e21, '"duration_ms":1e+21'],
    ["duration_ms", 5n, '"duration_ms":5'],
    [
      "correlation_id",
      "6BA7B810-9DAD-11D1-80B4-00C04FD430C8",
      '"correlation_id":"6ba7b810-9dad-11d1-80b4-00c04fd430c8"',
    ],
  ])("%s of %s is lifted", (key, value, expected) => {
    expect(encodeLayers({ [key]: value })).toContain(expected);
  });

  test("an empty user_id vanishes without effect", () => {
    expect(encodeLayers({ user_id: "a" }, { user_id: "" })).toContain('"user_id":"a"');
    expect(contextOf({ user_id: "" })).toBe("");
  });

  test("a reserved member that cannot be read stays, and says what its getter threw", () => {
    const hostile = {
      get user_id(): string {
        throw new RangeError("no");
      },
    };

    expect(contextOf(hostile)).toBe('{"invalid_user_id":"[threw RangeError]"}');
  });

  test("a caller's _agora makes room, and members of the entry keep their own values", () => {
    expect(contextOf({ _agora: 1, level: "x", timestamp: 2, message: 3 })).toBe(
      '{"_agora_":1,"level":"x","message":3,"timestamp":2}',
    );
  });

  test("the first Error under err, error or exception becomes the exception, others stay", () => {
    const quiet = (message: string): Error => Object.assign(new Error(message), { stack: "" });
    const line = encodeLayers(
      { exception: quiet("3"), error: quiet("2") },
      { err: "no error", other: quiet("4") },
    );

    expect(memberText(line, "exception")).toBe('{"type":"Error","message":"2"}');
    expect(memberText(line, "context")).toBe(
      '{"err":"no error","exception":{"message":"3","type":"Error"},"other":{"message":"4","type":"Error"}}',
    );
  });

  test("with an error as argument the Errors in the context stay", () => {
    const line = encodeOne({
      error: "thrown",
      context: { err: Object.assign(new Error("x"), { stack: "" }) },
    });

    expect(memberText(line, "exception")).toBe('{"type":"string","message":"thrown"}');
    expect(memberText(line, "context")).toBe('{"err":{"message":"x","type":"Error"}}');
  });

  test("a layer that refuses to be read counts as dropped", () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();

    expect(contextOf({ a: 1 }, proxy)).toBe('{"_agora":{"dropped":1},"a":1}');
    expect(contextOf(proxy)).toBe('{"_agora":{"dropped":1}}');
  });

  test("of a layer with more than 1,024 members the others are counted", () => {
    const many = Object.fromEntries(Array.from({ length: 1030 }, (_, index) => [`k${index}`, index]));
    const text = contextOf(many);

    expect(Object.keys(JSON.parse(text) as object)).toHaveLength(129);
    expect(text).toContain(`"_agora":{"dropped":${1030 - 128}}`);
  });
});
