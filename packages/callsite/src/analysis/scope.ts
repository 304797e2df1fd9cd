import type { Node, TSType } from "oxc-parser";
import { memberName, unwrap } from "./ast.ts";

/** A value that a name or a field gets: an expression, and the members that are taken out of it. */
export interface Source {
  readonly value: Node;
  readonly scope: Scope;
  /** `["a", "b"]` for `const { a: { b } } = value`. */
  readonly path: readonly string[];
}

/** What a name stands for in one scope. */
export interface Binding {
  readonly kind: "import" | "variable" | "parameter" | "function" | "class" | "other";
  /** For an import: the module, and the name there (`*` for all of it). */
  readonly imported?: { readonly module: string; readonly name: string };
  readonly type?: TSType;
  /** The function or class. */
  readonly node?: Node;
  /** All that is ever assigned. */
  readonly sources: Source[];
  /** Something is assigned that is not in `sources`. */
  isOpen: boolean;
}

/** The names of a block, a function or a file. */
export class Scope {
  readonly parent: Scope | undefined;
  readonly isFunction: boolean;
  readonly #bindings = new Map<string, Binding>();

  constructor(parent: Scope | undefined, isFunction: boolean) {
    this.parent = parent;
    this.isFunction = isFunction;
  }

  /** The scope that a `var` belongs to. */
  get functionScope(): Scope {
    return this.isFunction || this.parent === undefined ? this : this.parent.functionScope;
  }

  declare(name: string, binding: Binding): Binding {
    const before = this.#bindings.get(name);
    if (before === undefined) {
      this.#bindings.set(name, binding);
      return binding;
    }
    // A second `var`, or an overload.
    before.sources.push(...binding.sources);
    before.isOpen ||= binding.isOpen || binding.kind !== before.kind;
    return before;
  }

  find(name: string): Binding | undefined {
    return this.#bindings.get(name) ?? this.parent?.find(name);
  }
}

interface Declaration {
  readonly kind: "variable" | "parameter" | "other";
  /** Where the names go. */
  readonly target: Scope;
  readonly source?: Source;
  readonly isOpen: boolean;
}

/** Declares all names of a pattern. */
export function declarePattern(pattern: Node, declaration: Declaration): void {
  const { kind, target, source, isOpen } = declaration;
  switch (pattern.type) {
    case "Identifier": {
      const type = (pattern as { typeAnnotation?: { typeAnnotation: TSType } | null }).typeAnnotation
        ?.typeAnnotation;
      target.declare(pattern.name, {
        kind,
        sources: source === undefined ? [] : [source],
        isOpen,
        ...(type !== undefined && { type }),
      });
      break;
    }
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (property.type === "RestElement") {
          declarePattern(property.argument, { kind, target, isOpen: true });
          continue;
        }
        const name = propertyName(property);
        const inner =
          source === undefined || name === undefined
            ? undefined
            : { ...source, path: [...source.path, name] };
        declarePattern(property.value, {
          kind,
          target,
          isOpen: isOpen || inner === undefined,
          ...(inner && { source: inner }),
        });
      }
      break;
    case "ArrayPattern":
      for (const element of pattern.elements) {
        if (element !== null) declarePattern(element, { kind, target, isOpen: true });
      }
      break;
    case "AssignmentPattern":
      // Either the default or what was given.
      declarePattern(pattern.left, { kind, target, isOpen: true });
      break;
    case "RestElement":
      declarePattern(pattern.argument, { kind, target, isOpen: true });
      break;
    case "TSParameterProperty":
      declarePattern(pattern.parameter, declaration);
      break;
    default:
      break;
  }
}

/** The static name of a property of a pattern or an object; undefined for a computed one. */
export function propertyName(property: {
  readonly key: Node;
  readonly computed: boolean;
}): string | undefined {
  const { key, computed } = property;
  if (!computed) {
    if (key.type === "Identifier") return key.name;
    if (key.type === "PrivateIdentifier") return `#${key.name}`;
  }
  const inner = unwrap(key);
  if (inner.type !== "Literal") return undefined;
  return typeof inner.value === "string" || typeof inner.value === "number" ? String(inner.value) : undefined;
}

/** What assignments to members say: `exports.log = …`, `this.log = …`. */
export class Fields {
  readonly #fields = new Map<string, Binding>();

  add(name: string, source: Source | undefined, type?: TSType): void {
    const before = this.#fields.get(name);
    if (before === undefined) {
      this.#fields.set(name, {
        kind: "variable",
        sources: source === undefined ? [] : [source],
        isOpen: false,
        ...(type !== undefined && { type }),
      });
    } else if (source !== undefined) before.sources.push(source);
  }

  find(name: string): Binding | undefined {
    return this.#fields.get(name);
  }
}

/** `exports.x` or `module.exports.x`: the name `x`. */
export function exportedName(node: Node, scope: Scope): string | undefined {
  const inner = unwrap(node);
  if (inner.type !== "MemberExpression") return undefined;
  const object = unwrap(inner.object);
  const isExports =
    (object.type === "Identifier" && object.name === "exports" && scope.find("exports") === undefined) ||
    (object.type === "MemberExpression" &&
      memberName(object) === "exports" &&
      object.object.type === "Identifier" &&
      object.object.name === "module" &&
      scope.find("module") === undefined);
  return isExports ? memberName(inner) : undefined;
}
