/** The files a paper can be set as. Each is loaded when one is made: that takes longer than most answers do. */
import type { Paper } from './paper.ts';

export const fileKinds = ['pdf', 'docx'] as const;
export type FileKind = (typeof fileKinds)[number];

export const setAs: Readonly<Record<FileKind, (paper: Paper) => Promise<Uint8Array>>> = {
  pdf: async (paper) => (await import('./pdf.ts')).pdfOf(paper),
  docx: async (paper) => (await import('./word.ts')).wordOf(paper),
};
