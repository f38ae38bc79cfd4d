import { describe, expect, it } from 'vitest';
import { sampleCard, sampleNames } from './everySample.ts';
import { contrast, palettes, type Palette } from './palettes.ts';

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const lower = (value: unknown, otherwise: string): string =>
  typeof value === 'string' ? value.toLowerCase() : otherwise;
const containers = ['Container', 'ColumnSet', 'Column', 'TableRow', 'TableCell'];

interface Words {
  readonly text: string;
  readonly colour: string;
  readonly shade: 'default' | 'subtle';
  readonly on: string;
}

/** Every text of a card with the colour it asks for, and the style of the container it stands in. */
const wordsIn = (value: unknown, on = 'default'): readonly Words[] => {
  if (Array.isArray(value)) return value.flatMap((part) => wordsIn(part, on));
  if (!isJson(value)) return [];
  const inside = containers.includes(String(value['type'])) ? lower(value['style'], on) : on;
  const own: readonly Words[] =
    value['type'] === 'TextBlock'
      ? [
          {
            text: String(value['text']),
            colour: lower(value['color'], 'default'),
            shade: value['isSubtle'] === true ? 'subtle' : 'default',
            on: inside,
          },
        ]
      : [];
  return [...own, ...Object.values(value).flatMap((part) => wordsIn(part, inside))];
};

/** WCAG 2.2, 1.4.3: no text on a card is large enough for less. */
const least = 4.5;

const unreadable = (card: unknown, palette: Palette): readonly string[] =>
  wordsIn(card).flatMap(({ text, colour, shade, on }) => {
    const { background, words } = palette[on] ?? {};
    const found = contrast(words?.[colour]?.[shade] ?? '', background ?? '');
    return found >= least ? [] : [`“${text}”: ${colour} on ${on} is ${found.toFixed(1)} to 1`];
  });

describe.each(Object.keys(palettes))('in Teams’ %s colours', (theme) => {
  it.each(sampleNames)('cards/%s.json can be read', (name) => {
    expect(unreadable(sampleCard(name), palettes[theme] ?? {})).toEqual([]);
  });

  it('a warning in a colour of its own could not, in light or dark', () => {
    const card = { body: ['Good', 'Warning', 'Attention'].map((color) => ({ type: 'TextBlock', text: color, color })) };
    expect(unreadable(card, palettes[theme] ?? {})).not.toEqual([]);
  });
});
