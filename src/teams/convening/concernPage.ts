/** The third page: the concern, and what the standard asks about it. */
import { conveneConcernCard } from '../../cards/conveneConcern.ts';
import { readConcern } from '../../cards/conveneConcernForm.ts';
import type { Handler } from '../edges.ts';
import { asTyped } from '../press.ts';
import { page } from './pages.ts';

export const concernPage: Handler = page('concern', (press, form, edges) => {
  const { practice } = edges.conduct;
  const again = () => conveneConcernCard(form, practice, asTyped(press.data));
  const read = readConcern(press.data, practice, edges.clock());
  if (!read.ok) return { problems: read.problems, again };
  return { next: { ...form.body, ...read.value, step: 'people', peopleChosen: false } };
});
