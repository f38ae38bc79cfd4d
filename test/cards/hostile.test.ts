import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { said } from '../../src/cards/bind.ts';
import { bindNamed } from './everyCard.ts';
import { hostile } from './hostile.ts';
import { faultsIn, partsOf } from './soundness.ts';

const folder = new URL('../../cards/', import.meta.url);
const samples = readdirSync(folder).filter((file) => file.endsWith('.sample.json'));

/** Every client's Markdown at once: more than Teams understands. */
const markdown = new MarkdownIt({ html: true });
const tagsIn = (html: string): readonly string[] => [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag ?? '');
const asRead = (html: string): string =>
  oneLine(
    html
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
const oneLine = (text: string): string => text.replaceAll('\u200b', '').replace(/\s+/g, ' ').trim();

describe('what somebody wrote is shown as they typed it wherever clients read Markdown', () => {
  it.each(hostile)('%s', (_name, text) => {
    const html = markdown.render(said.parse(text));
    expect(tagsIn(html).filter((tag) => tag !== 'p' && tag !== 'br')).toEqual([]);
    expect(asRead(html)).toBe(oneLine(text));
  });

  it('any text at all', () => {
    const bits = fc.constantFrom(
      '*',
      '_',
      '[a](http://x)',
      '<b>',
      '&lt;',
      '#',
      ' ',
      '\n',
      '1.',
      '-',
      '=',
      '|',
      '`',
      '\\',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(bits, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const html = markdown.render(said.parse(typed));
        expect(tagsIn(html).filter((tag) => tag !== 'p' && tag !== 'br')).toEqual([]);
        expect(asRead(html)).toBe(oneLine(typed));
      }),
      { numRuns: 2000 },
    );
  });
});

/** Words of ours that steer the card, never anybody's text. */
const ours = new Set([
  'statusStyle',
  'deadlineStyle',
  'quorumStyle',
  'colour',
  'kind',
  'inviteReferrer',
  'verb',
  'style',
]);

/** Come back from clients too, but never longer than this. */
const carried = new Set(['reference', 'nonce']);
const longestCarried = 100;

/** The sample once for each of its texts, with that text replaced. */
const withEachText = (value: unknown, text: string): readonly unknown[] => {
  if (typeof value === 'string') return [text];
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.flatMap((item, i) => withEachText(item, text).map((changed) => items.with(i, changed)));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    ours.has(key) || (carried.has(key) && text.length > longestCarried)
      ? []
      : withEachText(item, text).map((changed) => ({ ...value, [key]: changed })),
  );
};

describe.each(hostile)('%s in any text of any card', (_name, text) => {
  it.each(samples)('%s', (file) => {
    const name = file.replace('.sample.json', '');
    const sample: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const shape = partsOf(bindNamed(name, sample)).map(({ type }) => type);
    const changed = withEachText(sample, text);
    expect(changed.length).toBeGreaterThan(0);
    for (const data of changed) {
      const card = bindNamed(name, data);
      expect(faultsIn(card)).toEqual([]);
      expect(partsOf(card).map(({ type }) => type)).toEqual(shape);
    }
  });
});
