import { CONFIG_FIELDS } from "@agora/schema/tables";
import { placeOf } from "./fit-collection.ts";
import { problem, show } from "./problem.ts";
import type { ConfigProblem, Provenance } from "./problem.ts";
import type { ResolvedConfig } from "./resolved-config.ts";

/** Decided values by the name of the field in TypeScript, and where each came from. */
export interface Decided {
  readonly values: ReadonlyMap<string, unknown>;
  readonly sources: Readonly<Record<string, Provenance>>;
  readonly problems: ConfigProblem[];
}

/** What every service is called as long as nobody says its name. */
export const UNKNOWN_SERVICE = "unknown_service";

const FOLDER = "/var/log/agora";

/** Puts the fields together, computes the defaults that depend on others, and resolves what contradicts itself. */
export function settle({ values, sources, problems }: Decided): ResolvedConfig {
  const tree = new Map(values);
  const set = (name: string, value: unknown): void => void (tree.get(name) ?? tree.set(name, value));
  set("serviceName", UNKNOWN_SERVICE);
  set("host", "");
  const hasPath = tree.get("file.path") !== undefined;
  set("file.enabled", tree.get("environment") !== "development" || hasPath);
  const file = safeFileName(String(tree.get("serviceName")));
  set("file.path", `${FOLDER}/${file}.log`);
  set("audit.filePath", `${FOLDER}/audit/${file}-audit.log`);

  const size = tree.get("async.queueSize") as number;
  const batch = tree.get("async.batchSize") as number;
  if (batch > size) {
    const remedy = "make async.queueSize larger or async.batchSize smaller";
    problems.push(
      problem(
        "async.batchSize",
        show(batch),
        nameOf(sources["async.batchSize"]),
        `is more than async.queueSize, ${size}`,
        remedy,
      ),
    );
    tree.set("async.batchSize", size);
  }
  const config = assemble(tree);
  return { ...config, routes: usableRoutes(config, sources, problems) };
}

/** A name that a file can have: everything but `[A-Za-z0-9._-]` replaced, never hidden, never too long. */
export function safeFileName(service: string): string {
  return service
    .replaceAll(/[^A-Za-z0-9._-]/g, "_")
    .replace(/^\./, "_")
    .slice(0, 200);
}

/** A source as a message names it. */
export function nameOf(provenance: Provenance | undefined): string {
  const { source, name } = provenance ?? { source: "default" };
  return source === "environment" ? `environment variable ${name}` : (name ?? source);
}

/** An output that is off can get nothing: its routes are left out, each with a problem. */
function usableRoutes(
  config: ResolvedConfig,
  sources: Decided["sources"],
  problems: ConfigProblem[],
): ResolvedConfig["routes"] {
  const isOn = {
    console: config.console.enabled,
    file: config.file.enabled,
    http: config.http.url !== undefined,
    loki: config.loki.url !== undefined,
    otlp: config.otlp.url !== undefined,
  };
  return config.routes.filter((route) => {
    const { handler, path } = route;
    const from = nameOf(sources["routes"]);
    const field = `routes${placeOf(route)}`;
    if (path !== undefined && handler !== "file") {
      problems.push(problem(`${field}.path`, show(path), from, `says nothing to ${handler}`, "leave it out"));
    }
    if (isOn[handler] || path !== undefined) return true;
    const remedy = `switch it on (${handler}) or leave the route out`;
    problems.push(problem(`${field}.handler`, show(handler), from, "names an output that is off", remedy));
    return false;
  });
}

const SECTIONS = new Set(CONFIG_FIELDS.flatMap(({ typescript }) => typescript.split(".").slice(0, -1)));

function assemble(values: ReadonlyMap<string, unknown>): ResolvedConfig {
  const config: Record<string, unknown> = {};
  const sections = new Map<string, Record<string, unknown>>([...SECTIONS].map((name) => [name, {}]));
  for (const [path, value] of values) {
    const [first = "", second] = path.split(".");
    if (second === undefined) config[first] = value;
    else Object.assign(sections.get(first) ?? {}, { [second]: value });
  }
  return { ...config, ...Object.fromEntries(sections) } as unknown as ResolvedConfig;
}
