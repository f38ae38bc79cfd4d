/** HTML with every value escaped: a page is put together from `html` pieces only, so nothing people write can become markup. */
export interface Html {
  readonly html: string;
}

type Part = string | Html | null | readonly Html[];

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** Text is escaped, pieces stand as they are, lists are joined, and null is nothing. Attribute values must be quoted. */
export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: fixed.map((text, i) => `${text}${i < parts.length ? rendered(parts[i] ?? null) : ''}`).join(''),
});

const rendered = (part: Part): string => {
  if (part === null) return '';
  if (typeof part === 'string') return escaped(part);
  return 'html' in part ? part.html : part.map((piece) => piece.html).join('');
};
