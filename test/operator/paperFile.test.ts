/** What becomes of a paper that cannot be set, or not be written: nothing of it is left, and the operator reads why. */
import { expect, it } from 'vitest';
import type { Paper } from '../../src/documents/paper/paper.ts';
import { writerFor, type PaperEdges } from '../../src/operator/paperFile.ts';

const paper: Paper = {
  title: 'Record of strategy discussion SD-ABC234',
  reference: 'SD-ABC234',
  marking: 'OFFICIAL-SENSITIVE',
  authority: 'Exampleshire County Council',
  language: 'en-GB',
  page: ['Page', 'of'],
  blocks: [{ kind: 'paragraph', words: 'A bruise' }],
};
/** A renderer meets something that it cannot set. */
const unsettable = { ...paper, blocks: [{ kind: 'paragraph', words: null }] } as unknown as Paper;

const disk = (fault?: NodeJS.ErrnoException) => {
  const written: string[] = [];
  let said = '';
  const edges = {
    io: { out: (text: string) => void (said += text) },
    writeBytes: (path: string) => {
      if (fault !== undefined) throw fault;
      written.push(path);
    },
  } as unknown as PaperEdges;
  return { edges, written, said: () => said };
};

it.each(['record.pdf', 'record.docx'])('%s is written once it is set, and named', async (out) => {
  const { edges, written, said } = disk();
  await writerFor(edges, out)(paper);
  expect(written).toEqual([out]);
  expect(said()).toBe(`Record of strategy discussion SD-ABC234 is in ${out}.\n`);
});

it.each(['record.pdf', 'record.docx'])('%s is not begun where the renderer fails', async (out) => {
  const { edges, written, said } = disk();
  await expect(writerFor(edges, out)(unsettable)).rejects.toThrow();
  expect({ written, said: said() }).toEqual({ written: [], said: '' });
});

it.each([
  ['EEXIST', 'there is one already'],
  ['ENOSPC', 'nothing was left there'],
])('a disk that answers %s is said in a sentence', async (code, why) => {
  const { edges, said } = disk(Object.assign(new Error(code), { code }));
  await expect(writerFor(edges, 'record.pdf')(paper)).rejects.toThrow(
    `--out: the file record.pdf cannot be written: ${why}.`,
  );
  expect(said()).toBe('');
});

it('another kind of file is refused before anything is looked at', () => {
  expect(() => writerFor(disk().edges, 'record.txt')).toThrow('--out: "record.txt" must end in .pdf or .docx.');
});
