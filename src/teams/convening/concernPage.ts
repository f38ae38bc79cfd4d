/** The second page: the concern, and what the standard asks about it. */
import { conveneConcernCard } from '../../cards/conveneConcern.ts';
import { readConcern } from '../../cards/conveneConcernForm.ts';
import { draftAssessed } from '../../conduct/draftAssessed.ts';
import type { Handler } from '../edges.ts';
import { asTyped } from '../press.ts';
import { afterConcern } from './fromConcern.ts';
import { page } from './pages.ts';

export const concernPage: Handler = page('concern', async (press, form, edges) => {
  const { practice } = edges.conduct;
  const now = edges.clock();
  const again = () => conveneConcernCard(form, practice, now, asTyped(press.data));
  const read = readConcern(press.data, draftAssessed(form.body, practice, now).questions, form.body, now);
  if (!read.ok) return { problems: read.problems, again };
  const body = { ...form.body, ...read.value, peopleChosen: false };
  return { next: await afterConcern({ ...form, body }, edges) };
});
