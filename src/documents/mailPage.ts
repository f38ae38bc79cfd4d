/** Text to HTML for e-mail: everything written by people is escaped, and the page needs no images or scripts. */
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);

const paragraph = (line: string): string =>
  `<p style="margin:0 0 16px">${escapeHtml(line).replaceAll('\n', '<br>')}</p>`;

interface Link {
  readonly words: string;
  readonly url: string;
}

const anchor = ({ words, url }: Link): string =>
  `<p style="margin:0 0 16px"><a href="${escapeHtml(url)}" style="color:#1d70b8">${escapeHtml(words)}</a></p>`;

/** One readable column in the manner of GOV.UK: a heading and paragraphs. */
export const htmlPage = (heading: string, lines: readonly string[], link: Link | null = null): string =>
  [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<title>${escapeHtml(heading)}</title></head>`,
    '<body style="margin:0;padding:24px;background:#ffffff;color:#0b0c0c;font:19px/1.5 Arial,Helvetica,sans-serif">',
    '<div style="max-width:640px">',
    `<h1 style="font-size:27px;line-height:1.25;margin:0 0 20px">${escapeHtml(heading)}</h1>`,
    ...lines.map(paragraph),
    ...(link === null ? [] : [anchor(link)]),
    '</div></body></html>',
  ].join('');
