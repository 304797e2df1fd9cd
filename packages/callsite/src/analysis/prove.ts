import type { CallExpression, MemberExpression, Node, TSType } from "oxc-parser";
import { memberName, unwrap } from "./ast.ts";
import { exportedName } from "./scope.ts";
import type { Binding, Scope, Source } from "./scope.ts";
import type { ClassFacts, Facts } from "./facts.ts";

/** The methods that write an entry and take a place. */
export const LOG_METHODS: ReadonlySet<string> = new Set([
  "debug",
  "info",
  "warning",
  "warn",
  "error",
  "critical",
  "timer",
]);

/**
 * What an expression is: a logger of ours, one that reports its caller, a level method, a module of ours, something that
 * makes loggers, something else with all its members (`foreign`), something else whose members may be ours (`plain`), or
 * not known.
 */
export type Kind =
  | "logger"
  | "caller"
  | "method"
  | "module"
  | "userModule"
  | "factory"
  | "callerFactory"
  | "runtime"
  | "runtimeFactory"
  | "binder"
  | "foreign"
  | "plain"
  | "unknown";

/** What the proof needs to know of the options. */
export interface ProofSettings {
  /** Whether a module specifier is ours, or one of the user's that hands out our loggers. */
  readonly moduleKind: (specifier: string) => "ours" | "user" | undefined;
  /** Whether a dotted name is that of a logger. */
  readonly isLoggerName: (dotted: string) => boolean;
}

// Loggers whose level methods have the same names: they never need the guard.
const FOREIGN_PACKAGES =
  /^(?:pino|winston|bunyan|log4js|loglevel|signale|consola|debug|tslog|roarr|npmlog|@logtape\/.*|node:.*)$/;
const FACTORY_NAME = /^(?:get|create|make|use|child)(?:[A-Z]\w*)?(?:Log|Logger)$/;

/** Judges the expressions of one file. */
export class Prover {
  readonly #facts: Facts;
  readonly #settings: ProofSettings;
  readonly #known = new Map<Binding, Kind | "open">();

  constructor(facts: Facts, settings: ProofSettings) {
    this.#facts = facts;
    this.#settings = settings;
  }

  kindOf(node: Node, scope: Scope): Kind {
    const inner = unwrap(node);
    switch (inner.type) {
      case "Identifier": {
        const binding = scope.find(inner.name);
        return binding === undefined ? globalKind(inner.name) : this.#ofBinding(binding);
      }
      case "MemberExpression":
        return this.#ofMember(inner, scope);
      case "CallExpression":
        return this.#ofCall(inner, scope);
      case "AwaitExpression":
        return this.#ofAwait(inner.argument, scope);
      case "SequenceExpression":
        return this.kindOf(inner.expressions.at(-1) as Node, scope);
      case "AssignmentExpression":
        return inner.operator === "=" ? this.kindOf(inner.right, scope) : "unknown";
      case "ConditionalExpression":
        return same(this.kindOf(inner.consequent, scope), this.kindOf(inner.alternate, scope));
      case "LogicalExpression":
        return same(this.kindOf(inner.left, scope), this.kindOf(inner.right, scope));
      case "ObjectExpression":
      case "ArrayExpression":
      case "ArrowFunctionExpression":
      case "FunctionExpression":
      case "ClassExpression":
      case "Literal":
      case "TemplateLiteral":
        return "plain";
      default:
        return "unknown";
    }
  }

  #ofBinding(binding: Binding): Kind {
    const known = this.#known.get(binding);
    if (known !== undefined) return known === "open" ? "unknown" : known;
    // A name that is defined by itself proves nothing.
    this.#known.set(binding, "open");
    const kind = this.#judge(binding);
    this.#known.set(binding, kind);
    return kind;
  }

  #judge(binding: Binding): Kind {
    if (binding.imported !== undefined) {
      return this.#ofImport(binding.imported.module, binding.imported.name, true);
    }
    const ofType = binding.type && this.#ofType(binding.type);
    if (ofType !== undefined) return ofType;
    if (binding.kind === "function" && binding.node !== undefined) {
      const { returnType } = binding.node as { returnType?: { typeAnnotation: TSType } | null };
      if (returnType === undefined || returnType === null) return "unknown";
      return this.#ofType(returnType.typeAnnotation) === "logger" ? "factory" : "unknown";
    }
    if (binding.isOpen || binding.sources.length === 0) return "unknown";
    return binding.sources.map((source) => this.#ofSource(source)).reduce(same);
  }

  #ofSource({ value, scope, path }: Source): Kind {
    return path.reduce<Kind>((kind, name) => this.#member(kind, name), this.kindOf(value, scope));
  }

  #ofImport(module: string, name: string, isImport = false): Kind {
    const kind = this.#settings.moduleKind(module);
    if (kind === undefined) {
      if (FOREIGN_PACKAGES.test(module)) return "foreign";
      // The module itself is no logger, whatever its name; handing it to a guard would keep all of it in a bundle.
      return name === "*" && isImport ? "plain" : "unknown";
    }
    const whole = kind === "ours" ? "module" : "userModule";
    if (name === "*") return whole;
    // A default import may be the module itself, as CommonJS is seen from ES modules.
    if (name === "default") return kind === "ours" ? "module" : "logger";
    return this.#member(whole, name);
  }

  /** What a member of something of this kind is. */
  #member(kind: Kind, name: string): Kind {
    switch (kind) {
      case "module":
        if (name === "default") return "module";
        return name === "getLogger" ? "factory" : name === "createRuntime" ? "runtimeFactory" : "unknown";
      case "userModule":
        if (name === "default") return "logger";
        if (FACTORY_NAME.test(name)) return "factory";
        return this.#settings.isLoggerName(name) ? "logger" : "unknown";
      case "runtime":
        return name === "getLogger" ? "factory" : "unknown";
      case "logger":
      case "caller":
        if (LOG_METHODS.has(name)) return kind === "logger" ? "method" : "unknown";
        if (name === "child" || name === "withContext")
          return kind === "logger" ? "factory" : "callerFactory";
        return name === "callerOf" ? "callerFactory" : "unknown";
      case "method":
        return name === "bind" ? "binder" : "unknown";
      case "foreign":
        return "foreign";
      default:
        return "unknown";
    }
  }

  #ofMember(node: MemberExpression, scope: Scope): Kind {
    const name = memberName(node);
    if (name === undefined) return "unknown";
    const object = unwrap(node.object);
    const exported = exportedName(node, scope);
    if (exported !== undefined) return this.#ofField(this.#facts.exports.find(exported));
    if (object.type === "ThisExpression") {
      const self = this.#facts.selfOf.get(object);
      if (self !== undefined) return this.#ofClassField(self.facts, self.isStatic, name);
    }
    if (object.type === "Identifier") {
      const binding = scope.find(object.name);
      const facts = binding?.kind === "class" && binding.node && this.#facts.classes.get(binding.node);
      if (facts) return this.#ofClassField(facts, true, name);
    }
    return this.#member(this.kindOf(object, scope), name);
  }

  #ofClassField(facts: ClassFacts, isStatic: boolean, name: string, depth = 0): Kind {
    const field = (isStatic ? facts.statics : facts.instance).find(name);
    if (field !== undefined) return this.#ofField(field);
    const base = facts.node.superClass && unwrap(facts.node.superClass);
    if (base?.type !== "Identifier" || depth > 8) return "unknown";
    const node = facts.scope.find(base.name)?.node;
    const baseFacts = node && this.#facts.classes.get(node);
    return baseFacts ? this.#ofClassField(baseFacts, isStatic, name, depth + 1) : "unknown";
  }

  #ofField(field: Binding | undefined): Kind {
    return field === undefined ? "unknown" : this.#ofBinding(field);
  }

  #ofCall(node: CallExpression, scope: Scope): Kind {
    const callee = unwrap(node.callee);
    const first = node.arguments[0];
    if (callee.type === "Identifier" && first !== undefined && scope.find(callee.name) === undefined) {
      // What compilers write around `require`.
      if (callee.name === "require") return this.#ofRequire(first);
    }
    if (first !== undefined && isInterop(callee)) return this.kindOf(first, scope);
    switch (this.kindOf(callee, scope)) {
      case "factory":
        return "logger";
      case "callerFactory":
        return "caller";
      case "runtimeFactory":
        return "runtime";
      case "binder":
        return node.arguments.length <= 1 && first?.type !== "SpreadElement" ? "method" : "unknown";
      case "foreign":
        return "foreign";
      default:
        return "unknown";
    }
  }

  #ofRequire(argument: Node): Kind {
    return argument.type === "Literal" && typeof argument.value === "string"
      ? this.#ofImport(argument.value, "*")
      : "unknown";
  }

  #ofAwait(argument: Node, scope: Scope): Kind {
    const inner = unwrap(argument);
    if (inner.type === "ImportExpression") return this.#ofRequire(inner.source);
    const kind = this.kindOf(inner, scope);
    return kind === "foreign" ? "unknown" : kind;
  }

  /** `Logger`, `Logger<C>`, `agora.Logger`, `Logger | undefined`; undefined for types that say nothing. */
  #ofType(type: TSType): "logger" | "foreign" | undefined {
    if (type.type === "TSUnionType") {
      const real = type.types.filter(
        ({ type: name }) => name !== "TSUndefinedKeyword" && name !== "TSNullKeyword",
      );
      const [first, ...others] = real.map((member) => this.#ofType(member));
      return others.every((other) => other === first) ? first : undefined;
    }
    if (type.type !== "TSTypeReference") return undefined;
    const name = type.typeName;
    const root = name.type === "TSQualifiedName" ? name.left : name;
    if (root.type !== "Identifier") return undefined;
    const imported = this.#facts.imports.get(root.name);
    if (imported === undefined) return undefined;
    if (this.#settings.moduleKind(imported.module) === undefined) {
      return FOREIGN_PACKAGES.test(imported.module) ? "foreign" : undefined;
    }
    const isQualified = name.type === "TSQualifiedName";
    const member = isQualified ? name.right.name : imported.name;
    return member === "Logger" && (!isQualified || imported.name === "*") ? "logger" : undefined;
  }
}

function isInterop(callee: Node): boolean {
  const name =
    callee.type === "Identifier"
      ? callee.name
      : callee.type === "MemberExpression"
        ? memberName(callee)
        : undefined;
  return (
    name !== undefined &&
    /^_*(?:importStar|importDefault|interop_?[rR]equire_?(?:Default|Wildcard|default|wildcard))$/.test(name)
  );
}

function globalKind(name: string): Kind {
  return name === "console" ? "foreign" : "unknown";
}

function same(left: Kind, right: Kind): Kind {
  return left === right ? left : "unknown";
}
