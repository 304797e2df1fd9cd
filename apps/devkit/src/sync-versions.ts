// Run after `changeset version`, which knows the npm packages only.

import { root } from "./bootstrap/places.mjs";
import { syncVersions } from "./checks/manifests.ts";

process.stdout.write(`all packages are at ${syncVersions(root)}\n`);
