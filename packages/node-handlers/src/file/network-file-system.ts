import { statfsSync } from "node:fs";
import { dirname } from "node:path";

/** What Linux says in `statfs` for file systems that keep neither O_APPEND nor O_EXCL for several machines. */
const NETWORK = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xff534d42, "CIFS"],
  [0xfe534d42, "SMB2"],
  [0x5346414f, "AFS"],
  [0x01021997, "9P"],
]);

/** The kind of network file system that a file is on; undefined for a local one, or where the system does not say. */
export function networkFileSystem(path: string): string | undefined {
  try {
    return process.platform === "linux" ? NETWORK.get(statfsSync(dirname(path)).type >>> 0) : undefined;
  } catch {
    return undefined;
  }
}
