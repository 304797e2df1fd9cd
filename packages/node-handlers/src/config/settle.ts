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
  set("audit.filePath", auditPath(file));

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
  const routes = usableRoutes(config, sources, problems);
  const logs = [...(config.file.enabled ? [config.file.path] : []), ...routes.map(({ path }) => path)];
  if (!config.audit.enabled || !logs.includes(config.audit.filePath)) return { ...config, routes };
  // Any other entry in it would break its chain.
  const filePath = auditPath(file);
  const from = nameOf(sources["audit.filePath"]);
  const remedy = `give it a file of its own; ${filePath} is used`;
  problems.push(
    problem("audit.filePath", show(config.audit.filePath), from, "is a file of other entries", remedy),
  );
  return { ...config, routes, audit: { ...config.audit, filePath } };
}

function auditPath(file: string): string {
  return `${FOLDER}/audit/${file}-audit.log`;
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

/** Routes that can be followed: to an output that is on, and to a file only once. Others each are a problem. */
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
  const from = nameOf(sources["routes"]);
  const isFileRouted = config.routes.some(({ handler, path }) => handler === "file" && path === undefined);
  return config.routes.flatMap((route) => {
    const { path, ...pathless } = route;
    const { handler } = route;
    const refuse = (member: "handler" | "path", wrong: string, remedy: string): void =>
      void problems.push(
        problem(`routes${placeOf(route)}.${member}`, show(route[member]), from, wrong, remedy),
      );
    if (handler === "file" && path !== undefined) {
      if (!isOn.file || path !== config.file.path) return [route];
      // A second handler for it would write entries twice.
      refuse("path", "is that of file.path", "leave it out, or name another file");
      return isFileRouted ? [pathless] : [];
    }
    if (path !== undefined) refuse("path", `says nothing to ${handler}`, "leave it out");
    if (isOn[handler]) return [pathless];
    refuse("handler", "names an output that is off", `switch it on (${handler}) or leave the route out`);
    return [];
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
