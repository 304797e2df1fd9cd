import type {
  ArrowFunctionExpression,
  CallExpression,
  Class,
  MemberExpression,
  Node,
  Program,
} from "oxc-parser";
import type {
  AccessorProperty,
  Function as FunctionNode,
  MethodDefinition,
  PropertyDefinition,
} from "oxc-parser";
import { forEachChild, memberName, unwrap } from "./ast.ts";
import { declareImport, declareImportEquals, declareParameterFields, openTargets } from "./declare.ts";
import type { ClassFacts, Facts, Frame, Place, Walk } from "./facts.ts";
import { nameOfKey, nameOfTarget } from "./function-name.ts";
import {
  visitArray,
  visitConditional,
  visitDefault,
  visitDefaultExport,
  visitLogical,
  visitObject,
  visitProperty,
  visitSequence,
} from "./walk-values.ts";
import { declarePattern, exportedName, Fields, propertyName, Scope } from "./scope.ts";

// Playwright and Puppeteer run these functions in a page.
const RUNS_ELSEWHERE =
  /^(?:evaluate|evaluateHandle|evaluateAll|evaluateOnNewDocument|addInitScript|\$\$?eval|waitForFunction)$/;

/** Walks once through a file and collects its names, functions and calls. */
export function collectFacts(program: Program): Facts {
  const facts: Walk = {
    writes: [],
    visit: (node, place) => visit(facts, node, place),
    calls: [],
    passed: [],
    exports: new Fields(),
    imports: new Map(),
    frames: new Map(),
    classes: new Map(),
    selfOf: new Map(),
  };
  const frame: Frame = {
    name: "<module>",
    parent: undefined,
    node: program,
    self: undefined,
    owner: undefined,
  };
  facts.frames.set(program, frame);
  visitChildren(facts, program, { scope: new Scope(undefined, true), frame });
  for (const { name, scope, source } of facts.writes) {
    const binding = scope.find(name);
    if (binding === undefined) continue;
    if (source === undefined || binding.kind !== "variable") binding.isOpen = true;
    else binding.sources.push(source);
  }
  return facts;
}

function visitChildren(facts: Walk, node: Node, place: Place): void {
  const plain: Place = { scope: place.scope, frame: place.frame };
  forEachChild(node, (child) => visit(facts, child, plain));
}

function visit(facts: Walk, node: Node, place: Place): void {
  const visitor = VISITORS[node.type];
  if (visitor === undefined) visitChildren(facts, node, place);
  else visitor(facts, node, place);
}

type Visitor = (facts: Walk, node: never, place: Place) => void;
const skip: Visitor = () => {};
const inBlock: Visitor = (facts, node, { scope, frame }) =>
  visitChildren(facts, node, { scope: new Scope(scope, false), frame });
/** A hint goes through parentheses and type assertions. */
const passOn: Visitor = (facts, node: { expression: Node }, place) => visit(facts, node.expression, place);

const VISITORS: Record<string, (facts: Walk, node: Node, place: Place) => void> = Object.fromEntries(
  Object.entries({
    ImportDeclaration: (facts, node: Extract<Node, { type: "ImportDeclaration" }>, { scope }) =>
      declareImport(facts, node, scope),
    TSImportEqualsDeclaration: visitImportEquals,
    TSInterfaceDeclaration: skip,
    TSTypeAliasDeclaration: skip,
    TSDeclareFunction: skip,
    TSEmptyBodyFunctionExpression: skip,
    TSEnumDeclaration: visitEnum,
    TSModuleDeclaration: visitNamespace,
    VariableDeclaration: visitVariables,
    FunctionDeclaration: visitFunctionDeclaration,
    FunctionExpression: visitFunctionExpression,
    ArrowFunctionExpression: visitFunction,
    ClassDeclaration: visitClass,
    ClassExpression: visitClass,
    BlockStatement: inBlock,
    ForStatement: inBlock,
    ForInStatement: visitLoop,
    ForOfStatement: visitLoop,
    SwitchStatement: inBlock,
    CatchClause: visitCatch,
    AssignmentExpression: visitAssignment,
    AssignmentPattern: visitDefault,
    Property: visitProperty,
    ObjectExpression: visitObject,
    ExportDefaultDeclaration: visitDefaultExport,
    ParenthesizedExpression: passOn,
    TSAsExpression: passOn,
    TSSatisfiesExpression: passOn,
    TSNonNullExpression: passOn,
    TSTypeAssertion: passOn,
    TSInstantiationExpression: passOn,
    ConditionalExpression: visitConditional,
    LogicalExpression: visitLogical,
    SequenceExpression: visitSequence,
    ArrayExpression: visitArray,
    Decorator: visitDecorator,
    CallExpression: visitCall,
    MemberExpression: visitMemberParts,
    ThisExpression: visitThis,
  } satisfies Record<string, Visitor>),
) as Record<string, (facts: Walk, node: Node, place: Place) => void>;

function visitImportEquals(
  facts: Walk,
  node: Extract<Node, { type: "TSImportEqualsDeclaration" }>,
  place: Place,
): void {
  if (!declareImportEquals(facts, node, place.scope)) visitChildren(facts, node, place);
}

function visitEnum(facts: Walk, node: Extract<Node, { type: "TSEnumDeclaration" }>, place: Place): void {
  place.scope.declare(node.id.name, { kind: "other", sources: [], isOpen: true });
  if (!node.declare) visitChildren(facts, node.body, place);
}

function visitNamespace(
  facts: Walk,
  node: Extract<Node, { type: "TSModuleDeclaration" }>,
  { scope, frame }: Place,
): void {
  if (node.declare || node.kind === "global" || node.body === null) return;
  if (node.id.type === "Identifier")
    scope.declare(node.id.name, { kind: "other", sources: [], isOpen: true });
  const inner: Frame = { name: "<anonymous>", parent: frame, node, self: undefined, owner: undefined };
  facts.frames.set(node, inner);
  visitChildren(facts, node.body, { scope: new Scope(scope, true), frame: inner });
}

function visitVariables(
  facts: Walk,
  node: Extract<Node, { type: "VariableDeclaration" }>,
  place: Place,
): void {
  if (node.declare === true) return;
  const target = node.kind === "var" ? place.scope.functionScope : place.scope;
  for (const { id, init } of node.declarations) {
    declarePattern(id, {
      kind: "variable",
      target,
      isOpen: init === null && id.type !== "Identifier",
      ...(init !== null && { source: { value: init, scope: place.scope, path: [] } }),
    });
    // Defaults and computed keys run too.
    if (id.type !== "Identifier") visit(facts, id, { scope: place.scope, frame: place.frame });
    if (init !== null) {
      const name = id.type === "Identifier" ? id.name : undefined;
      visit(facts, init, { scope: place.scope, frame: place.frame, hint: name, owner: name });
    }
  }
}

/** What a loop gives to its names is not followed. */
function visitLoop(
  facts: Walk,
  node: Extract<Node, { type: "ForInStatement" | "ForOfStatement" }>,
  { scope, frame }: Place,
): void {
  const inner = new Scope(scope, false);
  visitChildren(facts, node, { scope: inner, frame });
  const { left } = node;
  const targets: Node[] =
    left.type === "VariableDeclaration" ? left.declarations.map(({ id }) => id) : [left];
  for (const target of targets) openTargets(facts, target, inner);
}

function visitFunctionDeclaration(facts: Walk, node: FunctionNode, place: Place): void {
  if (node.id !== null) {
    place.scope.declare(node.id.name, { kind: "function", node: node, sources: [], isOpen: false });
  }
  visitFunction(facts, node, place);
}

function visitFunctionExpression(facts: Walk, node: FunctionNode, place: Place): void {
  const scope = new Scope(place.scope, false);
  if (node.id !== null) {
    scope.declare(node.id.name, { kind: "function", node: node, sources: [], isOpen: false });
  }
  visitFunction(facts, node, { ...place, scope });
}

type Self = Frame["self"];

function visitFunction(
  facts: Walk,
  node: FunctionNode | ArrowFunctionExpression,
  place: Place,
  self?: Self,
): void {
  const isArrow = node.type === "ArrowFunctionExpression";
  const frame: Frame = {
    name: (isArrow ? undefined : node.id?.name) ?? place.hint ?? "<anonymous>",
    parent: place.frame,
    node: node,
    self: isArrow ? place.frame.self : self,
    owner: place.owner,
    isElsewhere: place.isElsewhere === true || place.frame.isElsewhere === true,
  };
  const scope = new Scope(place.scope, true);
  facts.frames.set(node, frame);
  for (const parameter of node.params) {
    declarePattern(parameter, { kind: "parameter", target: scope, isOpen: true });
    visit(facts, parameter, { scope, frame });
  }
  if (node.body === null) return;
  if (node.body.type === "BlockStatement") visitChildren(facts, node.body, { scope, frame });
  else visit(facts, node.body, { scope, frame });
}

function visitClass(facts: Walk, node: Class, place: Place): void {
  if (node.declare === true) return;
  const name = node.id?.name ?? place.hint;
  if (node.id !== null && node.type === "ClassDeclaration") {
    place.scope.declare(node.id.name, { kind: "class", node: node, sources: [], isOpen: false });
  }
  const scope = new Scope(place.scope, false);
  if (node.id !== null) {
    scope.declare(node.id.name, { kind: "class", node: node, sources: [], isOpen: false });
  }
  const classFacts: ClassFacts = { node, scope, instance: new Fields(), statics: new Fields() };
  facts.classes.set(node, classFacts);
  const outer: Place = { scope, frame: place.frame };
  for (const decorator of node.decorators) visit(facts, decorator, outer);
  if (node.superClass !== null) visit(facts, node.superClass, outer);
  for (const member of node.body.body) visitClassMember(facts, member, outer, classFacts, name);
}

function visitClassMember(
  facts: Walk,
  member: Node,
  place: Place,
  classFacts: ClassFacts,
  className: string | undefined,
): void {
  const { scope, frame } = place;
  if (member.type === "StaticBlock") {
    const self = { facts: classFacts, isStatic: true };
    const inner: Frame = { name: "<anonymous>", parent: frame, node: member, self, owner: className };
    facts.frames.set(member, inner);
    visitChildren(facts, member, { scope: new Scope(scope, true), frame: inner });
    return;
  }
  if (!isMember(member)) return;
  for (const decorator of member.decorators) visit(facts, decorator, place);
  if (member.computed) visit(facts, member.key, place);
  const self = { facts: classFacts, isStatic: member.static };
  if ("kind" in member) {
    const hint = member.kind === "constructor" ? className : nameOfKey(member, scope);
    const value = member.value;
    if (value.type === "TSEmptyBodyFunctionExpression") return;
    visitFunction(facts, value, { scope, frame, hint, owner: className }, self);
    if (member.kind === "constructor") declareParameterFields(value, scope, classFacts);
    return;
  }
  if (member.declare === true) return;
  const fieldName = propertyName({ key: member.key, computed: member.computed });
  const type = member.typeAnnotation?.typeAnnotation;
  const inner: Frame = { name: "<anonymous>", parent: frame, node: member, self, owner: className };
  facts.frames.set(member, inner);
  const valueScope = new Scope(scope, true);
  if (fieldName !== undefined) {
    const source =
      member.value === null ? undefined : { value: member.value as Node, scope: valueScope, path: [] };
    (member.static ? classFacts.statics : classFacts.instance).add(fieldName, source, type);
  }
  if (member.value !== null) {
    const hint = nameOfKey(member, scope);
    visit(facts, member.value, { scope: valueScope, frame: inner, hint, owner: className });
  }
}

type Member = MethodDefinition | PropertyDefinition | AccessorProperty;

function isMember(node: Node): node is Member {
  return /^(?:MethodDefinition|PropertyDefinition|AccessorProperty)$/.test(node.type);
}

function visitCatch(facts: Walk, node: Extract<Node, { type: "CatchClause" }>, place: Place): void {
  const scope = new Scope(place.scope, false);
  if (node.param !== null) {
    declarePattern(node.param, { kind: "other", target: scope, isOpen: true });
    visit(facts, node.param, { scope, frame: place.frame });
  }
  visitChildren(facts, node.body, { scope, frame: place.frame });
}

function visitAssignment(
  facts: Walk,
  node: Extract<Node, { type: "AssignmentExpression" }>,
  { scope, frame }: Place,
): void {
  const left = unwrap(node.left);
  const source = { value: node.right as Node, scope, path: [] };
  const hint = nameOfTarget(left);
  if (left.type === "Identifier") facts.writes.push({ name: left.name, scope, source });
  else if (left.type === "MemberExpression") {
    const exported = exportedName(left, scope);
    const name = memberName(left);
    if (exported !== undefined) facts.exports.add(exported, source);
    else if (left.object.type === "ThisExpression" && name !== undefined && frame.self !== undefined) {
      const { facts: classFacts, isStatic } = frame.self;
      (isStatic ? classFacts.statics : classFacts.instance).add(name, source);
    }
  } else openTargets(facts, left, scope);
  visit(facts, node.left, { scope, frame });
  const owner = left.type === "Identifier" ? left.name : hint;
  visit(facts, node.right, { scope, frame, hint, owner });
}

function visitDecorator(
  facts: Walk,
  node: Extract<Node, { type: "Decorator" }>,
  { scope, frame }: Place,
): void {
  visit(facts, node.expression, { scope, frame, isDecorator: true });
}

function visitCall(facts: Walk, node: CallExpression, { scope, frame, isDecorator = false }: Place): void {
  facts.calls.push({ node, scope, frame, isDecorator });
  const callee = unwrap(node.callee);
  // The callee itself is called, not read.
  if (callee.type === "MemberExpression") visitMemberParts(facts, callee, { scope, frame });
  else visit(facts, node.callee, { scope, frame });
  const isElsewhere = callee.type === "MemberExpression" && RUNS_ELSEWHERE.test(memberName(callee) ?? "");
  for (const argument of node.arguments as Node[]) {
    const inner = unwrap(argument);
    if (inner.type === "MemberExpression") facts.passed.push({ node: inner, scope, frame });
    visit(facts, argument, { scope, frame, isElsewhere });
  }
}

function visitMemberParts(facts: Walk, node: MemberExpression, { scope, frame }: Place): void {
  visit(facts, node.object, { scope, frame });
  if (node.computed) visit(facts, node.property, { scope, frame });
}

function visitThis(facts: Walk, node: Node, { frame }: Place): void {
  facts.selfOf.set(node, frame.self);
}
