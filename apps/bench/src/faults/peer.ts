/** A logger in the set-up that its documentation shows for a file. */
export interface FaultPeer {
  /**
   * Opens it on a file.
   *
   * @param rotateAtBytes size at which it rotates, keeping all files; undefined for no rotation
   * @throws {Error} when it has no rotation of its own
   */
  open(path: string, rotateAtBytes?: number): Promise<LogOne> | LogOne;
  /** Whether it can rotate. */
  readonly rotates: boolean;
}

/** Logs one message with a context. */
export type LogOne = (message: string, context?: Readonly<Record<string, unknown>>) => void;
