import { CONFIG_FIELDS } from "@agora/schema/tables";
import type { ConfigField } from "@agora/schema/tables";
import type { Form } from "./fit-scalar.ts";
import { nearestName } from "./near.ts";
import { notAConfiguration, problem, unknownName } from "./problem.ts";
import type { ConfigProblem } from "./problem.ts";

/** What a source says, by the name that each field has in TypeScript. */
export interface Given {
  readonly values: ReadonlyMap<string, unknown>;
  readonly problems: readonly ConfigProblem[];
}

/** Nothing. */
export const NOTHING_GIVEN: Given = { values: new Map(), problems: [] };

/** What may stand beside the fields: the address of the schema, which editors look for; what only code can give. */
const NO_FIELD: Readonly<Record<Form, string>> = { file: "$schema", typescript: "handlers" };

/** More members than this are not looked at: no configuration has as many. */
const MOST_MEMBERS = 1_000;
/** More problems than this are not reported one by one. */
const MOST_PROBLEMS = 50;

/** The name of a field as a form spells it. */
export function nameIn(field: ConfigField, form: Form): string {
  return form === "file" ? field.name : field.typescript;
}

/**
 * Reads a tree of values: a configuration in code, or a parsed file. Code without types may give anything, also what
 * throws when it is read; that is a problem of the member, and the others count. Never throws.
 *
 * @param source where the tree comes from, for the problems.
 */
export function readTree(tree: unknown, form: Form, source: string): Given {
  const reader = new TreeReader(form, source);
  try {
    if (typeof tree === "object" && tree !== null && !Array.isArray(tree)) reader.read(tree, "");
    else reader.problems.push(notAConfiguration(tree, source));
  } catch {
    // A proxy that has been revoked, or whose traps throw.
    reader.problems.push(notAConfiguration(tree, source));
  }
  return { values: reader.values, problems: reader.problems.slice(0, MOST_PROBLEMS) };
}

class TreeReader {
  readonly values = new Map<string, unknown>();
  readonly problems: ConfigProblem[] = [];
  readonly #form: Form;
  readonly #source: string;
  readonly #fields: ReadonlyMap<string, ConfigField>;
  readonly #sections: ReadonlySet<string>;

  constructor(form: Form, source: string) {
    this.#form = form;
    this.#source = source;
    this.#fields = new Map(CONFIG_FIELDS.map((field) => [nameIn(field, form), field]));
    this.#sections = new Set([...this.#fields.keys()].flatMap((name) => name.split(".").slice(0, -1)));
  }

  read(tree: object, prefix: string): void {
    for (const name of Object.keys(tree).slice(0, MOST_MEMBERS)) {
      const path = `${prefix}${name}`;
      try {
        this.#take(path, (tree as Record<string, unknown>)[name]);
      } catch {
        const wrong = "throws when it is read";
        this.problems.push(problem(path, "a member", this.#source, wrong, "use a plain object"));
      }
    }
  }

  #take(path: string, value: unknown): void {
    // A file says `console:` and nothing behind it; what is undefined in code was not given either.
    if (value === undefined || (value === null && this.#form === "file")) return;
    const field = this.#fields.get(path);
    if (this.#sections.has(path)) {
      if (typeof value === "object" && value !== null && !Array.isArray(value)) this.read(value, `${path}.`);
      else this.#refuse(path, value, `an object for ${path}`);
    } else if (field === undefined) {
      if (path !== NO_FIELD[this.#form]) this.#refuse(path, value, this.#near(path));
    } else if (this.#form === "file" && field.notInFile === true) {
      const remedy = field.env === undefined ? "give it in code" : `give it in code or as ${field.env}`;
      this.problems.push(problem(path, typeof value, this.#source, "cannot stand in a file", remedy));
    } else {
      this.values.set(field.typescript, value);
    }
  }

  #refuse(path: string, value: unknown, near: string | undefined): void {
    this.problems.push(unknownName(path, value, this.#source, near));
  }

  #near(path: string): string | undefined {
    return nearestName(path, [...this.#fields.keys(), ...this.#sections]);
  }
}
