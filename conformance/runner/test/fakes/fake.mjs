// A testee that behaves in one given way, so that the runner's judgement of such behaviour can be tested.
// node fake.mjs BEHAVIOUR: everything but `right` goes wrong on cases whose id begins with "bad".
import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

const [behaviour = "right", scratch] = process.argv.slice(2);

const hello = {
  sdk: "fake",
  version: "0",
  language: "none",
  runtime: "node",
  artifact: (behaviour === "changing" ? String(process.pid).padStart(8, "0") : "0badcafe")
    .repeat(8)
    .slice(0, 64),
  source_root: "",
  capabilities: ["encode", "batch", "behaviour.echo"],
  limits: { depth: 16, bytes: 31_999 },
  deps: {},
  max_in_flight: 1,
};

const send = (message) => process.stdout.write(`@agora1 ${JSON.stringify(message)}\n`);
const line = ({ message }) => {
  const text = JSON.stringify(message);
  return `{"message":${behaviour === "emoji-blind" ? text.replaceAll("😂", "?") : text}}\n`;
};
const encode = (input) => ({ bytes_b64: Buffer.from(line(input)).toString("base64") });
const digest = (entries) => {
  const lines = entries.map((entry) => line(entry));
  // One that carries something along answers long batches in another way than the entries alone.
  const text = lines.join("") + (behaviour === "carrying" && entries.length > 200 ? "!" : "");
  return {
    digest: {
      sha256: createHash("sha256").update(text).digest("hex"),
      count: lines.length,
      bytes: text.length,
    },
  };
};
const endless = () => setInterval(() => undefined, 1_000);

const onHello = {
  "dies-at-hello": () => process.exit(7),
  "silent-at-hello": () => undefined,
  "rubbish-at-hello": ({ seq }) => send({ seq, hello: { sdk: "fake" } }),
  "outcome-at-hello": ({ seq }) => send({ seq, outcome: { observed: {} } }),
};

const onBadCase = {
  lying: (seq) => send({ seq, outcome: encode({ message: "something else" }) }),
  silent: () => undefined,
  slow: (seq, input) => setTimeout(() => send({ seq, outcome: encode(input) }), 3_000),
  crashing: () => {
    process.stderr.write("about to die\n");
    process.exit(3);
  },
  "crashing-once": (seq, input) => {
    if (existsSync(scratch)) send({ seq, outcome: encode(input) });
    else {
      writeFileSync(scratch, "");
      process.exit(3);
    }
  },
  "killing-itself": () => process.kill(process.pid, "SIGKILL"),
  "exiting-politely": () => process.exit(0),
  changing: () => process.exit(3),
  chatty: (seq, input) => {
    process.stdout.write("DEBUG: a line that a logger wrote\n\u0000\u0001 and one more\r\n");
    send({ seq, outcome: encode(input) });
  },
  "wrong-seq": (seq, input) => send({ seq: seq + 1, outcome: encode(input) }),
  "answers-twice": (seq, input) => {
    send({ seq, outcome: encode(input) });
    send({ seq, outcome: encode(input) });
  },
  "no-json": () => process.stdout.write("@agora1 {oops\n"),
  "two-outcomes": (seq, input) => send({ seq, outcome: { ...encode(input), observed: {} } }),
  "no-outcome": (seq) => send({ seq, outcome: {} }),
  throwing: (seq) => send({ seq, outcome: { error: { message: "boom", trace: "at fake" } } }),
  "unsupported-declared": (seq) => send({ seq, outcome: { unsupported: { capability: "encode" } } }),
  "unsupported-unasked": (seq) => send({ seq, outcome: { unsupported: { capability: "cycle" } } }),
  refusing: (seq) => send({ seq, outcome: { rejected: { code: "AGORA_CONFIG", message: "no" } } }),
  "never-stops": (seq, input) => {
    endless();
    send({ seq, outcome: encode(input) });
  },
};

// The one step: it may leave a file, and answers what it was given.
const echo = ({ value, file, text }) => {
  if (file !== undefined) writeFileSync(file, text);
  return value ?? null;
};
const onScenario = {
  crashing: () => process.exit(3),
  silent: () => undefined,
  throwing: (seq) => send({ seq, outcome: { error: { message: "boom", trace: "at fake" } } }),
  "no-outcome": (seq) => send({ seq, outcome: { observed: { answers: [] } } }),
};

function answer({ cmd, seq, case: wireCase }) {
  if (cmd === "hello") (onHello[behaviour] ?? (() => send({ seq, hello })))({ seq });
  else if (cmd !== "run") send({ seq, outcome: { observed: {} } });
  else if (behaviour === "replaying") send({ seq, outcome: encode({ message: "recorded" }) });
  else if (wireCase.kind === "batch") send({ seq, outcome: digest(wireCase.entries) });
  else if (wireCase.kind === "scenario" && onScenario[behaviour] === undefined)
    send({ seq, outcome: { observed: { answers: wireCase.steps.map(echo) } } });
  else if (wireCase.kind === "scenario") onScenario[behaviour](seq);
  else if (wireCase.id.startsWith("bad") && onBadCase[behaviour]) onBadCase[behaviour](seq, wireCase.input);
  else send({ seq, outcome: encode(wireCase.input) });
}

for await (const request of createInterface({ input: process.stdin })) answer(JSON.parse(request));
