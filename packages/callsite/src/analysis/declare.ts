import type { Function as FunctionNode, Node, TSType } from "oxc-parser";
import { forEachChild, unwrap } from "./ast.ts";
import type { ClassFacts, Walk } from "./facts.ts";
import type { Scope } from "./scope.ts";

/** Declares what an import brings. */
export function declareImport(
  facts: Walk,
  node: Extract<Node, { type: "ImportDeclaration" }>,
  scope: Scope,
): void {
  for (const specifier of node.specifiers) {
    const name =
      specifier.type === "ImportSpecifier"
        ? specifier.imported.type === "Identifier"
          ? specifier.imported.name
          : specifier.imported.value
        : specifier.type === "ImportDefaultSpecifier"
          ? "default"
          : "*";
    bring(facts, scope, specifier.local.name, node.source.value, name);
  }
}

/** Declares `import x = require("m")`; false for other forms, which run an expression. */
export function declareImportEquals(
  facts: Walk,
  node: Extract<Node, { type: "TSImportEqualsDeclaration" }>,
  scope: Scope,
): boolean {
  const from = node.moduleReference;
  if (from.type !== "TSExternalModuleReference") return false;
  bring(facts, scope, node.id.name, from.expression.value, "*");
  return true;
}

function bring(facts: Walk, scope: Scope, local: string, module: string, name: string): void {
  const imported = { module, name };
  facts.imports.set(local, imported);
  scope.declare(local, { kind: "import", imported, sources: [], isOpen: false });
}

/** `constructor(private readonly logger: Logger)` makes a field. */
export function declareParameterFields(
  constructor: FunctionNode,
  scope: Scope,
  { instance }: ClassFacts,
): void {
  for (const parameter of constructor.params) {
    if (parameter.type !== "TSParameterProperty") continue;
    const target = parameter.parameter;
    const identifier = target.type === "AssignmentPattern" ? target.left : target;
    if (identifier.type !== "Identifier") continue;
    const type: TSType | undefined = identifier.typeAnnotation?.typeAnnotation;
    // Without a type, nothing is known of what is given.
    const unknown = { value: identifier as Node, scope, path: [] };
    instance.add(identifier.name, type === undefined ? unknown : undefined, type);
  }
}

/** `[log] = …` and `({ log } = …)`: what the names get is not followed. */
export function openTargets(facts: Walk, target: Node, scope: Scope): void {
  const inner = unwrap(target);
  if (inner.type === "Identifier") facts.writes.push({ name: inner.name, scope, source: undefined });
  else if (inner.type !== "MemberExpression")
    forEachChild(inner, (child) => openTargets(facts, child, scope));
}
