// Which command installs a missing program on this system.

import { existsSync } from "node:fs";

/** @typedef {"python" | "compiler" | "cmake" | "venv"} Part */
/** @typedef {{ install: string, asRoot: boolean, names: Record<Part, string> }} Family */

/** @type {{ file: string, family: Family }[]} */
const families = [
  {
    file: "/etc/debian_version",
    family: {
      install: "apt-get install",
      asRoot: true,
      names: { python: "python3 python3-venv", compiler: "g++", cmake: "cmake", venv: "python3-venv" },
    },
  },
  {
    file: "/etc/fedora-release",
    family: {
      install: "dnf install",
      asRoot: true,
      names: { python: "python3", compiler: "gcc-c++", cmake: "cmake", venv: "python3-pip" },
    },
  },
  {
    file: "/etc/alpine-release",
    family: {
      install: "apk add",
      asRoot: true,
      names: { python: "python3", compiler: "g++", cmake: "cmake make", venv: "py3-pip" },
    },
  },
  {
    file: "/etc/arch-release",
    family: {
      install: "pacman -S",
      asRoot: true,
      names: { python: "python", compiler: "gcc", cmake: "cmake", venv: "python-pip" },
    },
  },
];

/** @type {Family} */
const homebrew = {
  install: "brew install",
  asRoot: false,
  names: { python: "python", compiler: "gcc", cmake: "cmake", venv: "python" },
};

/**
 * The command that installs the parts on this system.
 * @param {Part[]} parts
 * @returns {string} half a sentence, for example `install: sudo apt-get install g++ cmake`
 */
export function remedyFor(parts) {
  const family =
    process.platform === "darwin" ? homebrew : families.find(({ file }) => existsSync(file))?.family;
  if (family === undefined) return "install it with your system's package manager";
  const sudo = family.asRoot && process.getuid?.() !== 0 ? "sudo " : "";
  return `install: ${sudo}${family.install} ${parts.map((part) => family.names[part]).join(" ")}`;
}
