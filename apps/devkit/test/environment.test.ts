import { describe, expect, test } from "vitest";
import { toolEnvironment } from "../src/bootstrap/environment.mjs";
import { varFolder, venvBin } from "../src/bootstrap/places.mjs";

describe("the environment of the tools", () => {
  test("has lost the settings that leave out development tools, in any spelling", () => {
    const env = toolEnvironment({
      NODE_ENV: "production",
      npm_config_omit: "dev",
      NPM_CONFIG_PRODUCTION: "true",
      npm_config_ignore_scripts: "true",
      pnpm_config_prod: "true",
      PIP_USER: "1",
    });
    for (const name of Object.keys(env)) {
      expect(name).not.toMatch(/^(?:NODE_ENV|PIP_USER|npm_config_(?:omit|production|ignore_scripts))$/i);
    }
  });

  test("keeps what the network needs", () => {
    const caller = {
      HTTPS_PROXY: "http://proxy",
      NODE_EXTRA_CA_CERTS: "/ca",
      npm_config_registry: "http://mirror",
    };
    expect(toolEnvironment(caller)).toMatchObject(caller);
  });

  test("keeps every cache in the checkout and puts our programs before the machine's", () => {
    const env = toolEnvironment({ PATH: "/usr/bin", npm_config_cache: "/home/someone/.npm" });
    expect(env["npm_config_cache"]).toContain(varFolder);
    expect(env["PIP_CACHE_DIR"]).toContain(varFolder);
    const path = env["PATH"]?.split(":") ?? [];
    expect(path.indexOf(venvBin)).toBeLessThan(path.indexOf("/usr/bin"));
  });
});
