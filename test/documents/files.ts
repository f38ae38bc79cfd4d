/** What stands in a PDF or a Word file, as whoever opens it finds it. */
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Something marked as what it is, with the words of it. */
interface Marked {
  readonly role: string;
  readonly words: string;
  readonly within: readonly string[];
}

export interface PdfRead {
  readonly title: string;
  readonly language: string;
  readonly pages: number;
  /** Every word that is drawn, whether it is read aloud or not, page by page. */
  readonly text: string;
  /** What is read aloud, in the order in which it is. */
  readonly aloud: readonly Marked[];
}

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
  readonly type?: string;
  readonly id?: string;
}

export const readPdf = async (bytes: Uint8Array): Promise<PdfRead> => {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const { info } = (await pdf.getMetadata()) as unknown as { info: { Title?: string; Language?: string } };
  const texts: string[] = [];
  const aloud: Marked[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const marked = new Map<string, string>();
    const open: (string | null)[] = [];
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    for (const item of items) {
      if ('str' in item) {
        const words = `${item.str}${item.hasEOL ? ' ' : ''}`;
        texts.push(words, ' ');
        for (const id of open) if (id !== null) marked.set(id, `${marked.get(id) ?? ''}${words}`);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.type === 'beginMarkedContentProps' ? item.id : null);
    }
    aloud.push(...inOrder(await page.getStructTree(), marked));
  }
  const pages = pdf.numPages;
  await loading.destroy();
  return { title: info.Title ?? '', language: info.Language ?? '', pages, text: oneLine(texts.join('')), aloud };
};

/** Where each text of the first page stands, from the foot of the page. */
export const placesIn = async (
  bytes: Uint8Array,
): Promise<readonly { readonly words: string; readonly y: number }[]> => {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const { items } = await (await (await loading.promise).getPage(1)).getTextContent();
  await loading.destroy();
  return items.flatMap((item) => ('str' in item ? [{ words: item.str, y: Number(item.transform[5]) }] : []));
};

const inOrder = (
  node: Node | null,
  words: ReadonlyMap<string, string>,
  within: readonly string[] = [],
): readonly Marked[] => {
  if (node === null) return [];
  const { role = '', children = [] } = node;
  const own = children.filter(({ type }) => type === 'content').map(({ id = '' }) => words.get(id) ?? '');
  const here = own.length === 0 ? [] : [{ role, words: oneLine(own.join('')), within }];
  return [
    ...here,
    ...children.filter(({ type }) => type === undefined).flatMap((child) => inOrder(child, words, [...within, role])),
  ];
};

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The parts of a Word file as XML, and the words of its body. */
export const readWord = (bytes: Uint8Array): { readonly xml: (part: string) => string; readonly text: string } => {
  const parts = unzipSync(bytes);
  const xml = (part: string): string => strFromU8(parts[part] ?? new Uint8Array());
  const text = xml('word/document.xml')
    .replaceAll(/<\/w:p>|<w:br\/>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'");
  return { xml, text: oneLine(text) };
};
