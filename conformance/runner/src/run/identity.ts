import { randomUUID } from "node:crypto";
import { TesteeFailure } from "../testee/failure.ts";
import type { TesteeSession } from "../testee/session.ts";

/** How many cases with a random text a testee must answer. */
const CANARIES = 3;

/**
 * Asks for entries that nobody can have prepared: each must come back with its random message. A testee that plays
 * recorded answers, or that does not drive an encoder at all, fails here.
 *
 * @throws {TesteeFailure} of kind `harness` when an answer lacks its text.
 */
export async function checkIdentity(session: TesteeSession): Promise<void> {
  if (!session.hello.capabilities.includes("encode")) return;
  for (let index = 0; index < CANARIES; index += 1) {
    const nonce = randomUUID();
    const outcome = await session.run({
      id: `canary.${index}`,
      kind: "encode",
      config: { clock: { ns: "0" }, service: "canary" },
      input: { level: "INFO", message: nonce, file: "canary", line: 1, function: "canary" },
    });
    const text = "bytes_b64" in outcome ? Buffer.from(outcome.bytes_b64, "base64").toString("utf8") : "";
    if (!text.includes(nonce)) {
      throw new TesteeFailure(
        "harness",
        "an entry with a random message came back without it",
        session.stderrTail(),
      );
    }
  }
}
