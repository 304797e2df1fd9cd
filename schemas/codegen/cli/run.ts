import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { ContextSchemaError, emitContext } from "../emit-context.ts";

const USAGE = `Usage: agora-schema generate --context <file> [--out <folder>] [--check]

Makes, from an application's JSON Schema (draft-07) of its log context:
  <name>.context.d.ts   the type for getLogger<MyContext>()
  <name>.context.js     validateMyContext(context) for development and tests

  --context <file>   the schema
  --out <folder>     where the files go; default: beside the schema
  --check            writes nothing; exit code 1 when a file is not fresh
  --help             this text
`;

/** Where the command writes to. */
export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Runs the command. Returns the exit code: 0 done, 1 refused or not fresh, 2 wrong use. */
export async function run(args: readonly string[], { out, error }: Output): Promise<number> {
  const options = read(args);
  if (options === "help") {
    out(USAGE);
    return 0;
  }
  if (typeof options === "string") {
    error(`${options}\n\n${USAGE}`);
    return 2;
  }
  try {
    return await generate(options, out);
  } catch (reason) {
    if (!(reason instanceof ContextSchemaError)) {
      throw reason;
    }
    error(`${reason.message}\n`);
    return 1;
  }
}

interface Options {
  readonly context: string;
  readonly out?: string;
  readonly check: boolean;
}

/** The options, `help`, or what is wrong with them. */
function read(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        context: { type: "string" },
        out: { type: "string" },
        check: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const { context, out, check, help } = values;
    if (help) {
      return "help";
    }
    if (positionals.join(" ") !== "generate" || context === undefined) {
      return "agora-schema: give the command `generate` and the option --context";
    }
    return { context, check, ...(out === undefined ? {} : { out }) };
  } catch (reason) {
    return `agora-schema: ${(reason as Error).message}`;
  }
}

async function generate(
  { context, out: folder = dirname(context), check }: Options,
  out: Output["out"],
): Promise<number> {
  const { code, types } = await emitContext(parse(await load(context), context), basename(context));
  const base = join(folder, basename(context).replace(/(?:[-.]context)?(?:\.schema)?\.json$/, ""));
  const files = [
    [`${base}.context.js`, code],
    [`${base}.context.d.ts`, types],
  ] as const;
  let stale = 0;
  for (const [file, text] of files) {
    if (!check) {
      await mkdir(folder, { recursive: true });
      await writeFile(file, text);
      out(`wrote ${file}\n`);
    } else if ((await readFile(file, "utf8").catch(() => undefined)) !== text) {
      stale++;
      out(`${file} is not what ${context} gives; run: npx @agora/schema generate --context ${context}\n`);
    }
  }
  return stale === 0 ? 0 : 1;
}

async function load(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (reason) {
    throw new ContextSchemaError(`${file} cannot be read: ${(reason as Error).message}`, { cause: reason });
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (reason) {
    throw new ContextSchemaError(`${file} is no JSON: ${(reason as Error).message}`, { cause: reason });
  }
}
