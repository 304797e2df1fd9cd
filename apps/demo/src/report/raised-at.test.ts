import { expect, test } from "vitest";
import { raisedAt } from "./raised-at.ts";

const V8 = `Error: no
    at JSON.parse (<anonymous>)
    at node:internal/modules/run_main:107:49
    at isOpen (file:///home/me/my%20repo/src/venues.ts:59:27)
    at async place (/home/me/my repo/src/orders.ts:9:1)`;

const PYTHON = `Traceback (most recent call last):
  File "/home/me/my repo/risk/checks.py", line 67, in check
    limits.of(account)
  File "/home/me/my repo/risk/limits.py", line 43, in of
    int(text)
  File "/usr/lib/python3/json.py", line 1, in loads
ValueError: no`;

test("the innermost frame below the folder is the place", () => {
  expect(raisedAt(V8, "/home/me/my repo")).toBe("src/venues.ts:59 isOpen");
  expect(raisedAt(PYTHON, "/home/me/my repo")).toBe("risk/limits.py:43 of");
  expect(raisedAt("Error: no\n    at /repo/a.js:1:2", "/repo")).toBe("a.js:1");
});

test("a stack without such a frame has no place", () => {
  expect(raisedAt(V8, "/elsewhere")).toBeUndefined();
  expect(raisedAt("", "/elsewhere")).toBeUndefined();
});
