import { vi } from "vitest";

/** Waits until a check does not throw any more, also on a machine that has much else to do. */
export function eventually(check: () => void, interval = 5): Promise<void> {
  return vi.waitFor(check, { timeout: 20_000, interval });
}
