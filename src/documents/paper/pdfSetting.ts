/** A PDF while it is being set, and how text gets into it. */
import type { Weight } from './fonts.ts';

export type Pdf = PDFKit.PDFDocument;

export interface Setting {
  readonly pdf: Pdf;
  /** What all that is read aloud belongs to. */
  readonly body: PDFKit.PDFStructureElement;
  readonly letters: (text: string) => string;
  readonly write: (weight: Weight, size: number, ink?: string) => Pdf;
}
