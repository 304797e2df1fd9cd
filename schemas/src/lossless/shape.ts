/** What a value must be; absent limits do not limit. Lengths count code points, `maxBytes` bytes of the escaped text. */
export interface RuleRow {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxBytes?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minMembers?: number;
  /** Of a context: its members, those that are ours counted in. Absent: no limit of the context holds. */
  readonly maxMembers?: number;
  readonly maxKeyChars?: number;
  readonly check?: "calendar" | "context";
  readonly ours?: { readonly name: string; readonly rule: RuleRow };
  /** Name of the shape of an object. */
  readonly shape?: string;
  readonly items?: RuleRow;
}

/** One named member of an object. */
export interface MemberRow {
  readonly name: string;
  readonly required: boolean;
  readonly rule: RuleRow;
}

/** An object with named members, in the order of the wire. */
export interface ShapeRow {
  readonly name: string;
  /** Whether other members are refused. */
  readonly closed: boolean;
  readonly members: readonly MemberRow[];
}
