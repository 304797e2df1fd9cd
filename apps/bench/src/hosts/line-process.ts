import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A program and its arguments. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

/** A process that answers each line with one line of JSON. */
export interface LineProcess {
  /** Sends a line, unless it is empty, and waits for the next answer. Rejects when the process ends or answers with `{"error"}`. */
  readonly ask: <T>(request: string) => Promise<T>;
  /** Ends the process by ending its stdin. */
  readonly close: () => void;
}

/** Starts such a process. What it says unasked is the answer to an empty request. */
export function startLineProcess({ command, args }: Command): LineProcess {
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.on("error", () => {});
  const ended = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signalName) => reject(new Error(`${command} ended (${signalName ?? code})`)));
  });
  ended.catch(() => {});
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    ask: async <T>(request: string) => {
      if (request !== "") child.stdin.write(`${request}\n`);
      const { value, done } = await Promise.race([answers.next(), ended]);
      if (done === true) return ended;
      const answer = JSON.parse(value) as T & { error?: string };
      if (answer.error !== undefined) throw new Error(`${command}: ${answer.error}`);
      return answer;
    },
    close: () => child.stdin.end(),
  };
}
