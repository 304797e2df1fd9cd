import { parseArgs } from "node:util";
import { FloorProblem } from "./problem.ts";

/** What the user chose on the command line. */
export interface Options {
  /** How many orders are sent, 0..100000. Default 200. */
  readonly orders: number;
  /** The gateway's port; risk and pricing take the two after it. 0 = three free ports. Default 4390. */
  readonly port: number;
  /** What the orders are made from: the same seed makes the same orders, 0..4294967295. Default 1. */
  readonly seed: number;
  /** Whether the services stay up after the orders, until Ctrl-C. Default false. */
  readonly keep: boolean;
  /** The folder of the log files; undefined = `var/log/agora` of the repository. */
  readonly logDir: string | undefined;
  /** Whether only the usage is asked for. */
  readonly help: boolean;
}

/** The text of `--help`. */
export const USAGE: string = `Usage: npm start -- [options]

  --orders N      how many orders to send (default 200)
  --port P        the gateway's port; risk and pricing take the next two; 0 = any free ones (default 4390)
  --seed S        what the orders are made from (default 1)
  --keep          leave the services up until Ctrl-C, for requests of your own
  --log-dir DIR   where the log files go (default var/log/agora)
  --help          this text
`;

/**
 * Reads the command line.
 *
 * @param args - the arguments behind the script's name
 * @throws {FloorProblem} for an unknown option or a value out of range; the message names the option and the remedy
 */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args);
  return {
    orders: wholeNumber("--orders", values.orders, 200, 0, 100_000),
    port: wholeNumber("--port", values.port, 4390, 0, 65_533),
    seed: wholeNumber("--seed", values.seed, 1, 0, 0xffff_ffff),
    keep: values.keep ?? false,
    logDir: values["log-dir"],
    help: values.help ?? false,
  };
}

interface RawValues {
  orders?: string;
  port?: string;
  seed?: string;
  keep?: boolean;
  "log-dir"?: string;
  help?: boolean;
}

function parse(args: readonly string[]): RawValues {
  try {
    return parseArgs({
      // A verb of the root passes its arguments on with or without the separator.
      args: args.filter((arg) => arg !== "--"),
      options: {
        orders: { type: "string" },
        port: { type: "string" },
        seed: { type: "string" },
        keep: { type: "boolean" },
        "log-dir": { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    const said = error instanceof Error ? error.message.split(". ")[0] : String(error);
    throw new FloorProblem(`${said}.`, USAGE.trimEnd().split("\n"), { cause: error });
  }
}

function wholeNumber(
  option: string,
  text: string | undefined,
  byDefault: number,
  least: number,
  most: number,
): number {
  if (text === undefined) return byDefault;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new FloorProblem(`${option} ${text}: give a whole number from ${least} to ${most}.`);
}
