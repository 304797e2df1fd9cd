import type { LoggerContender } from "../contender.ts";

/** How to load each contender: a process loads the one that it measures, and nothing of the others. */
export const CONTENDERS: Readonly<Record<string, () => Promise<LoggerContender>>> = {
  agora: async () => (await import("./agora.ts")).agoraShapes,
  "agora, no shapes": async () => (await import("./agora.ts")).agoraSites,
  "agora, no build step": async () => (await import("./agora.ts")).agoraCapture,
  "pino full": async () => (await import("./pino.ts")).pinoFull,
  "pino plain": async () => (await import("./pino.ts")).pinoPlain,
  "pino full + redact": async () => (await import("./pino.ts")).pinoRedact,
  "pino full + capture": async () => (await import("./pino.ts")).pinoCapture,
  roarr: async () => {
    // It looks at this when it is loaded, and does nothing at all without it.
    process.env["ROARR_LOG"] = "true";
    return (await import("./roarr.ts")).roarrFull;
  },
  bunyan: async () => (await import("./bunyan.ts")).bunyanFull,
  winston: async () => (await import("./winston.ts")).winstonFull,
  LogTape: async () => (await import("./logtape.ts")).logtapeFull,
  OpenTelemetry: async () => (await import("./otel.ts")).otelFull,
  "limit: by hand": async () => (await import("./limits.ts")).handLimit,
  "limit: splice": async () => (await import("./limits.ts")).spliceLimit,
};
