/** What somebody is asked under the items of the agenda, by the agencies they are of (A-DA-11, A-DA-12). */
import type { Prompt } from '../../practice/answers/agenda.ts';
import { agenciesOf } from '../../practice/language/roles.ts';
import type { Practice } from '../../practice/practice.ts';
import { participants, type Discussion } from '../state/discussion.ts';
import { rolesOf, type PersonId } from '../state/people.ts';
import { assessed } from './assessed.ts';

export const promptsFor = (d: Discussion, practice: Practice, who: PersonId): readonly Prompt[] => {
  const them = participants(d).filter(({ personId }) => personId === who);
  const agencies = new Set(them.flatMap(rolesOf).flatMap(agenciesOf));
  return assessed(d, practice).agenda.flatMap(({ prompts }) => prompts.filter(({ of }) => agencies.has(of)));
};
