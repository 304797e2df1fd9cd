import { getFileSink, getRotatingFileSink } from "@logtape/file";
import { configure, getLogger, jsonLinesFormatter } from "@logtape/logtape";
import bunyan from "bunyan";
import winston from "winston";
import type { FaultPeer, LogOne } from "../peer.ts";

const MOST_FILES = 10_000;

/** The File transport with JSON, and its own rotation. */
export const winstonFile: FaultPeer = {
  rotates: true,
  open: (path, rotateAtBytes) => {
    const rotation = rotateAtBytes === undefined ? {} : { maxsize: rotateAtBytes, maxFiles: MOST_FILES };
    const log = winston.createLogger({
      format: winston.format.json(),
      transports: [new winston.transports.File({ filename: path, ...rotation })],
    });
    return (message, context) => void log.info(message, context);
  },
};

/** A file stream. */
export const bunyanFile: FaultPeer = {
  rotates: false,
  open: (path) => {
    const log = bunyan.createLogger({ name: "faults", streams: [{ path }] });
    return (message, context) => log.info(context ?? {}, message);
  },
};

/** Its file sink, which blocks. */
export const logtapeFile: FaultPeer = {
  rotates: true,
  open: (path, rotateAtBytes) => openLogtape(path, rotateAtBytes, false),
};

/** Its file sink without blocking. */
export const logtapeNonBlocking: FaultPeer = {
  rotates: true,
  open: (path, rotateAtBytes) => openLogtape(path, rotateAtBytes, true),
};

async function openLogtape(
  path: string,
  rotateAtBytes: number | undefined,
  nonBlocking: boolean,
): Promise<LogOne> {
  const options = { formatter: jsonLinesFormatter, ...(nonBlocking && { nonBlocking: true as const }) };
  const sink =
    rotateAtBytes === undefined
      ? getFileSink(path, options)
      : getRotatingFileSink(path, { ...options, maxSize: rotateAtBytes, maxFiles: MOST_FILES });
  await configure({
    sinks: { file: sink },
    loggers: [
      { category: ["faults"], lowestLevel: "info", sinks: ["file"] },
      { category: ["logtape", "meta"], lowestLevel: "fatal", sinks: ["file"] },
    ],
  });
  const log = getLogger(["faults"]);
  return (message, context) => log.info(message, context ?? {});
}
