/** As much XML as a return needs: elements with text or elements in them, no attributes. */

/** What XML 1.0 can have no way to write, and half a character. */
const unwritable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const escaped = (text: string): string =>
  text.replace(unwritable, '').replace(/[&<>]/g, (character) => escapes[character] ?? character);

export type Element = readonly [name: string, content: string | readonly Element[]];

/** A whole document, two spaces deeper for each level. */
export const xml = (root: Element): string => `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}`;

const written = ([name, content]: Element, indent: string): string =>
  typeof content === 'string'
    ? `${indent}<${name}>${escaped(content)}</${name}>\n`
    : `${indent}<${name}>\n${content.map((each) => written(each, `${indent}  `)).join('')}${indent}</${name}>\n`;
