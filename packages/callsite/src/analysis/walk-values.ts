import type { Node } from "oxc-parser";
import { unwrap } from "./ast.ts";
import type { Place, Walk } from "./facts.ts";
import { nameOfKey, nameOfTarget } from "./function-name.ts";

// How names reach the functions in an expression: as V8 has it, which names more than `Function.name`.

/** A default names the function that it is. */
export function visitDefault(
  facts: Walk,
  node: Extract<Node, { type: "AssignmentPattern" }>,
  { scope, frame }: Place,
): void {
  facts.visit(node.left, { scope, frame });
  facts.visit(node.right, { scope, frame, hint: nameOfTarget(unwrap(node.left)) });
}

/** A property names the function that it has. */
export function visitProperty(
  facts: Walk,
  node: Extract<Node, { type: "Property" }>,
  { scope, frame, owner }: Place,
): void {
  if (node.computed) facts.visit(node.key, { scope, frame });
  const hint = nameOfKey({ key: node.key, computed: node.computed }, scope);
  facts.visit(node.value, { scope, frame, hint, owner });
}

/** The members of an object know what the object is called. */
export function visitObject(
  facts: Walk,
  node: Extract<Node, { type: "ObjectExpression" }>,
  { scope, frame, owner }: Place,
): void {
  for (const property of node.properties) facts.visit(property, { scope, frame, owner });
}

/** A default names the function that it is. */
/** What is exported by default and has no name is called so. */
export function visitDefaultExport(
  facts: Walk,
  node: Extract<Node, { type: "ExportDefaultDeclaration" }>,
  { scope, frame }: Place,
): void {
  facts.visit(node.declaration, { scope, frame, hint: "default" });
}

/** Both values are named after what they are assigned to. */
export function visitConditional(
  facts: Walk,
  node: Extract<Node, { type: "ConditionalExpression" }>,
  place: Place,
): void {
  facts.visit(node.test, { scope: place.scope, frame: place.frame });
  facts.visit(node.consequent, place);
  facts.visit(node.alternate, place);
}

/** Behind `??` a function is named, behind `||` and `&&` it is not. */
export function visitLogical(
  facts: Walk,
  node: Extract<Node, { type: "LogicalExpression" }>,
  place: Place,
): void {
  const plain: Place = { scope: place.scope, frame: place.frame };
  facts.visit(node.left, plain);
  facts.visit(node.right, node.operator === "??" ? place : plain);
}

/** The last part is the value. */
export function visitSequence(
  facts: Walk,
  node: Extract<Node, { type: "SequenceExpression" }>,
  place: Place,
): void {
  for (const [index, part] of node.expressions.entries()) {
    const isLast = index === node.expressions.length - 1;
    facts.visit(part, isLast ? place : { scope: place.scope, frame: place.frame });
  }
}

/** Elements are named after the array. */
export function visitArray(
  facts: Walk,
  node: Extract<Node, { type: "ArrayExpression" }>,
  place: Place,
): void {
  for (const element of node.elements) if (element !== null) facts.visit(element, place);
}
