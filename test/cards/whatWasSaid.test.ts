import { describe, expect, it } from 'vitest';
import { whatWasSaidCard } from '../../src/cards/whatWasSaid.ts';
import type { Discussion } from '../../src/discussion/state/discussion.ts';
import { tuesday } from '../builders/convene.ts';
import { police } from '../builders/people.ts';
import { practiceFor } from '../builders/standards.ts';
import { convenedStory } from '../builders/story.ts';
import { faultsIn, readable } from './soundness.ts';

const practice = practiceFor('practice-standards-2025');

const partsOf = (d: Discussion): readonly string[] => {
  const parts: string[] = [];
  for (let part = 1; parts.length < 100; part += 1) {
    const card = whatWasSaidCard(d, practice, '2026-09-15', part);
    expect(faultsIn(card)).toEqual([]);
    parts.push(readable(card));
    if (!readable(card).includes('Next part')) break;
  }
  return parts;
};

describe.each(['a', '*', '"', '\u0001', '护', '👶'])('a discussion written in %j', (word) => {
  it('fits its cards, and all of it is on one of them', () => {
    const { state } = convenedStory();
    if (state === null) throw new Error('nothing was convened');
    const text = word.repeat(8000 / word.length);
    const shared = { personId: police.personId, at: tuesday, text, proposedActions: text };
    const parts = partsOf({ ...state, concern: '', information: Array.from({ length: 5 }, () => shared) });
    const shown = parts.join('').replaceAll('\\', '');
    const own =
      partsOf({ ...state, concern: '', information: [] })
        .join('')
        .split(word).length - 1;
    expect(shown.split(word).length - 1).toBeGreaterThanOrEqual(10 * (8000 / word.length) + own);
    expect(parts.some((part) => part.includes('(continued)'))).toBe(true);
  });
});
