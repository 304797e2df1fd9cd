export { registerMetrics } from "./register-metrics.ts";
export type { Metrics, MetricsOptions } from "./register-metrics.ts";
