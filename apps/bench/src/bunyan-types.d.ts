declare module "bunyan" {
  /** What is used of bunyan here; it has no types of its own. */
  interface BunyanLogger {
    child(fields: object): BunyanLogger;
    info(fields: object, message: string): void;
  }
  const bunyan: {
    createLogger(options: object): BunyanLogger;
    readonly stdSerializers: { readonly err: unknown };
  };
  export default bunyan;
}
