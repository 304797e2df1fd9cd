import { createServer } from "node:net";
import { FloorProblem } from "../problem.ts";

/** The only address that the services listen on. */
export const HOST = "127.0.0.1";

/**
 * Finds out, before anything is started, whether the ports can be used.
 *
 * @param wanted - who wants which port; port 0 is always free
 * @throws {FloorProblem} that names every port that cannot be used
 */
export async function requireFreePorts(
  wanted: readonly { readonly service: string; readonly port: number }[],
): Promise<void> {
  const states = await Promise.all(
    wanted.map(async ({ service, port }) => ({ service, port, why: await whyUnusable(port) })),
  );
  const unusable = states.filter(({ why }) => why !== undefined);
  if (unusable.length === 0) return;
  throw new FloorProblem(
    unusable.map(({ service, port, why }) => `Port ${port}, for ${service}, ${why}.`).join(" "),
    [`End what uses it, or take other ports: npm start -- --port 0 (any free ones)`],
  );
}

async function whyUnusable(port: number): Promise<string | undefined> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen({ port, host: HOST, exclusive: true }, resolve);
    });
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EADDRINUSE") return "is busy: another program listens on it";
    return `cannot be used: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
