/** Text to HTML for e-mail: everything written by people is escaped, and the page needs no images or scripts. */
import type { Ring } from '../directory/ring.ts';

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

/** The link to join by is one where it stands in the text; no other that somebody typed is. */
const paragraph = (line: string, joinUrl: string): string => {
  const shown = escapeHtml(line).replaceAll('\n', '<br>');
  const url = escapeHtml(joinUrl);
  const linked = url === '' ? shown : shown.replaceAll(url, () => `<a href="${url}" style="color:#1d70b8">${url}</a>`);
  return `<p style="margin:0 0 16px">${linked}</p>`;
};

interface Link {
  readonly words: string;
  readonly url: string;
}

const anchor = ({ words, url }: Link): string =>
  `<p style="margin:0 0 16px"><a href="${escapeHtml(url)}" style="color:#1d70b8">${escapeHtml(words)}</a></p>`;

/** One readable column in the manner of GOV.UK: a heading and paragraphs, below `first` where there is such a line. */
const htmlOf = ({ heading, lines, link, ring, joinUrl = '' }: Page, first: string | null): string =>
  [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<title>${escapeHtml(heading)}</title></head>`,
    '<body style="margin:0;padding:24px;background:#ffffff;color:#0b0c0c;font:19px/1.5 Arial,Helvetica,sans-serif">',
    ...(first === null ? [] : [`<p><strong>${escapeHtml(first)}</strong></p>`]),
    '<div style="max-width:640px">',
    `<h1 style="font-size:27px;line-height:1.25;margin:0 0 20px">${escapeHtml(heading)}</h1>`,
    ...lines.map((line) => paragraph(line, joinUrl)),
    ...(link === null ? [] : [anchor(link)]),
    ...ringLines(ring).map((line) => paragraph(line, '')),
    '</div></body></html>',
  ].join('');

const textOf = ({ heading, lines, link, ring }: Page, first: string | null): string => {
  const above = first === null ? [] : [first];
  const linked = link === null ? [] : [`${link.words}:\n${link.url}`];
  return `${[...above, heading, ...lines, ...linked, ...ringLines(ring)].join('\n\n')}\n`;
};

const ringLines = (ring: Ring | null = null): readonly string[] =>
  ring === null ? [] : [`To speak to somebody, telephone ${ring.whom} on ${ring.on}.`];

interface Page {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly link: Link | null;
  /** Whom its reader can ring; null: no number is known. */
  readonly ring?: Ring | null;
  /** Left out, or blank, where nobody joins by a link. */
  readonly joinUrl?: string;
}

/** An e-mail as text and as HTML. */
export interface MailPage {
  readonly text: string;
  readonly html: string;
  /** The same with one more line above it, as when it may be a second copy. */
  readonly below: (first: string) => { readonly text: string; readonly html: string };
}

export const mailPage = (page: Page): MailPage => ({
  text: textOf(page, null),
  html: htmlOf(page, null),
  below: (first) => ({ text: textOf(page, first), html: htmlOf(page, first) }),
});
