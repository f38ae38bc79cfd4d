/** A card that was bound is kept, so that what several people look at is bound once. */
import { expect, it } from 'vitest';
import { messageCard } from '../../src/cards/message.ts';

const saying = (line: string) => messageCard({ title: 'Told', lines: [line] });

it('is the same card for the same words, and another for others', () => {
  const card = saying('one');
  expect(saying('one')).toBe(card);
  expect(saying('two')).not.toEqual(card);
});

it('is bound again, to the same, once a hundred others were used since', () => {
  const card = saying('one');
  for (let i = 0; i < 99; i += 1) saying(`other ${i}`);
  expect(saying('one')).toBe(card);
  for (let i = 0; i < 100; i += 1) saying(`other ${i}`);
  expect(saying('one')).not.toBe(card);
  expect(saying('one')).toEqual(card);
});
