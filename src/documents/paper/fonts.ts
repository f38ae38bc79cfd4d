/** The letters that go with a PDF: Noto Sans has every Latin, Greek and Cyrillic letter a name may have. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const { resolve } = createRequire(import.meta.url);
const files = {
  regular: resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
} as const;
export type Weight = keyof typeof files;

export interface Fonts {
  readonly files: Readonly<Record<Weight, Buffer>>;
  /** With a note in the place of each character that there is no letter for: none is left out in silence. */
  readonly spelt: (text: string) => string;
}

export const readFonts = async (): Promise<Fonts> => {
  const [regular, bold] = await Promise.all([readFile(files.regular), readFile(files.bold)]);
  const font = create(regular) as Font;
  return { files: { regular, bold }, spelt: (text) => Array.from(text, (letter) => speltIn(font, letter)).join('') };
};

/** They join or vary the letters beside them, and have no look of their own. */
const isInvisible = (letter: string): boolean => /[\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]/u.test(letter);

const speltIn = (font: Font, letter: string): string => {
  const point = letter.codePointAt(0) ?? 0;
  if (letter === '\n' || letter === '\t' || font.hasGlyphForCodePoint(point)) return letter;
  return isInvisible(letter) ? '' : `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`;
};
