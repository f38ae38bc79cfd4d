/** Plain text for a terminal of 80 columns. */
const width = 80;

/** Wraps at spaces; every line after the first is indented by `hang` instead of `indent`. */
export function wrap(text: string, indent = '', hang = indent): string {
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  for (const word of text.split(/\s+/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hang;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}

/** With a full stop, unless it ends a sentence already. */
export const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);

/** A heading with its lines below, or nothing if there are none. */
export const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines];

/** One entry: what it says, and where it comes from on a line of its own. */
export const entry = (text: string, from: string): string => `${wrap(text, '  ')}\n${wrap(from, '      ')}`;

/** A line of two columns; a long right one goes on below itself. */
export const row = (left: string, right: string, leftWidth: number): string =>
  left.length < leftWidth
    ? wrap(right, `  ${left.padEnd(leftWidth)}`, ' '.repeat(leftWidth + 2))
    : `  ${left}\n${wrap(right, ' '.repeat(leftWidth + 2))}`;
