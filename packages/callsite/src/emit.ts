import { MagicString } from "magic-string";
import type { Node, Program } from "oxc-parser";
import type { FoundSite } from "./analysis/find-sites.ts";
import type { Frame } from "./analysis/facts.ts";
import { quoted } from "./analysis/shape.ts";
import { helperText } from "./helper-text.ts";

/** Where a site is said to be. */
export interface Location {
  /** Path that is displayed, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly name: string;
}

/** Code with its sites, and what was put where. */
export interface Placed {
  readonly text: MagicString;
  readonly insertions: readonly Insertion[];
}

/** A text that is put into the code. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
  /** `open` stands in front of what it belongs to, `close` behind it; of several at one place this decides the order. */
  readonly side: "open" | "close";
  /** The other end of what it belongs to. */
  readonly other: number;
}

/** Puts sites into the code: insertions only, and never a new line. */
export function insertSites(
  code: string,
  program: Program,
  sites: readonly FoundSite[],
  locate: (site: FoundSite) => Location,
  prologue: string,
): Placed {
  const insertions: Insertion[] = [];
  const declarations: string[] = [];
  const used = new Set<"at" | "forward">();
  const wrappers = new Set<Frame>();
  const located = sites.map((site) => ({ site, location: locate(site) }));
  const files = new Set(located.map(({ location }) => location.file));
  const commonFile = files.size === 1 ? [...files][0] : undefined;
  for (const [index, { site, location }] of located.entries()) {
    const name = `__agora_${String(index + 1)}`;
    declarations.push(`${name}=/*@__PURE__*/__agora_site(${siteArguments(site, location, commonFile)})`);
    if (site.within !== undefined) wrappers.add(site.within);
    if (site.wrapper !== undefined || site.within !== undefined) used.add("forward");
    if (site.kind === "guarded") used.add("at");
    const value = site.within === undefined ? name : `__agora_c||${name}`;
    insertions.push(...insertionsOf(site, value));
  }
  for (const frame of wrappers) insertions.push(...wrapperInsertions(frame));
  const head = headOf(program);
  const text = `${prologue}${helperText(commonFile, used)}var ${declarations.join(",")};`;
  insertions.push({ at: head, text, side: "open", other: Infinity });
  return apply(code, insertions);
}

function siteArguments({ message, keys }: FoundSite, location: Location, commonFile?: string): string {
  const values = [
    String(location.line),
    quoted(location.name),
    message === undefined ? "" : quoted(message),
    keys === undefined ? "" : `[${keys.map(quoted).join(",")}]`,
    commonFile === undefined ? quoted(location.file) : "",
  ];
  while (values.at(-1) === "") values.pop();
  return values.map((value) => value || "void 0").join(",");
}

function insertionsOf(site: FoundSite, value: string): Insertion[] {
  const { node } = site.call;
  switch (site.kind) {
    case "proven":
      return [hiddenArgument(site, value)];
    case "guarded":
      return around(receiverOf(node.callee), "__agora_at(", `,${value})`);
    case "wrapper": {
      const { name, form } = site.wrapper as { name: string; form: string };
      return form === "member"
        ? around(receiverOf(node.callee), "__agora_by(", `,${quoted(name)},${value})`)
        : around(node.callee, "__agora_fn(", `,${quoted(name)},${value})`);
    }
    case "fallback":
      return [];
  }
}

function hiddenArgument({ call: { node } }: FoundSite, value: string): Insertion {
  const given = node.arguments;
  const last = given.at(-1);
  const missing = "void 0,".repeat(3 - given.length);
  // Without arguments it stands in front of the closing parenthesis.
  return last === undefined
    ? { at: node.end - 1, text: missing + value, side: "close", other: node.start }
    : { at: last.end, text: `,${missing}${value}`, side: "close", other: node.start };
}

function receiverOf(callee: Node): Node {
  let inner = callee;
  while (inner.type !== "MemberExpression") inner = (inner as unknown as { expression: Node }).expression;
  return inner.object;
}

function around(node: Node, open: string, close: string): Insertion[] {
  return [
    { at: node.start, text: open, side: "open", other: node.end },
    { at: node.end, text: close, side: "close", other: node.start },
  ];
}

/** The site of a wrapper's caller is taken at once, before anything else can ask for it. */
function wrapperInsertions({ node, name }: Frame): Insertion[] {
  const { body } = node as unknown as { body: Node };
  const take = `var __agora_c=__agora_take(${quoted(name)});`;
  if (body.type !== "BlockStatement") return around(body, `{${take}return `, "}");
  const directives = body.body.filter(
    (statement) => "directive" in statement && statement.directive !== null,
  );
  const last = directives.at(-1);
  return [
    last === undefined
      ? { at: body.start + 1, text: take, side: "open", other: Infinity }
      : { at: last.end, text: `;${take}`, side: "close", other: 0 },
  ];
}

/** Behind a first line for the shell, directives and the comments at the head of a file. */
function headOf(program: Program): number {
  const first = program.body.find((statement) => !("directive" in statement) || statement.directive === null);
  if (first === undefined) return program.end;
  const declared = "declaration" in first ? (first.declaration as Node | null) : (first as Node);
  const decorators = declared !== null && "decorators" in declared ? (declared.decorators as Node[]) : [];
  return Math.min(first.start, ...decorators.map(({ start }) => start));
}

function apply(code: string, insertions: Insertion[]): Placed {
  const rank = ({ side }: Insertion): number => (side === "close" ? 0 : 1);
  insertions.sort(
    (left, right) =>
      left.at - right.at ||
      rank(left) - rank(right) ||
      // Inner ends come before outer ends, outer beginnings before inner ones: both have the greater other end first.
      right.other - left.other,
  );
  const result = new MagicString(code);
  for (const { at, text } of insertions) result.appendLeft(at, text);
  return { text: result, insertions };
}
