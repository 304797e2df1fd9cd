import { parseArgs } from "node:util";
import { getLogger, initialize, shutdown } from "@agora/logger";
import { handleOrder } from "./handle-order.ts";
import { startOrderServer } from "./http-server.ts";
import { untilStopped } from "./until-stopped.ts";

const { values } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "4390" },
    "risk-port": { type: "string", default: "4391" },
    "pricing-port": { type: "string", default: "4392" },
    "stop-with-stdin": { type: "boolean", default: false },
  },
});

initialize({ serviceName: "gateway", version: "1.0.0", defaultContext: { desk: "floor" } });
const log = getLogger("gateway");

const neighbours = {
  riskUrl: `http://${values.host}:${values["risk-port"]}`,
  pricing: { host: values.host, port: Number(values["pricing-port"]) },
};
let orders = 0;
const { port, stop } = await startOrderServer(Number(values.port), values.host, (headers, body) => {
  orders += 1;
  return handleOrder(headers, body, neighbours);
});
log.info("Service started", { pid: process.pid, port, runtime: `node ${process.version}` });
process.stdout.write(`ready port=${port}\n`);

const reason = await untilStopped(values["stop-with-stdin"]);
await stop();
log.info("Service stopped", { orders, reason });
await shutdown();
process.exit(0);
