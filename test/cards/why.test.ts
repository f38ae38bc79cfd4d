/** The codes of rules stand behind "Why?", never in a sentence that somebody has to read. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesOf, cardBudget } from '../../src/cards/bind.ts';
import { withWhy } from '../../src/cards/why.ts';
import { cite, inParentheses, marked, uncited } from '../../src/words/citation.ts';
import { bindNamed } from './everyCard.ts';
import { partsOf } from './soundness.ts';

const block = (text: string) => ({ type: 'TextBlock', text });
const card = (...body: readonly object[]) => ({ type: 'AdaptiveCard', body });

interface Part {
  readonly id?: unknown;
  readonly text?: unknown;
}
const behind = (shown: object): readonly unknown[] => {
  const why = (partsOf(shown) as readonly Part[]).find(({ id }) => id === 'why');
  return why === undefined ? [] : (partsOf(why) as readonly Part[]).flatMap(({ text }) => text ?? []).slice(1);
};

describe('a card that cites rules', () => {
  const shown = withWhy(
    card(block(`Fill in the reason. ${cite('X-3')}`), block(`Hold it by Friday ${cite('T-1')}, and soon.`)),
  );

  it('says the sentences without them', () => {
    expect(JSON.stringify(shown)).toContain('"Fill in the reason."');
    expect(JSON.stringify(shown)).toContain('"Hold it by Friday, and soon."');
  });

  it('has one “Why?”, with each sentence under its rule, shown when it is asked for', () => {
    expect(behind(shown)).toEqual(['X-3: Fill in the reason.', 'T-1: Hold it by Friday, and soon.']);
    expect(partsOf(shown).filter(({ type }) => type === 'Action.ToggleVisibility')).toEqual([
      { type: 'Action.ToggleVisibility', title: 'Why?', targetElements: ['why'] },
    ]);
    expect(partsOf(shown)).toContainEqual(expect.objectContaining({ id: 'why', isVisible: false }));
  });

  it('says what a fact is of', () => {
    const facts = { type: 'FactSet', facts: [{ title: 'Deadline', value: `Friday ${cite('T-1')}` }] };
    expect(behind(withWhy(card(facts)))).toEqual(['T-1: Deadline: Friday']);
  });

  it('leaves what somebody typed and what a button sends as they are', () => {
    const typed = { type: 'Input.Text', id: 'reason', value: `See (Q-9) ${cite('Q-9')}` };
    const button = { type: 'Action.Execute', title: 'Send', data: { text: cite('Q-9') } };
    expect(withWhy({ ...card(typed), actions: [button] })).toEqual({ ...card(typed), actions: [button] });
  });

  it('lists the codes alone where the sentences would make it too large, and nothing where they would', () => {
    const long = (size: number) => card(block('x'.repeat(size)), block(`${'y'.repeat(3000)} ${cite('Q-9')}`));
    const inShort = withWhy(long(cardBudget - 4000));
    expect(behind(inShort)).toEqual(['Q-9']);
    expect(behind(withWhy(long(cardBudget - 3150)))).toEqual([]);
    expect(bytesOf(inShort)).toBeLessThanOrEqual(cardBudget);
  });
});

it('a card that cites none is as it was', () => {
  const plain = card(block('Fill in the reason (X-3 asks for it).'));
  expect(withWhy(plain)).toBe(plain);
});

it('a code can be read where rules are looked up, and taken out of a sentence', () => {
  const sentence = `Missing: Police ${cite('Q-2')}; Health ${cite('Q-1')}.`;
  expect(inParentheses(sentence)).toBe('Missing: Police (Q-2); Health (Q-1).');
  expect(uncited(sentence)).toEqual({ text: 'Missing: Police; Health.', rules: ['Q-2', 'Q-1'] });
});

const folder = new URL('../../cards/', import.meta.url);
const samples = readdirSync(folder).filter((file) => file.endsWith('.sample.json'));

it.each(samples)('no sentence of %s has a code in it', (file) => {
  const name = file.replace('.sample.json', '');
  const sample = marked(readFileSync(new URL(file, folder), 'utf8'));
  const shown = withWhy(bindNamed(name, JSON.parse(sample)));
  const visible = (partsOf(shown) as readonly Part[]).filter(({ id }) => id !== 'why');
  const why = new Set(behind(shown));
  for (const { text } of visible)
    if (!why.has(text)) expect(String(text)).not.toMatch(/\([A-Z]{1,2}-\d+\)|[\uE000\uE001]/);
});
