import type { FaultPeer } from "../peer.ts";

/** How to load each peer; a process loads one of them. */
export const PEERS: Readonly<Record<string, () => Promise<FaultPeer>>> = {
  agora: async () => (await import("./agora.ts")).agoraDefault,
  "agora, async off": async () => (await import("./agora.ts")).agoraSync,
  "pino sync": async () => (await import("./pino.ts")).pinoSync,
  "pino async": async () => (await import("./pino.ts")).pinoAsync,
  "pino worker": async () => (await import("./pino.ts")).pinoWorker,
  "winston File": async () => (await import("./others.ts")).winstonFile,
  "bunyan file": async () => (await import("./others.ts")).bunyanFile,
  "LogTape file": async () => (await import("./others.ts")).logtapeFile,
  "LogTape non-blocking": async () => (await import("./others.ts")).logtapeNonBlocking,
};
