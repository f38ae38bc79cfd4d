import { escapeHtml } from '../documents/mailPage.ts';

/** HTML with every value escaped: a page is put together from `html` pieces only, so nothing people write can become markup. */
export interface Html {
  readonly html: string;
}

type Part = string | Html | null | readonly Html[];

/** Text is escaped, pieces stand as they are, lists are joined, and null is nothing. Attribute values must be quoted. */
export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: fixed.map((text, i) => `${text}${i < parts.length ? rendered(parts[i] ?? null) : ''}`).join(''),
});

const rendered = (part: Part): string => {
  if (part === null) return '';
  if (typeof part === 'string') return escapeHtml(part);
  return 'html' in part ? part.html : part.map((piece) => piece.html).join('');
};
