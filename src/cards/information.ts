/** What somebody’s agency knows: in their own words, and under what it is asked for (A-DA-11, A-DA-12). */
import { z } from 'zod';
import type { Discussion } from '../discussion/state/discussion.ts';
import type { PersonId } from '../discussion/state/people.ts';
import { promptsFor } from '../discussion/matter/promptsFor.ts';
import { agencyKindWords, agencyKinds } from '../practice/language/agencies.ts';
import type { Practice } from '../practice/practice.ts';
import { field, nameIn, readDetails, withAsked, type Section } from './askedFields.ts';
import { plain, template, type Card } from './bind.ts';
import { optional, readForm, type Read } from './form.ts';

const bind = template(
  'information',
  z.object({ reference: plain, nonce: plain, label: plain, isAlone: z.boolean(), text: plain }),
);

interface Whose {
  readonly d: Discussion;
  readonly practice: Practice;
  readonly who: PersonId;
}

export const informationCard = (whose: Whose, nonce: string, typed: Readonly<Record<string, string>> = {}): Card => {
  const sections = sectionsFor(whose);
  const isAlone = sections.every(({ fields }) => fields.length === 0);
  const label = `What your agency knows about the child, the family and the concern${isAlone ? '' : ' (optional)'}`;
  const card = bind({ reference: whose.d.reference, nonce, label, isAlone, text: typed['text'] ?? '' });
  return withAsked(card, sections, (id) => typed[id] ?? '', { below: 'text' });
};

const sectionsFor = ({ d, practice, who }: Whose): readonly Section[] => {
  const prompts = promptsFor(d, practice, who);
  return agencyKinds.map((kind) => ({
    title: `Asked of ${agencyKindWords(kind)}`,
    lead: ['Answer what you can, and leave out the rest. You can add more later.'],
    fields: prompts
      .filter(({ of }) => of === kind)
      .map(({ name, words, rule }) => field({ name, words, rule, kind: 'longText', optional: true }, 'asked')),
  }));
};

const ownWords = z.object({ text: optional('The information', 4000) });

/** What was written, with the answers that were given by the names of what was asked. */
export const readInformation = (
  whose: Whose,
  data: Readonly<Record<string, unknown>>,
): Read<{ readonly text: string; readonly answers: Readonly<Record<string, string>> }> => {
  const own = readForm(ownWords, data);
  const { details, problems } = readDetails(sectionsFor(whose), data);
  const wrong = [...(own.ok ? [] : own.problems), ...problems];
  if (!own.ok || wrong.length > 0) return { ok: false, problems: wrong };
  const given = Object.entries(details).filter(([, answer]) => answer !== '');
  if (own.value.text === '' && given.length === 0) return { ok: false, problems: ['Enter the information.'] };
  return {
    ok: true,
    value: { text: own.value.text, answers: Object.fromEntries(given.map(([id, answer]) => [nameIn(id), answer])) },
  };
};
