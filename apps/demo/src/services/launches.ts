import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ServiceName } from "../orders/outcomes.ts";
import { logFile } from "../logs/log-files.ts";
import { DEMO_FOLDER, ROOT } from "../places.ts";
import { FloorProblem } from "../problem.ts";
import { HOST } from "./ports.ts";
import type { Launch } from "./running-service.ts";

/** The language that each service is written in. */
export const LANGUAGE: Readonly<Record<ServiceName, string>> = {
  gateway: "TypeScript",
  risk: "Python",
  pricing: "C++",
};

const PRICING_BINARY = join(DEMO_FOLDER, "pricing", "build", "pricing");
const PYTHON = join(ROOT, "packages", "python", ".venv", "bin", "python");

/** What the gateway must know of the other two. */
export interface Neighbours {
  readonly riskPort: number;
  readonly pricingPort: number;
}

/** How pricing (C++) is started. */
export function pricingLaunch(port: number, logDir: string): Launch {
  requireBuilt(PRICING_BINARY, "the pricing service");
  return launch("pricing", PRICING_BINARY, listenArgs(port), logDir, 10_000);
}

/** How risk (Python) is started. */
export function riskLaunch(port: number, logDir: string): Launch {
  requireBuilt(PYTHON, "the Python environment");
  return launch("risk", PYTHON, [join(DEMO_FOLDER, "risk", "main.py"), ...listenArgs(port)], logDir, 20_000);
}

/** How the gateway (TypeScript, run from its sources) is started. */
export function gatewayLaunch(port: number, logDir: string, { riskPort, pricingPort }: Neighbours): Launch {
  const main = join(DEMO_FOLDER, "src", "gateway", "main.ts");
  const neighbours = ["--risk-port", String(riskPort), "--pricing-port", String(pricingPort)];
  return launch("gateway", process.execPath, [main, ...listenArgs(port), ...neighbours], logDir, 20_000);
}

function listenArgs(port: number): string[] {
  return ["--host", HOST, "--port", String(port), "--stop-with-stdin"];
}

function launch(
  name: ServiceName,
  command: string,
  args: readonly string[],
  logDir: string,
  readyWithinMs: number,
): Launch {
  return { name, command, args, environment: environmentFor(name, logDir), readyWithinMs };
}

/**
 * The same variables configure the SDK of each language. Those that the user's own shell holds are left out: the run
 * checks every entry of the files, so it needs every level and these files.
 */
function environmentFor(name: ServiceName, logDir: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([variable]) => !/^(LOG_|SERVICE_|ENVIRONMENT$|NODE_OPTIONS$)/.test(variable),
  );
  return {
    ...Object.fromEntries(inherited),
    LOG_LEVEL: "DEBUG",
    LOG_CONSOLE_ENABLED: "false",
    LOG_FILE_ENABLED: "true",
    LOG_FILE_PATH: logFile(logDir, name),
    LOG_SOURCE_ROOT: ROOT,
    PYTHONDONTWRITEBYTECODE: "1",
  };
}

function requireBuilt(path: string, what: string): void {
  if (existsSync(path)) return;
  throw new FloorProblem(`${what[0]?.toUpperCase()}${what.slice(1)} is not built: ${path} is missing.`, [
    "Run npm start at the root of the repository: it builds what is needed first.",
  ]);
}
