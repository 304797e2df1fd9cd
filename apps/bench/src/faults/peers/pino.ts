import pino from "pino";
import type { FaultPeer } from "../peer.ts";

const rotates = false;

/** One write a line. */
export const pinoSync: FaultPeer = {
  rotates,
  open: (path) => {
    const log = pino(pino.destination({ dest: path, sync: true }));
    return (message, context) => log.info(context ?? {}, message);
  },
};

/** Its asynchronous destination. */
export const pinoAsync: FaultPeer = {
  rotates,
  open: (path) => {
    const log = pino(pino.destination({ dest: path, sync: false }));
    return (message, context) => log.info(context ?? {}, message);
  },
};

/** The file transport, in a worker thread: what its documentation recommends. */
export const pinoWorker: FaultPeer = {
  rotates,
  open: (path) => {
    const log = pino(pino.transport({ target: "pino/file", options: { destination: path } }));
    return (message, context) => log.info(context ?? {}, message);
  },
};
