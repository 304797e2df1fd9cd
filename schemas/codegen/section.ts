const BEGIN = "<!-- generated: begin -->";
const END = "<!-- generated: end -->";

/**
 * Puts generated text between the two marks of a page that is written by hand otherwise. A page that does not exist yet
 * is made with this title. Throws where a page has lost its marks.
 */
export function replaceSection(page: string | undefined, title: string, text: string): string {
  const whole = page ?? `# ${title}\n\n${BEGIN}\n${END}\n`;
  const from = whole.indexOf(BEGIN);
  const to = whole.indexOf(END);
  if (from < 0 || to < from) {
    throw new Error(`the page ${JSON.stringify(title)} needs the marks ${BEGIN} and ${END}`);
  }
  return `${whole.slice(0, from + BEGIN.length)}\n\n${text}\n${whole.slice(to)}`;
}
