// The verbs of the root. The bootstrap runs this file on the pinned Node once everything is installed.

import { giveUp } from "./bootstrap/say.mjs";
import { endAll } from "./steps/command.ts";
import { buildVerb } from "./verbs/build.ts";
import { checkVerb } from "./verbs/check.ts";
import { benchVerb, runBuilt } from "./verbs/foreground.ts";
import { generateVerb } from "./verbs/generate.ts";
import { releaseVersionVerb } from "./verbs/release.ts";
import { testLongVerb, testVerb } from "./verbs/test.ts";

const verbs: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  start: (args) => runBuilt("@agora/demo", "start", args),
  build: buildVerb,
  generate: generateVerb,
  check: checkVerb,
  test: testVerb,
  "test:long": testLongVerb,
  conformance: (args) => runBuilt("@agora/conformance", "conformance", args),
  bench: benchVerb,
  "release:version": releaseVersionVerb,
};

const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

async function main([name = "", ...args]: readonly string[]): Promise<number> {
  const verb = verbs[name];
  if (verb === undefined) {
    process.stderr.write(`agora: no verb "${name}"; there are ${Object.keys(verbs).join(", ")}\n`);
    return 2;
  }
  return verb(args);
}

for (const [signal, code] of Object.entries(exitCodes)) {
  process.once(signal, () => {
    void endAll().then(() => process.exit(code));
  });
}

main(process.argv.slice(2)).then((code) => process.exit(code), giveUp);
