/** The page after the concern: whom it concerns, what follows from it, and what the standard asks because of it. */
import { conveneParticularsCard, readParticulars } from '../../cards/conveneParticulars.ts';
import { leftOutOf, particularsOf } from '../../cards/particulars.ts';
import type { Handler } from '../edges.ts';
import { asTyped } from '../press.ts';
import { afterParticulars } from './fromConcern.ts';
import { page } from './pages.ts';

export const particularsPage: Handler = page('particulars', async (press, form, edges) => {
  const { practice } = edges.conduct;
  const now = edges.clock();
  const again = () => conveneParticularsCard(form, practice, now, asTyped(press.data));
  const read = readParticulars(press.data, particularsOf(form.body, practice, now), form.body);
  if (!read.ok) return { problems: read.problems, again };
  const body = { ...form.body, facts: read.value, peopleChosen: false };
  const problems = leftOutOf(body, practice, now);
  if (problems.length > 0) return { problems, again };
  return { next: await afterParticulars({ ...form, body }, edges) };
});
