import type { Handler, Route } from "@agora/core";
import type { LogConfig } from "@agora/schema/config";
import { CONFIG_FIELDS } from "@agora/schema/tables";
import type { ConfigField } from "@agora/schema/tables";
import { EnvironmentReader, fitText, isPerLevel } from "./environment.ts";
import type { Environment } from "./environment.ts";
import { fitValue } from "./fit-value.ts";
import type { Fit, Form } from "./fit-scalar.ts";
import { badValue, missingValue } from "./problem.ts";
import type { ConfigProblem, ConfigSource, Provenance } from "./problem.ts";
import { nameIn, NOTHING_GIVEN, readTree } from "./read-tree.ts";
import type { Given } from "./read-tree.ts";
import type { ResolvedConfig } from "./resolved-config.ts";
import { nameOf, settle } from "./settle.ts";

/** A configuration in code: every field may be left out, in every section. */
export interface ConfigInput extends Partial<LogConfig> {
  /** Further handlers, or routes to them. They belong to the logger from now on: it closes them. Only in code. */
  readonly handlers?: readonly (Handler | Route)[];
}

/** A file that was read: what it says, or why it says nothing. */
export interface ConfigFile {
  readonly path: string;
  /** The parsed text, with names as in files; absent where there is a problem. */
  readonly tree?: unknown;
  readonly problem?: ConfigProblem | undefined;
}

/** Everything that a configuration is made of. */
export interface ConfigSources {
  /** What code says. Unlike its type it may be anything. */
  readonly code?: ConfigInput | undefined;
  readonly file?: ConfigFile | undefined;
  readonly environment?: Environment | undefined;
  /** Wins over everything: for tests and tools. */
  readonly overrides?: ConfigInput | undefined;
  /** The policy of redaction that languages share; it counts below code. */
  readonly policy?: ConfigFile | undefined;
}

/** What `resolveConfig` found. */
export interface Resolution {
  readonly config: ResolvedConfig;
  /**
   * Where each field's value came from, by the name it has in code, such as `console.format`. Of a map, such as
   * `levels`, the strongest source that says anything.
   */
  readonly sources: Readonly<Record<string, Provenance>>;
  /** What is wrong, in the order of the sources. The next source was used instead. */
  readonly problems: readonly ConfigProblem[];
}

/** One value that a source has for a field. */
interface Candidate extends Provenance {
  readonly fit: Fit;
  /** The field as the source spells it. */
  readonly spelt: string;
}

/**
 * Decides every field of the configuration: overrides come before the environment, the environment before a file, a
 * file before code, and code before the defaults. Maps, such as `levels`, are put together name by name.
 *
 * What does not fit is a problem, and the next source counts: a configuration never stops a service. Never throws,
 * whatever it is given.
 */
export function resolveConfig(sources: ConfigSources): Resolution {
  const resolver = new Resolver(sources);
  const values = new Map<string, unknown>();
  const provenance: Record<string, Provenance> = {};
  for (const field of CONFIG_FIELDS) {
    const usable = resolver.candidates(field).filter(({ fit }) => fit.value !== undefined);
    const [first] = usable;
    values.set(
      field.typescript,
      MAPS.has(field.kind) ? merged(field, usable) : (first?.fit.value ?? copyOf(field.default)),
    );
    provenance[field.typescript] =
      first === undefined ? { source: "default" } : { source: first.source, name: first.name };
    if (field.required && first === undefined) resolver.miss(field);
  }
  const { problems } = resolver;
  const config = settle({ values, sources: provenance, problems });
  const configFile =
    sources.file !== undefined && sources.file.problem === undefined ? sources.file.path : undefined;
  return { config: { ...config, configFile }, sources: provenance, problems };
}

const MAPS: ReadonlySet<ConfigField["kind"]> = new Set(["object", "texts", "levels", "rates"]);

function copyOf(value: ConfigField["default"]): unknown {
  return Array.isArray(value) ? [...(value as unknown[])] : value;
}

/** The strongest source that has a name says what it is. */
function merged(field: ConfigField, candidates: readonly Candidate[]): object {
  const maps = [...candidates.map(({ fit }) => fit.value as object), field.default as object].toReversed();
  // A member may be called `__proto__`.
  return Object.fromEntries(maps.flatMap((map) => Object.entries(map)));
}

/** A source that is a tree of values. */
interface Tree {
  readonly given: Given;
  readonly form: Form;
  readonly from: Provenance;
}

class Resolver {
  readonly problems: ConfigProblem[] = [];
  readonly #environment: EnvironmentReader;
  readonly #trees: readonly Tree[];
  readonly #missing = new Set<string>();

  constructor({ overrides, environment, file, code, policy }: ConfigSources) {
    this.#environment = new EnvironmentReader(environment ?? {});
    this.#trees = [
      {
        given: given(overrides, "typescript", "overrides"),
        form: "typescript",
        from: { source: "overrides" },
      },
      { given: givenBy(file, ""), form: "file", from: { source: "file", name: file?.path } },
      { given: given(code, "typescript", "code"), form: "typescript", from: { source: "code" } },
      { given: givenBy(policy, "redact"), form: "file", from: { source: "policy", name: policy?.path } },
    ];
    this.problems.push(...this.#environment.unknown());
    for (const tree of this.#trees) this.problems.push(...tree.given.problems);
  }

  /** All values of a field, the strongest first. What does not fit becomes a problem. */
  candidates(field: ConfigField): Candidate[] {
    const [overrides, ...others] = this.#trees.map((tree) => this.#inTree(field, tree));
    const all = [...(overrides ?? []), ...this.#inEnvironment(field), ...others.flat()];
    for (const { fit, spelt, ...from } of all) {
      if (fit.value === undefined && field.required) this.#missing.add(field.typescript);
      this.problems.push(...fit.misfits.map((misfit) => badValue(field, spelt, misfit, nameOf(from))));
    }
    return all;
  }

  /** Nobody gave a field that must be given; a bad value has been reported already. */
  miss(field: ConfigField): void {
    if (!this.#missing.has(field.typescript)) this.problems.push(missingValue(field));
  }

  #inTree(field: ConfigField, { given: { values }, form, from }: Tree): Candidate[] {
    if (!values.has(field.typescript)) return [];
    return [
      { ...from, spelt: nameIn(field, form), fit: fitValue(field, values.get(field.typescript), form) },
    ];
  }

  #inEnvironment(field: ConfigField): Candidate[] {
    const source: ConfigSource = "environment";
    const spelt = field.typescript;
    return isPerLevel(field)
      ? this.#environment.perLevel(field).map((each) => ({ source, spelt, ...each }))
      : this.#environment
          .variables(field)
          .map(({ name, text }) => ({ source, name, spelt, fit: fitText(field, text) }));
  }
}

function given(tree: unknown, form: Form, source: string): Given {
  return tree === undefined ? NOTHING_GIVEN : readTree(tree, form, source);
}

function givenBy(file: ConfigFile | undefined, section: string): Given {
  if (file === undefined) return NOTHING_GIVEN;
  if (file.problem !== undefined) return { values: new Map(), problems: [file.problem] };
  // A file with nothing in it says nothing.
  if (file.tree === undefined || file.tree === null) return NOTHING_GIVEN;
  return readTree(section === "" ? file.tree : { [section]: file.tree }, "file", file.path);
}
