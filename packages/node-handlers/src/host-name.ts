import { hostname } from "node:os";

/** Name of this machine or pod; empty where the system does not say it. Never throws. */
export function hostName(): string {
  try {
    return hostname();
  } catch {
    return "";
  }
}
