/** A paper as a Word document: real headings, lists and tables, so that it can be filed, searched and read aloud. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx';
import { unreachable } from '../../practice/language/unreachable.ts';
import { look, printable } from './look.ts';
import type { Block, Paper, Table } from './paper.ts';

const font = 'Arial';
const colour = (hex: string): string => hex.slice(1);
/** Word counts sizes in half points, and distances in twentieths. */
const halfPoints = (points: number): number => points * 2;
const twentieths = (points: number): number => points * 20;

export const wordOf = async (paper: Paper): Promise<Uint8Array> => {
  const document = new Document({
    title: paper.title,
    creator: paper.authority,
    lastModifiedBy: paper.authority,
    styles: stylesIn(paper.language),
    sections: [
      {
        properties: { page: { margin: sides(twentieths(look.margin)) } },
        headers: { default: new Header({ children: [atTheEdge([paper.marking])] }) },
        footers: { default: new Footer({ children: [footerOf(paper)] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(paper.title) }),
          ...paper.blocks.flatMap(setBlock),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};

const sides = (distance: number) => ({ top: distance, bottom: distance, left: distance, right: distance });

const stylesIn = (language: string) => ({
  default: {
    document: {
      run: {
        ...{ font, size: halfPoints(look.size.body), color: colour(look.ink) },
        language: { value: language },
      },
      paragraph: { spacing: { after: twentieths(6), line: 300 } },
    },
    ...Object.fromEntries(([1, 2, 3] as const).map((level) => [`heading${level}`, headingStyle(level)])),
  },
});

const headingStyle = (level: 1 | 2 | 3) => ({
  run: { font, bold: true, size: halfPoints(look.size[level]), color: colour(look.ink) },
  paragraph: { keepNext: true, spacing: { before: twentieths(level === 1 ? 0 : 14), after: twentieths(6) } },
});

const atTheEdge = (children: NonNullable<IRunOptions['children']>): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [run({ children, size: halfPoints(look.size.small), color: colour(look.quiet), bold: true })],
  });

const footerOf = ({ reference, authority, page: [page, of] }: Paper): Paragraph =>
  atTheEdge([`${reference}, ${authority}. ${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES]);

const run = (options: IRunOptions): TextRun => new TextRun(options);

/** What people typed on several lines stays on several lines. */
const runs = (words: string, bold = false): TextRun[] =>
  printable(words)
    .split('\n')
    .map((text, i) => run({ text, bold, ...(i === 0 ? {} : { break: 1 }) }));

const setBlock = (block: Block): readonly (Paragraph | WordTable)[] => {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          children: runs(block.words),
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ children: runs(block.words) })];
    case 'list':
      return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: runs(item) }));
    case 'facts':
      return block.facts.map(
        ({ term, words }) => new Paragraph({ children: [...runs(`${term}: `, true), ...runs(words)] }),
      );
    case 'table':
      return tableOf(block);
    default:
      return unreachable('block', block);
  }
};

const tableOf = ({ caption, columns, rows }: Table): readonly (Paragraph | WordTable)[] => [
  new Paragraph({ keepNext: true, children: runs(caption, true) }),
  new WordTable({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: bordersOf(),
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map((words) => cell(words, true)) }),
      ...rows.map((row) => new TableRow({ children: row.map((words) => cell(words)) })),
    ],
  }),
  new Paragraph({}),
];

const cell = (words: string, bold = false): TableCell =>
  new TableCell({
    margins: { top: 60, bottom: 60, left: 60, right: 60 },
    children: [new Paragraph({ spacing: { after: 0 }, children: runs(words, bold) })],
  });

const bordersOf = () => {
  const none = { style: BorderStyle.NONE };
  const thin = { style: BorderStyle.SINGLE, size: 4, color: colour(look.line) };
  return { top: thin, bottom: thin, insideHorizontal: thin, left: none, right: none, insideVertical: none };
};
