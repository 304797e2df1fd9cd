/** A context that loggers are known to break on. */
export interface HostileInput {
  readonly name: string;
  readonly context: () => Record<string, unknown>;
  /** What must be in the line, once it was parsed, for nothing to be lost. */
  readonly keeps: readonly string[];
  /** What must not be in the line as it stands. */
  readonly forbids?: string;
}

/** The inputs, each with a member `beside` that any of them could take along. */
export function hostileInputs(): HostileInput[] {
  const input = (
    name: string,
    context: () => Record<string, unknown>,
    keeps: readonly string[] = [],
    forbids?: string,
  ): HostileInput => ({
    name,
    context: () => Object.assign(context(), { beside: "kept beside" }),
    keeps: ["the hostile one", "kept beside", ...keeps],
    ...(forbids !== undefined && { forbids }),
  });
  return [
    input("circular", () => {
      const context: Record<string, unknown> = { name: "loop" };
      context["self"] = context;
      return context;
    }),
    input("BigInt", () => ({ big: 12345678901234567890n }), ["12345678901234567890"]),
    input("getter that throws", () => ({ inner: throwingGetter() })),
    input("getter at the top that throws", throwingGetter),
    input("toJSON that throws", () => ({
      inner: {
        toJSON: () => {
          throw new TypeError("no");
        },
      },
    })),
    input("Proxy that throws", () => ({ inner: throwingProxy() })),
    input("20,000 deep", () => ({ deep: deepObject(20_000) })),
    input(
      "Error with a cause as err",
      () => ({ err: new Error("outer message", { cause: new Error("cause message") }) }),
      ["outer message", "cause message"],
    ),
    input("Error under another key", () => ({ problem: new Error("outer message") }), ["outer message"]),
    input("AggregateError as err", () => ({ err: aggregate() }), ["all failed", "first one", "second one"]),
    input(
      "cause that is the error itself",
      () => {
        const error = new Error("outer message");
        error.cause = error;
        return { err: error };
      },
      ["outer message"],
    ),
    input(
      "level, time, message of the user's",
      () => ({ level: "gold", time: "noon", timestamp: "noon", message: "mine", msg: "mine" }),
      ["gold", "noon", "mine"],
    ),
    input(
      "own __proto__ key",
      () => JSON.parse('{"inner":{"__proto__":"proto kept"}}') as Record<string, unknown>,
      ["proto kept"],
    ),
    input("Map and Set", () => ({ map: new Map([["a", "map value"]]), set: new Set(["set value"]) }), [
      "map value",
      "set value",
    ]),
    input("unpaired surrogate", () => ({ text: "a\ud800b" }), [], "\\ud800"),
  ];
}

function throwingGetter(): Record<string, unknown> {
  return Object.defineProperty({}, "x", {
    enumerable: true,
    get: () => {
      throw new TypeError("no");
    },
  });
}

function throwingProxy(): object {
  const no = (): never => {
    throw new TypeError("no");
  };
  return new Proxy({}, { get: no, ownKeys: no, getPrototypeOf: no, getOwnPropertyDescriptor: no, has: no });
}

function deepObject(depth: number): object {
  let value: object = {};
  for (let i = 0; i < depth; i += 1) value = { d: value };
  return value;
}

function aggregate(): AggregateError {
  return new AggregateError([new Error("first one"), new Error("second one")], "all failed");
}
