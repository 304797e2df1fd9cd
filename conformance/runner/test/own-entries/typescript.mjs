// Brings the library to say all that it says about itself; the entries are on standard output and standard error.
const { flush, getLogger, initialize, shutdown } = await import(process.argv[2]);

const log = getLogger("app");
log.info("before initialize");
let failures = 2;
const broken = {
  name: "broken",
  write() {
    if (failures-- > 0) throw new RangeError("no room");
  },
  flush() {},
  close() {},
};
initialize({ serviceName: "svc", console: { format: "json" }, handlers: [broken] });
for (const text of ["fails", "fails", "works"]) log.info(text);
await flush();
await shutdown();
log.info("dropped");
log.warning("after shutdown");
