import { join } from "node:path";
import { expect, test } from "vitest";
import { apiText } from "./api-text.ts";

test("the package has the public interface that is written down", async () => {
  const dist = join(import.meta.dirname, "..", "dist");

  await expect(apiText(dist, ["index.d.ts"])).toMatchFileSnapshot("api.snapshot.txt");
});
