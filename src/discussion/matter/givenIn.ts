/** What a discussion has on record that deals with items of the agenda, so that nobody enters it twice (A-*). */
import { agenciesOf } from '../../practice/language/roles.ts';
import type { AgendaSource } from '../../practice/language/vocabulary.ts';
import { participants, type Discussion } from '../state/discussion.ts';
import { detailsOf } from '../state/details.ts';
import { rolesOf } from '../state/people.ts';

export const givenIn = (d: Discussion): ReadonlySet<AgendaSource> => {
  const has: Partial<Record<AgendaSource, boolean>> = {
    information: d.information.length > 0,
    healthInformation: isFrom(d, 'health'),
    policeInformation: isFrom(d, 'police'),
    interpreter: d.children.every(({ childId }) => (detailsOf(d.entered, childId).interpreter ?? '') !== ''),
    actions: d.actions.length > 0,
  };
  return new Set((Object.keys(has) as AgendaSource[]).filter((source) => has[source]));
};

const isFrom = (d: Discussion, agency: 'health' | 'police'): boolean =>
  d.information.some(({ personId }) => {
    const who = participants(d).find((p) => p.personId === personId);
    return who !== undefined && rolesOf(who).some((role) => agenciesOf(role).includes(agency));
  });
