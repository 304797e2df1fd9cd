// What `npm run bench` runs: every part, or the one that `--only` names. Only `--write` is an option of all of them.

const PARTS: Readonly<Record<string, () => Promise<unknown>>> = {
  encoders: () => import("./encoders.ts"),
  loggers: () => import("./loggers/main.ts"),
  faults: () => import("./faults/main.ts"),
  facts: () => import("./facts/main.ts"),
};

const args = process.argv.slice(2).filter((arg) => arg !== "--");
const at = args.indexOf("--only");
const [, only] = at < 0 ? [] : args.splice(at, 2);
process.argv.splice(2, Infinity, ...args);

if (at >= 0 && (only === undefined || PARTS[only] === undefined)) {
  process.stderr.write(`bench: --only takes one of ${Object.keys(PARTS).join(", ")}\n`);
  process.exitCode = 1;
} else if (only === undefined && args.some((arg) => arg !== "--write")) {
  process.stderr.write("bench: options other than --write belong to a part; name it with --only\n");
  process.exitCode = 1;
} else {
  for (const [name, run] of Object.entries(PARTS)) if (only === undefined || only === name) await run();
}
