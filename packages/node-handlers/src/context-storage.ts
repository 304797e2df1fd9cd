import { AsyncLocalStorage } from "node:async_hooks";
import type { ContextStorage, Layer } from "@agora/core";

/** Makes a storage that follows asynchronous calls: promises, timers, events. */
export function createContextStorage(): ContextStorage {
  const storage = new AsyncLocalStorage<readonly Layer[]>();
  return {
    get: () => storage.getStore(),
    run: (layers, body) => storage.run(layers, body),
  };
}
