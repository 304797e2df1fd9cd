import type { CallExpression, Class, MemberExpression, Node } from "oxc-parser";
import type { Fields, Scope, Source } from "./scope.ts";

/** What is known of the fields of a class. */
export interface ClassFacts {
  readonly node: Class;
  readonly scope: Scope;
  readonly instance: Fields;
  readonly statics: Fields;
}

/** The function that code stands in. */
export interface Frame {
  /** Its bare name, `<module>` for a file, `<anonymous>` without a name. */
  readonly name: string;
  readonly parent: Frame | undefined;
  readonly node: Node;
  /** What `this` is, where it is known. */
  readonly self: { readonly facts: ClassFacts; readonly isStatic: boolean } | undefined;
  /** The object or class that the function is a member of, by name. */
  readonly owner: string | undefined;
  /** It is sent somewhere as text, such as a browser page: nothing of this file is there. */
  readonly isElsewhere?: boolean;
}

/** A call, with all that is needed to judge it. */
export interface Call {
  readonly node: CallExpression;
  readonly scope: Scope;
  readonly frame: Frame;
  /** It is what a decorator calls: only few forms are allowed there. */
  readonly isDecorator: boolean;
}

/** A member that is given to a call: `emitter.on("x", log.info)`. */
export interface Passed {
  readonly node: MemberExpression;
  readonly scope: Scope;
  readonly frame: Frame;
}

/** All facts of one file. */
export interface Facts {
  readonly calls: Call[];
  readonly passed: Passed[];
  readonly exports: Fields;
  /** What is imported, by local name. */
  readonly imports: Map<string, { readonly module: string; readonly name: string }>;
  readonly frames: Map<Node, Frame>;
  readonly classes: Map<Node, ClassFacts>;
  /** The class that `this` is an instance of (or, if static, is) where this expression stands. */
  readonly selfOf: Map<Node, Frame["self"]>;
}

/** An assignment to a name, which may be declared further down. */
export interface Write {
  readonly name: string;
  readonly scope: Scope;
  readonly source: Source | undefined;
}

/** Where a walk is, and what the place says of what is found there. */
export interface Place {
  readonly scope: Scope;
  readonly frame: Frame;
  /** The name that a function or class without one gets here. */
  readonly hint?: string | undefined;
  readonly owner?: string | undefined;
  readonly isDecorator?: boolean;
  readonly isElsewhere?: boolean;
}

/** Facts that are being collected. */
export type Walk = Facts & {
  readonly writes: Write[];
  readonly visit: (node: Node, place: Place) => void;
};
