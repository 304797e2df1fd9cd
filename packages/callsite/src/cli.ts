#!/usr/bin/env node
import { readFileSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import { CallsiteConfigError } from "./config-error.ts";
import { listSites } from "./list.ts";
import type { ListedSite, SiteList } from "./list.ts";
import { resolveOptions } from "./options.ts";
import type { ResolvedOptions } from "./options.ts";

const USAGE = `Usage: agora-callsite list [path...] [options]

Lists every log call of files and folders (default: the working folder), and how it gets its place:
  proven    hidden argument: the logger is known
  guarded   the receiver has a logger's name: asked when it runs
  wrapper   a call to one of --helpers, whose place is forwarded
  fallback  left to the run time, with the reason

Options:
  --json             one JSON document instead of lines
  --root <folder>    folder that paths are relative to (default: the working folder)
  --names <regexp>   receivers that may be a logger
  --modules <list>   modules of your own that hand out loggers, with commas
  --helpers <list>   functions of your own that log for their callers, with commas
  --exclude <text>   paths with this text are left out; may be repeated (default: node_modules)
  -h, --help         this text
  -v, --version      the version

Exit code: 0 when all was read, 1 when a path could not be read, 2 for bad arguments.
`;

class UsageError extends Error {}

function main(args: string[]): number {
  try {
    return run(args);
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof CallsiteConfigError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    return 2;
  }
}

function run(args: string[]): number {
  const { values, positionals } = parse(args);
  if (values.help === true) return print(USAGE);
  if (values.version === true) return print(`${version()}\n`);
  const [command, ...paths] = positionals;
  if (command !== "list") {
    throw new UsageError(
      command === undefined ? "no command is given" : `${command} is no command; there is list`,
    );
  }
  const list = listSites(paths.length === 0 ? ["."] : paths, settingsOf(values));
  print(values.json === true ? `${JSON.stringify(list, null, 2)}\n` : textOf(list));
  for (const { path, reason } of list.unread) process.stderr.write(`${path}: ${reason}\n`);
  return list.unread.length === 0 ? 0 : 1;
}

type Values = ReturnType<typeof parse>["values"];

function parse(args: string[]): {
  values: Partial<Record<"json" | "help" | "version", boolean>> &
    Partial<Record<"root" | "names" | "modules" | "helpers", string>> & { exclude?: string[] };
  positionals: string[];
} {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
        root: { type: "string" },
        names: { type: "string" },
        modules: { type: "string" },
        helpers: { type: "string" },
        exclude: { type: "string", multiple: true },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function settingsOf({ root, names, modules, helpers, exclude }: Values): ResolvedOptions {
  return resolveOptions({
    ...(root !== undefined && { root }),
    ...(names !== undefined && { names: expression(names) }),
    ...(modules !== undefined && { modules: modules.split(",") }),
    ...(helpers !== undefined && { helpers: helpers.split(",") }),
    ...(exclude !== undefined && { exclude }),
  });
}

function expression(source: string): RegExp {
  try {
    return new RegExp(source);
  } catch (error) {
    throw new UsageError(`--names: ${(error as Error).message}`);
  }
}

function textOf({ sites, totals }: SiteList): string {
  const lines = sites.map(
    (site) => `${placeOf(site)}  ${site.kind}${site.hasShape ? ", shape" : ""}${remarkOf(site)}`,
  );
  const { files, proven, guarded, wrapper, fallback, shapes } = totals;
  const sum = `${String(sites.length)} calls in ${String(files)} files: ${String(proven)} proven, ${String(guarded)} guarded, ${String(wrapper)} wrapper, ${String(fallback)} fallback; ${String(shapes)} with a shape`;
  return [...lines, sum, ""].join("\n");
}

function placeOf({ file, line, function: name }: ListedSite): string {
  return `${file}:${String(line)}:${name}`;
}

function remarkOf({ reason, message }: ListedSite): string {
  if (reason !== undefined) return ` (${reason})`;
  return message === undefined ? "" : ` ${JSON.stringify(message)}`;
}

function print(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

function version(): string {
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = main(process.argv.slice(2));
