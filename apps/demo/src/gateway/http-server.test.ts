import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { startOrderServer } from "./http-server.ts";

const HOST = "127.0.0.1";

test.each([
  ["GET", "/orders", 405],
  ["POST", "/", 404],
  ["POST", "/orders", 201],
])("%s %s is answered by %i", async (method, path, status) => {
  const server = await startOrderServer(0, HOST, async () => ({ status: 201, body: {} }));
  const response = await fetch(`http://${HOST}:${server.port}${path}`, {
    method,
    ...(method === "POST" ? { body: "{}" } : {}),
  });

  expect(response.status).toBe(status);
  await server.stop();
});

test("a body that is too long is refused before it is read", async () => {
  const server = await startOrderServer(0, HOST, async () => ({ status: 201, body: {} }));
  const response = await fetch(`http://${HOST}:${server.port}/orders`, {
    method: "POST",
    body: "x".repeat(65_537),
  });

  expect(response.status).toBe(413);
  await server.stop();
});

test("stopping waits for the answer under way, and for no connection that was opened ahead", async () => {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const server = await startOrderServer(0, HOST, async () => {
    await promise;
    return { status: 201, body: { done: true } };
  });
  const ahead = connect(server.port, HOST);
  await once(ahead, "connect");
  const response = fetch(`http://${HOST}:${server.port}/orders`, { method: "POST", body: "{}" });
  await new Promise((wait) => setTimeout(wait, 100));
  const stopped = server.stop();
  resolve(undefined);

  expect(await (await response).json()).toEqual({ done: true });
  await stopped;
  await once(ahead, "close");
});
