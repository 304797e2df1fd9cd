import { getLogger, initialize } from "@agora/logger";
import type { FaultPeer } from "../peer.ts";

const MOST_FILES = 1_000;

/** As it comes, but for the file: lines are written at the end of each turn of the event loop. */
export const agoraDefault: FaultPeer = {
  rotates: true,
  open: (path, rotateAtBytes) => open(path, rotateAtBytes, true),
};

/** One write a line. */
export const agoraSync: FaultPeer = {
  rotates: true,
  open: (path, rotateAtBytes) => open(path, rotateAtBytes, false),
};

function open(
  path: string,
  rotateAtBytes: number | undefined,
  isAsync: boolean,
): ReturnType<FaultPeer["open"]> {
  const { ok, problems } = initialize({
    serviceName: "faults",
    console: { enabled: false },
    async: { enabled: isAsync },
    file: {
      enabled: true,
      path,
      ...(rotateAtBytes !== undefined && {
        maxSizeMb: rotateAtBytes / 2 ** 20,
        maxBackupCount: MOST_FILES,
        minRotationIntervalMs: 0,
      }),
    },
  });
  if (!ok) throw new Error(problems.map(({ text }) => text).join());
  const log = getLogger();
  return (message, context) => log.info(message, context);
}
