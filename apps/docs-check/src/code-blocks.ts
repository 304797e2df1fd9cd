/** One fenced code block of a Markdown file. */
export interface CodeBlock {
  /** What stands behind the opening fence, such as `ts`; empty when nothing does. */
  readonly language: string;
  /** Line of the opening fence, counted from 1. */
  readonly line: number;
  /** The code, each line ended by a line feed. */
  readonly code: string;
}

/** All fenced code blocks of `markdown`, in their order. A block that is never closed is an error. */
export function codeBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { language: string; line: number; code: string[] } | undefined;
  for (const [index, text] of markdown.split("\n").entries()) {
    const fence = /^```(\S*)/.exec(text);
    if (open === undefined) {
      if (fence !== null) open = { language: fence[1] ?? "", line: index + 1, code: [] };
    } else if (fence !== null) {
      blocks.push({
        language: open.language,
        line: open.line,
        code: open.code.map((row) => `${row}\n`).join(""),
      });
      open = undefined;
    } else {
      open.code.push(text);
    }
  }
  if (open !== undefined) throw new Error(`the code block that begins in line ${open.line} is never closed`);
  return blocks;
}

/** Targets of all links of `markdown` outside code, without their fragment; web addresses are left out. */
export function relativeLinks(markdown: string): string[] {
  const text = markdown.replaceAll(/^```[\s\S]*?^```/gm, "").replaceAll(/`[^`\n]*`/g, "");
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? "");
  return targets
    .filter((target) => !/^[a-z]+:/.test(target) && !target.startsWith("#"))
    .map((target) => target.replace(/#.*$/, ""));
}
