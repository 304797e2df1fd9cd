/** The first lines of a generated file, each behind `comment`. They name the tool and the source, never a time. */
export function header(comment: string, sources: string): string {
  return `${comment} Generated from ${sources} by \`npm run generate\`. Do not edit.\n`;
}

/** Upper-case name with underscores: `key_bytes` becomes `KEY_BYTES`. */
export function upper(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, "_").toUpperCase();
}

/** Name as in TypeScript: `max_size_mb` becomes `maxSizeMb`. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Breaks a text at blanks into lines of at most `width` characters. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A text as a literal in double quotes that TypeScript, Python and C++ read alike. ASCII stays; the rest is refused. */
export function quote(text: string): string {
  if (!/^[\n\x20-\x7e]*$/.test(text)) {
    throw new Error(`only printable ASCII can be a literal in every language: ${JSON.stringify(text)}`);
  }
  return JSON.stringify(text);
}
