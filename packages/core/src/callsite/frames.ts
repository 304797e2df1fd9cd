import type { AnyFunction } from "../ports.ts";

/** What V8 says of a frame, as far as it is used here. Other engines have only a part of it. */
export interface Frame {
  getFileName(): string | null | undefined;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
  getPosition?(): number;
  getFunctionName(): string | null;
  getEvalOrigin?(): string | undefined;
  getEnclosingLineNumber?(): number | null;
  getEnclosingColumnNumber?(): number | null;
  isEval(): boolean;
  isNative(): boolean;
  isAsync?(): boolean;
}

/** The members of Error that V8 has and no standard names. */
interface V8Error {
  stackTraceLimit?: number;
  prepareStackTrace?: unknown;
  captureStackTrace?(target: object, below: AnyFunction): void;
}

const v8 = Error as V8Error;

/** Whether this engine can say who called a function at all. */
export function canCapture(): boolean {
  return typeof v8.captureStackTrace === "function";
}

/** Whether frames can be had as objects: not where Error is frozen. */
export function canReplaceHooks(): boolean {
  return isReplaceable("stackTraceLimit") && isReplaceable("prepareStackTrace");
}

function isReplaceable(name: keyof V8Error): boolean {
  const descriptor = Object.getOwnPropertyDescriptor(v8, name);
  return descriptor === undefined ? Object.isExtensible(v8) : descriptor.writable === true;
}

const keepFrames = (_: unknown, frames: Frame[]): Frame[] => frames;

/** The first frames above a function. The hooks of others are put back before anything else can run. */
export function framesAbove(method: AnyFunction, limit: number): Frame[] {
  const hadLimit = Object.hasOwn(v8, "stackTraceLimit");
  const hadHook = Object.hasOwn(v8, "prepareStackTrace");
  const { stackTraceLimit, prepareStackTrace } = v8;
  const holder: { stack?: unknown } = {};
  try {
    v8.stackTraceLimit = limit;
    v8.prepareStackTrace = keepFrames;
    v8.captureStackTrace?.(holder, method);
    // The hook runs when the stack is read.
    return Array.isArray(holder.stack) ? holder.stack : [];
  } finally {
    if (hadLimit) v8.stackTraceLimit = stackTraceLimit as number;
    else delete v8.stackTraceLimit;
    if (hadHook) v8.prepareStackTrace = prepareStackTrace;
    else delete v8.prepareStackTrace;
  }
}

/** The same as text, in the form of this engine; empty where there is none. */
export function stackText(method: AnyFunction): string {
  const holder: { stack?: unknown } = {};
  v8.captureStackTrace?.(holder, method);
  return typeof holder.stack === "string" ? holder.stack : "";
}

/**
 * What somebody else's hook makes of a frame: programs that compile while they load (ts-node, test runners) install one
 * that knows the source. Undefined where there is none, or where it makes something else than text.
 */
export function foreignText(frame: Frame): string | undefined {
  const { prepareStackTrace } = v8;
  if (typeof prepareStackTrace !== "function") return undefined;
  try {
    const text: unknown = Reflect.apply(prepareStackTrace, Error, [new Error("place"), [frame]]);
    return typeof text === "string" ? text : undefined;
  } catch {
    return undefined;
  }
}
