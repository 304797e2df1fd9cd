// Generated from health.schema.json by `npm run generate`. Do not edit.

/**
 * How the logging of a process fares: what getHealthStatus returns and GET /health/logging answers, in every language.
 */
export interface HealthStatus {
  /**
   * healthy: every handler works. degraded: some handler fails, or the configuration could not be followed as it is. unhealthy: no handler works, or logging was shut down.
   */
  status: "healthy" | "degraded" | "unhealthy";
  /**
   * Whether status is healthy.
   */
  is_healthy: boolean;
  /**
   * Why it is not healthy, one sentence each; empty when it is.
   */
  reasons: string[];
  /**
   * The handlers that are open, in the order of the configuration.
   */
  handlers: HandlerHealth[];
  /**
   * What the handlers hold in memory, added up.
   */
  queue: {
    /**
     * Lines that were accepted and are not at their sink yet.
     */
    size: number;
    /**
     * How many lines may be pending; 0 without queues.
     */
    capacity: number;
    /**
     * Lines that handlers accepted and did not bring to their sink, since the start of each.
     */
    dropped_total: number;
  };
  dropped: DropTotals;
  metrics: {
    /**
     * Entries that the loggers wrote, each counted once however many handlers there are. What sampling and rate limits left out is not among them.
     */
    entries_total: number;
    /**
     * How often a handler failed.
     */
    errors_total: number;
    entries_by_level: {
      DEBUG: number;
      INFO: number;
      WARNING: number;
      ERROR: number;
      CRITICAL: number;
    };
  };
}
/**
 * How one handler fares.
 */
export interface HandlerHealth {
  /**
   * Such as console or file.
   */
  name: string;
  status: "ok" | "error";
  /**
   * What went wrong last, while it does not work.
   */
  error?: string;
  /**
   * How often it failed.
   */
  errors: number;
  /**
   * Lines that are not at the sink yet.
   */
  pending?: number;
  /**
   * How many lines may be pending.
   */
  capacity?: number;
  dropped?: DropTotals;
  /**
   * The file that is written now.
   */
  file?: {
    path: string;
    bytes: number;
    rotations: number;
  };
}
/**
 * How many entries did not arrive, by reason; reasons that did not occur are absent.
 */
export interface DropTotals {
  overflow?: number;
  closed?: number;
  sampled?: number;
  rate_limited?: number;
  size?: number;
  failed?: number;
  recursion?: number;
}
