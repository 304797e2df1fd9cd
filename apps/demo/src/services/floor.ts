import type { ServiceName } from "../orders/outcomes.ts";
import { FloorProblem } from "../problem.ts";
import { gatewayLaunch, pricingLaunch, riskLaunch } from "./launches.ts";
import { HOST, requireFreePorts } from "./ports.ts";
import { type Launch, type RunningService, startService } from "./running-service.ts";

/** The three services, up and ready. */
export interface Floor {
  /** In the order in which they were started. */
  readonly services: readonly RunningService[];
  /** Where orders are sent: `http://127.0.0.1:<port>/orders`. */
  readonly ordersUrl: string;
  /**
   * Stops them, the gateway first, so that no request meets a stopped neighbour.
   *
   * @throws {FloorProblem} when one had ended before, or did not end with exit code 0
   */
  stop(): Promise<void>;
}

/** What the floor is built from. */
export interface FloorPlan {
  /** The gateway's port; 0 = three free ports. */
  readonly port: number;
  readonly logDir: string;
  /** Told when a service is ready. */
  readonly onReady: (service: RunningService) => void;
  /** Aborts the start. */
  readonly signal: AbortSignal;
  /** Told when a service ends although nobody stopped it. */
  readonly onDeath: (problem: FloorProblem) => void;
}

/**
 * Finds out whether the ports of a floor can be used.
 *
 * @throws {FloorProblem} when one is busy
 */
export async function requirePorts(port: number): Promise<void> {
  const [gateway, risk, pricing] = portsFrom(port);
  await requireFreePorts([
    { service: "gateway", port: gateway },
    { service: "risk", port: risk },
    { service: "pricing", port: pricing },
  ]);
}

/**
 * Starts pricing, risk and the gateway, each when the one before is ready. If one fails, those before it are stopped.
 *
 * @throws {FloorProblem} when a service does not get ready
 */
export async function startFloor(plan: FloorPlan): Promise<Floor> {
  const [gatewayPort, riskPort, pricingPort] = portsFrom(plan.port);
  const services: RunningService[] = [];
  const stopping = new Set<ServiceName>();
  const stop = (): Promise<void> => stopAll(services, stopping);
  const start = async (launch: Launch): Promise<number> => {
    const service = await startService(launch, plan.signal);
    services.push(service);
    void tellOfDeath(service, stopping, plan.onDeath);
    plan.onReady(service);
    return service.port;
  };
  try {
    const pricing = await start(pricingLaunch(pricingPort, plan.logDir));
    const risk = await start(riskLaunch(riskPort, plan.logDir));
    const neighbours = { riskPort: risk, pricingPort: pricing };
    const gateway = await start(gatewayLaunch(gatewayPort, plan.logDir, neighbours));
    return { services, ordersUrl: `http://${HOST}:${gateway}/orders`, stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

function portsFrom(port: number): [number, number, number] {
  return port === 0 ? [0, 0, 0] : [port, port + 1, port + 2];
}

async function tellOfDeath(
  service: RunningService,
  stopping: ReadonlySet<ServiceName>,
  onDeath: FloorPlan["onDeath"],
): Promise<void> {
  const { how } = await service.ended;
  if (stopping.has(service.name)) return;
  onDeath(new FloorProblem(`${service.name} died in the middle of the run (${how}).`, service.stderrTail()));
}

async function stopAll(services: readonly RunningService[], stopping: Set<ServiceName>): Promise<void> {
  let problem: FloorProblem | undefined;
  for (const service of services.toReversed()) {
    stopping.add(service.name);
    const { how, clean } = await service.stop();
    if (!clean)
      problem ??= new FloorProblem(`${service.name} did not end well (${how}).`, service.stderrTail());
  }
  if (problem !== undefined) throw problem;
}
